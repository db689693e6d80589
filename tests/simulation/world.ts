/** The whole system for one run: real rows and real services; clock, ids, mail, webhooks and queue under control. */
import { OWNER_ID } from '@app/contracts';
import { Database } from '@app/database';
import { createLogger, Sealer } from '@app/platform';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { TEST_SECRET_KEY } from '../support/secret-key.js';
import { Dice } from './dice.js';
import { endViolations, nextMoment } from './end-rules.js';
import { handOverViolations } from './hand-over-rules.js';
import { followUpRows, isQuiet, rowsAsText } from './follow-up-rows.js';
import { Model } from './model.js';
import { DEFAULTS, settingsPatch } from './model-settings.js';
import { planViolations } from './plan-rules.js';
import { learnOfBounces, rowViolations } from './row-rules.js';
import { SeededIds } from './seeded-ids.js';
import { type Answered, SimulatedApi } from './simulated-api.js';
import { SimulatedClock } from './simulated-clock.js';
import { type Conversation, SimulatedMailServer } from './simulated-mail-server.js';
import { SimulatedQueue } from './simulated-queue.js';
import { SimulatedReceiver } from './simulated-receiver.js';
import { SimulatedWorker } from './simulated-worker.js';
import { Suspensions } from './suspensions.js';
import { GuaranteeBroken, type Violation } from './violation.js';

export const BYSTANDER_ID = '00000000-0000-7000-8000-0000000000b1';
const ENDPOINT_ID = '00000000-0000-7000-8000-0000000000e1';
/** A Monday. */
const START = new Date('2026-03-02T08:00:00Z');

/** As long as a sender waits for a mail server here. */
const PATIENCE_SECONDS = 20;
const RENEWAL_SECONDS = 2.5;

/** The timers that renew leases, as they go off here. */
export interface Timers {
  beat(): void;
  clear(): void;
}

export interface Ground {
  db: TestDatabase;
  clock: SimulatedClock;
  ids: SeededIds;
  api: SimulatedApi;
  relay: Database;
  workers: SimulatedWorker[];
  timers: Timers;
  end(): Promise<void>;
}

/** What every run stands on; made once. */
export async function layGround(timers: Timers): Promise<Ground> {
  const db = await createTestDatabase();
  const clock = await SimulatedClock.install(db);
  const ids = new SeededIds();
  const relay = await Database.connect(db.workerUrl, { name: 'simulation', poolSize: 4 });
  const ports = { database: relay, ids, logger: createLogger('simulation', 'silent') };
  const workers = [await SimulatedWorker.start(ports), await SimulatedWorker.start(ports)];
  const api = await SimulatedApi.start(db.apiUrl, ids);
  const end = async () => {
    await api.stop();
    await relay.close();
    await db.drop();
  };
  return { db, clock, ids, relay, workers, api, timers, end };
}

export class World {
  readonly model = new Model();
  readonly violations: Violation[] = [];
  readonly suspensions = new Suspensions<Conversation>();
  readonly receiver = new SimulatedReceiver();
  readonly mail: SimulatedMailServer;
  readonly queue: SimulatedQueue;

  acts = 0;
  private bystander = '';

  private constructor(readonly ground: Ground) {
    const { db, clock, relay, workers, timers } = ground;
    this.mail = new SimulatedMailServer(db, clock, this.suspensions, this.model, (conversation) => {
      this.violations.push(...handOverViolations(this.model, conversation, this.mail.conversations));
    });
    const outside = { mail: this.mail, receiver: this.receiver };
    for (const worker of workers) worker.restart(outside);
    this.queue = new SimulatedQueue(relay, this.suspensions, workers, outside, () => timers.beat(), OWNER_ID);
  }

  /** Nobody has done anything yet; it is a Monday morning. */
  static async begin(ground: Ground): Promise<World> {
    const { db, clock, ids, api, timers } = ground;
    timers.clear();
    await clock.set(START);
    ids.restart();
    await db.query('truncate candidates cascade');
    await api.signUp(db, [OWNER_ID, BYSTANDER_ID], settingsPatch(DEFAULTS));
    const sealer = new Sealer(Buffer.from(TEST_SECRET_KEY, 'base64'));
    const aad = `webhook_endpoints|secret_sealed|${ENDPOINT_ID}|${OWNER_ID}`;
    await db.query(
      `insert into webhook_endpoints (id, candidate_id, url, event_types, secret_sealed)
       values ($1, $2, 'https://receiver.example', '{follow_up.sent,application.rejected,follow_up.failed}', $3)`,
      [ENDPOINT_ID, OWNER_ID, sealer.seal(`whsec_${Buffer.alloc(32, 5).toString('base64')}`, aad)],
    );
    const world = new World(ground);
    await world.arrangeBystander();
    return world;
  }

