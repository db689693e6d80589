/** A house in which companies put up new roles, and what the candidate reads of them. */
import { expect } from '@jest/globals';
import { hoursAway } from './arrange.js';
import { anAd, type BoardAd, type ServedBoard } from './board.server.js';
import { eventually } from './eventually.js';
import type { FollowUp, House, RecordedApplication } from './house.js';
import { RadarHouse } from './radar-house.js';

export interface RolesAppeared {
  companyId: string;
  roles: { postingId: string; title: string; url: string | null }[];
  total: number;
}

export interface WarmCompany {
  slug: string;
  board: ServedBoard;
  application: RecordedApplication;
}

export class RolesHouse {
  private constructor(
    readonly radar: RadarHouse,
    readonly house: House,
    /** When reminders are due. */
    readonly at: string,
  ) {}

  static async open(redisUrl?: string): Promise<RolesHouse> {
    const radar = await RadarHouse.open(redisUrl);
    const at = hoursAway();
    await radar.house.api.expect('PATCH', '/settings', { reminders: { at } });
    return new RolesHouse(radar, radar.house, at);
  }

  /** An application whose vacancy is on the board of its company, with somebody there who was talked to today. */
  async warmAt(slug: string, ads: BoardAd[] = [anAd('1'), anAd('2')], postingId = '1'): Promise<WarmCompany> {
    const board = this.radar.boards.board('greenhouse', slug, ads);
    const application = await this.applied(slug, postingId);
    await this.radar.swept(slug, 1);
    return { slug, board, application };
  }

  async applied(slug: string, postingId: string, companyName = slug): Promise<RecordedApplication> {
    const application = await this.house.apply({
      companyName,
      title: 'Engineer',
      url: `https://job-boards.greenhouse.io/${slug}/jobs/${postingId}`,
      stage: 'interview',
      contact: { name: `Dana of ${companyName}`, email: `dana@${companyName}.example` },
    });
    await this.talk(application.contactId!);
    return application;
  }

  async talk(contactId: string): Promise<void> {
    await this.house.api.expect('POST', `/contacts/${contactId}/touches`, { kind: 'call', direction: 'out' });
  }

  /** Until what the sweep left for candidates is taken up. */
  async sweep(slug: string, meanwhile?: () => Promise<unknown>): Promise<void> {
    await this.radar.sweep(slug, meanwhile);
    const waiting = () => this.house.db.query('select 1 from new_role_notes where retry_at <= now()');
    await eventually(async () => (await waiting()).length === 0, { what: 'the notes being taken up' });
  }

  /** What was planned for the candidate to read of new roles at this company, the first one first. */
  async words({ companyId }: RecordedApplication): Promise<FollowUp[]> {
    const rows = await this.house.db.query<{ id: string }>(
      `select id from follow_ups where kind = 'new_roles' and details ->> 'companyId' = $1 order by id`,
      [companyId],
    );
    return Promise.all(rows.map(({ id }) => this.look(id)));
  }

  async theWord(application: RecordedApplication): Promise<FollowUp> {
    const [word, ...more] = await this.words(application);
    expect([word?.kind, ...more]).toEqual(['new_roles']);
    return word!;
  }

  async makeDue(...rows: FollowUp[]): Promise<void> {
    await this.house.db.query(`update follow_ups set due_at = now() - interval '1 second' where id = any($1)`, [
      rows.map(({ id }) => id),
    ]);
  }

  becomes({ id }: FollowUp, state: string): Promise<FollowUp> {
    const look = async () => {
      const row = await this.look(id);
      return row.state === state && row;
    };
    return eventually(look, { what: `the word being ${state}` });
  }

  async events({ companyId }: RecordedApplication): Promise<RolesAppeared[]> {
    const rows = await this.house.db.query<{ data: RolesAppeared }>(
      `select data from events where type = 'company.roles_appeared.v1' and data ->> 'companyId' = $1 order by id`,
      [companyId],
    );
    return rows.map(({ data }) => data);
  }

  private look(id: string): Promise<FollowUp> {
    return this.house.api.expect('GET', `/follow-ups/${id}`);
  }
}

export const lastLine = ({ ledger }: FollowUp): string => `${ledger.at(-1)!.what}: ${ledger.at(-1)!.why}`;
export const listed = ({ body }: FollowUp): string[] => [...body.matchAll(/^- (.+)$/gm)].map(([, title]) => title!);
