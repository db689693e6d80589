/** A site's robots.txt, kept a day for all workers (RFC 9309): asked for before any page that is no provider's interface. */
import { because, ofBoard, type Sentence } from '@app/contracts';
import type { Database } from '@app/database';
import { ParserEnded } from '../../parsers/parser-process.js';
import type { BoardClient } from './board.client.js';
import type { BodyParser } from './body-parser.js';

export const AGENT = 'Rekindle';
const KEPT_HOURS = 24;
const LOOK_AGAIN_MINUTES = 30;
/** So long the rules that could be read last stand for a file that cannot be had any more. */
const STANDS_FOR_DAYS = 30;

interface Kept {
  rules: string | null;
  reachable: boolean;
  isFresh: boolean;
  /** Of rules that could be read, and not too long ago. */
  stands: boolean;
}

export abstract class Robots {
  /** Null where the address may be read; else why not. */
  abstract refusal(url: string): Promise<Sentence | null>;
}

export class KeptRobots extends Robots {
  constructor(
    private readonly database: Database,
    private readonly client: BoardClient,
    private readonly parser: BodyParser,
  ) {
    super();
  }

  override async refusal(url: string): Promise<Sentence | null> {
    try {
      return await this.judged(url);
    } catch (error) {
      if (error instanceof ParserEnded) return because(ofBoard('robots_unreadable'), error.said);
      throw error;
    }
  }

  private async judged(url: string): Promise<Sentence | null> {
    const { origin } = new URL(url);
    const kept = await this.kept(origin);
    if (kept?.isFresh) return await this.verdict(kept, url);
    const answer = await this.client.get({
      url: `${origin}/robots.txt`,
      accept: 'text/plain, */*;q=0.1',
      trusted: false,
      etag: null,
      lastModified: null,
    });
    if (answer.kind === 'page') {
      const rules = await this.parser.robots(answer.body);
      return await this.verdict(await this.keep(origin, rules), url);
    }
    // What the server says it has not got forbids nothing; what it cannot give forbids everything.
    const hasNone = answer.kind === 'gone' || (answer.kind === 'failed' && isRefusal(answer.status));
    if (hasNone) return await this.verdict(await this.keep(origin, null), url);
    await this.keepUnreachable(origin);
    if (kept?.stands) return await this.verdict({ ...kept, reachable: true }, url);
    return answer.kind === 'failed' ? because(ofBoard('robots_not_answered'), answer.why) : ofBoard('robots_missing');
  }

  private async kept(origin: string): Promise<Kept | undefined> {
    const [row] = await this.database.acrossCandidates<Kept[]>((tx) =>
      tx.query(
        `select rules, reachable, coalesce(read_at > now() - make_interval(days => $4), false) as stands,
           asked_at > now() - case when reachable then make_interval(hours => $2) else make_interval(mins => $3) end
             as "isFresh"
         from robots where origin = $1`,
        [origin, KEPT_HOURS, LOOK_AGAIN_MINUTES, STANDS_FOR_DAYS],
      ),
    );
    return row;
  }

  private async keep(origin: string, rules: string | null): Promise<Kept> {
    await this.database.acrossCandidates((tx) =>
      tx.query(
        `insert into robots (origin, rules, reachable, read_at, asked_at) values ($1, $2, true, now(), now())
         on conflict (origin) do update set rules = excluded.rules, reachable = true, read_at = now(), asked_at = now()`,
        [origin, rules],
      ),
    );
    return { rules, reachable: true, isFresh: true, stands: true };
  }

  private async keepUnreachable(origin: string): Promise<void> {
    await this.database.acrossCandidates((tx) =>
      tx.query(
        `insert into robots (origin, reachable, asked_at) values ($1, false, now())
         on conflict (origin) do update set reachable = false, asked_at = now()`,
        [origin],
      ),
    );
  }

  private async verdict({ rules, reachable, stands }: Kept, url: string): Promise<Sentence | null> {
    if (!reachable && !stands) return ofBoard('robots_missing');
    if (rules === null || (await this.parser.isAllowed(rules, AGENT, url))) return null;
    return ofBoard('robots_forbid');
  }
}

function isRefusal(status: number | null): boolean {
  return status !== null && status >= 400 && status < 500 && status !== 429;
}
