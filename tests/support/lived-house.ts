/** A house in which somebody lives: applications that are turned down, and what the plan makes of what happens next. */
import type { SettingsPatch } from '@app/contracts';
import { randomUUID } from 'node:crypto';
import { eventually } from './eventually.js';
import { type FollowUp, House, type RecordedApplication } from './house.js';

export const DAY = 86_400_000;
export const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
export const daysAhead = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

export interface Lived extends RecordedApplication {
  address: string;
}

export class LivedHouse {
  private constructor(readonly house: House) {}

  static async open(): Promise<LivedHouse> {
    return new LivedHouse(await House.open());
  }

  /** An application at the interview stage with a contact of its own. */
  async applied(fields: object = {}): Promise<Lived> {
    const address = `${randomUUID()}@people.example`;
    const contact = { name: 'Dana Ito', email: address };
    const body = { companyName: `Acme ${randomUUID()}`, title: 'Engineer', stage: 'interview', contact, ...fields };
    return { ...(await this.house.apply(body)), address };
  }

  async rejected(rejection: object = {}, fields: object = {}): Promise<Lived> {
    const application = await this.applied(fields);
    await this.reject(application, rejection);
    return application;
  }

  async reject({ id }: { id: string }, rejection: object = {}): Promise<void> {
    await this.house.api.expect('POST', `/applications/${id}/rejection`, rejection);
    await this.house.settled();
  }

  /** And what follows from it. */
  async does<T = FollowUp>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.house.api.expect<T>(method, path, body);
    await this.house.settled();
    return answer;
  }

  /** The refusal's status and code. */
  async refused(method: string, path: string, body?: unknown): Promise<string> {
    const answer = await this.house.api.request<{ code: string }>(method, path, body);
    return `${answer.status} ${answer.body?.code}`;
  }

  sets(settings: SettingsPatch): Promise<unknown> {
    return this.does('PATCH', '/settings', settings);
  }

  say(followUp: { id: string }, verb: string, body?: unknown): Promise<FollowUp> {
    return this.does('POST', `/follow-ups/${followUp.id}/${verb}`, body);
  }

  async all(application: { id: string }, kind?: string): Promise<FollowUp[]> {
    const rows = await this.house.plan(application.id);
    return rows.filter((row) => kind === undefined || row.kind === kind);
  }

  /** `kind state` of its letters, in the order in which they were planned. */
  async letters(application: { id: string }): Promise<string[]> {
    const rows = (await this.all(application)).filter(({ audience }) => audience === 'contact');
    return rows.sort((a, b) => a.id.localeCompare(b.id)).map(({ kind, state }) => `${kind} ${state}`);
  }

  async letter(application: { id: string }, kind = 'feedback_request'): Promise<FollowUp> {
    const rows = await this.all(application, kind);
    const last = rows.sort((a, b) => a.id.localeCompare(b.id)).at(-1);
    if (!last) throw new Error(`There is no ${kind}.`);
    return last;
  }

  get(followUp: { id: string }): Promise<FollowUp> {
    return this.house.api.expect('GET', `/follow-ups/${followUp.id}`);
  }

  becomes(followUp: { id: string }, state: string): Promise<FollowUp> {
    return eventually(
      async () => {
        const now = await this.get(followUp);
        return now.state === state && now;
      },
      { what: `the follow-up being ${state}` },
    );
  }

  /** It happened that long ago, every moment of it. */
  async ages(application: { id: string }, days: number): Promise<void> {
    const back = `interval '${days} days'`;
    const { db } = this.house;
    await db.query(
      `update follow_ups set since = since - ${back}, due_at = due_at - ${back}, planned_due_at = planned_due_at - ${back},
         chosen_at = chosen_at - ${back}, lapses_at = lapses_at - ${back}, created_at = created_at - ${back}
       where application_id = $1`,
      [application.id],
    );
    await db.query(`update rejections set received_at = received_at - ${back} where application_id = $1`, [
      application.id,
    ]);
  }

  close(): Promise<void> {
    return this.house.close();
  }
}
