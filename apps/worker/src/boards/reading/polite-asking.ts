/** One page of a board or a site: asked for where the operator says, in its turn, and not where its robots.txt forbids it. */
import { ofBoard, type BoardProvider, type Sentence } from '@app/contracts';
import { rebased, type BoardBaseUrls } from '../../board-base-urls.js';
import type { BoardClient, PageAnswer } from './board.client.js';
import type { Connector } from './connectors/connector.js';
import { PeaceAskedFor, PolitenessGate } from './politeness.js';
import type { Robots } from './robots.js';
import type { Validators } from '../rules/posting.js';

export interface Named {
  provider: BoardProvider;
  slug: string;
}

/** Speaks for the provider as a whole, or for the host of a page; other answers are the board's own. */
const TOO_MANY = 429;

export class PoliteAsking {
  constructor(
    private readonly client: BoardClient,
    private readonly baseUrls: BoardBaseUrls = {},
    private readonly gate = new PolitenessGate(),
    private readonly politeness = (connector: Connector) => connector.politeness,
    private readonly robots: Robots | null = null,
  ) {}

  /** `signal`: nobody waits for it any more, so what has not been asked for is not. */
  async ask(
    connector: Connector,
    { provider, slug }: Named,
    url: string,
    known: Validators | null,
    signal?: AbortSignal,
  ): Promise<PageAnswer> {
    const lane = provider === 'jsonld' ? `jsonld ${new URL(slug).host}` : provider;
    const trusted = this.baseUrls[provider] !== undefined;
    const { accept } = connector;
    const validators = { etag: known?.etag ?? null, lastModified: known?.lastModified ?? null };
    try {
      const answer = await this.gate.through(lane, this.politeness(connector), async () => {
        signal?.throwIfAborted();
        const isRobotsBusiness = !trusted && connector.isForPeople?.(url) === true;
        const why = isRobotsBusiness ? ((await this.robots?.refusal(url)) ?? null) : null;
        signal?.throwIfAborted();
        if (why !== null) return notAsked(why);
        return this.client.get({ url, accept, trusted, ...validators });
      });
      const isAsked = answer.kind === 'failed' && answer.status === TOO_MANY && !answer.moved;
      const peace = isAsked ? answer.retryAfterSeconds : null;
      // A mirror speaks for itself, as does a company's own host that its board redirects to.
      if (peace !== null && !trusted) await this.gate.holdBack(lane, peace);
      return answer;
    } catch (error) {
      if (error instanceof PeaceAskedFor) return notAsked(ofBoard('all_asked_to_wait'), error.seconds);
      throw error;
    }
  }

  addressOf(url: string, { provider, slug }: Named): string {
    const base = this.baseUrls[provider];
    return base === undefined ? url : rebased(url, base, slug);
  }
}

function notAsked(why: Sentence, retryAfterSeconds: number | null = null): PageAnswer {
  return { kind: 'failed', why, retryAfterSeconds, status: null, moved: false };
}
