/** What anybody can enter, and what seldom stands by chance where an operation needs it: most applications here are refused ones. */
import type { ApplicationsApi } from '../support/applications-api.js';
import type { Draws } from './draws.js';
import type { Pool } from './pool.js';

type Row = Record<string, unknown>;

const OF_A_LIVE_APPLICATION = new Set([
  'addInterview',
  'getInterview',
  'moveApplication',
  'moveInterview',
  'rejectApplication',
]);
const OF_A_CONTACT_ALONE = new Set(['deleteContact']);
const OF_AN_ENDPOINT = /^\/api\/v1\/webhook-endpoints\/\{id\}/;
const DAY = 86_400_000;

export class OwnRows {
  constructor(
    private readonly api: ApplicationsApi,
    private readonly pool: Pool,
  ) {}

  /** Now and then a fresh one, that suits the operation. */
  async before(operation: string, path: string, draws: Draws): Promise<void> {
    if (draws.chance(0.7)) return;
    if (OF_A_LIVE_APPLICATION.has(operation)) await this.interview(draws);
    if (OF_A_CONTACT_ALONE.has(operation)) await this.enter('contacts', { name: 'Dana Ito' });
    if (OF_AN_ENDPOINT.test(path))
      await this.enter('webhook-endpoints', { url: `http://127.0.0.1:9/jobs/${draws.below(300)}` });
  }

  private async interview(draws: Draws): Promise<void> {
    const job = { companyName: `Acme ${draws.below(10_000)}`, title: 'Cook', stage: 'interview' };
    const application = await this.enter('applications', job);
    if (application.id === undefined) return;
    const scheduledAt = new Date(Date.now() + DAY).toISOString();
    await this.enter(`applications/${String(application.id)}/interviews`, { scheduledAt });
  }

  private async enter(path: string, body: Row): Promise<Row> {
    const { status, body: answered } = await this.api.call('POST', `/api/v1/${path}`, body);
    const row: Row = answered ?? {};
    // What is too much by now is refused, and then there is enough of it.
    if (status < 300) this.pool.learn(path.split('/').at(-1)!, row);
    return row;
  }
}