  get now(): Date {
    return this.ground.clock.now;
  }

  /** The relay looks and the worker works; what goes wrong is drawn from the seed. */
  async look(seed: number, times: number): Promise<number> {
    const dice = new Dice(seed);
    this.mail.dice = dice;
    this.receiver.dice = dice;
    let found = 0;
    for (let time = 0; time < times; time += 1) found += await this.queue.run(dice);
    return found;
  }

  call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object): Promise<Answered> =>
    this.ground.api.call(OWNER_ID, method, path, payload);

  /** `frozen`: whoever holds a conversation neither renews its lease nor hangs up. */
  async advance(seconds: number, frozen: boolean): Promise<void> {
    if (!frozen && seconds > PATIENCE_SECONDS) await this.hangUp();
    for (let left = seconds; left > 0; left -= RENEWAL_SECONDS) {
      const isRenewing = !frozen && this.suspensions.open.length > 0;
      await this.ground.clock.advance(isRenewing ? Math.min(left, RENEWAL_SECONDS) : left);
      if (!isRenewing) return;
      await this.queue.renew();
    }
  }

  /** Offers and applications move it as well; null: nobody says how. */
  async learnLooking(expected: boolean | null): Promise<void> {
    const { body } = await this.call('GET', '/settings');
    const looking = body.looking as boolean;
    if (expected !== null && looking !== expected) {
      this.violations.push({ kind: 'wrong', what: `looking is ${looking}, after an offer or what came of it` });
    }
    this.model.settings = { ...this.model.settings, looking };
    if (!looking) this.model.ever.add('not_looking');
  }

  /** What must hold after anything that happened. */
  async afterAct(): Promise<void> {
    this.acts += 1;
    const { db } = this.ground;
    const { model, now } = this;
    const rows = await followUpRows(db, OWNER_ID);
    learnOfBounces(model, this.mail.conversations, rows, now);
    this.violations.push(...rowViolations(rows, model, this.mail.conversations));
    if (await isQuiet(db, OWNER_ID)) {
      for (const one of model.acceptances) if (!one.stands) one.forgottenAt ??= now;
      this.violations.push(...(await planViolations({ db, model, rows, now })));
    }
    if ((await this.rowsOfBystander()) !== this.bystander) {
      this.violations.push({ kind: 'wrong', what: 'rows of another candidate changed' });
    }
    if (this.violations.length > 0) throw new GuaranteeBroken(this.violations);
  }

  /** No fault any more and all the time that is needed: then everything has come to its end. */
  async settle(): Promise<void> {
    while (this.suspensions.open.length > 0) await this.queue.goOn(this.suspensions.open[0]!);
    for (let looks = 0; looks < 500; looks += 1) {
      if ((await this.look(0, 1)) > 0) continue;
      const next = await nextMoment(this.ground.db, OWNER_ID);
      if (next === null) break;
      await this.ground.clock.set(new Date(Math.max(next.getTime(), this.now.getTime()) + 1000));
    }
    await this.afterAct();
    this.violations.push(...(await endViolations(this)));
    if (this.violations.length > 0) throw new GuaranteeBroken(this.violations);
  }

  private async hangUp(): Promise<void> {
    for (const conversation of this.suspensions.open) {
      this.mail.timeOut(conversation);
      while (this.suspensions.open.includes(conversation)) await this.queue.goOn(conversation);
    }
  }

  private async arrangeBystander(): Promise<void> {
    const call = (path: string, payload: object) => this.ground.api.call(BYSTANDER_ID, 'POST', path, payload);
    const contact = { name: 'Dana Ito', email: 'dana@example.com' };
    const application = { companyName: 'Company 0', title: 'Job 0', stage: 'interview', contact };
    const { body } = await call('/applications', application);
    await call(`/applications/${body.id as string}/rejection`, {});
    this.bystander = await this.rowsOfBystander();
  }

  private rowsOfBystander(): Promise<string> {
    return rowsAsText(this.ground.db, BYSTANDER_ID);
  }
}
