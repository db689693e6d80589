/** What the plan is made for, again and again, in courses that are drawn. */
import { OWNER_ID } from '@app/contracts';
import { type Ground, World } from './world.js';

/** What follows from what follows, and so on. */
const MOST_ROUNDS = 50;

export interface Lived {
  id: string;
  vacancyId: string;
  contactId: string;
  address: string;
}

/** Three applications that are lived with: facts are handled, and nothing that is due is sent. */
export class Life {
  private made = 0;
  private constructor(
    readonly world: World,
    readonly all: Lived[],
  ) {}

  /** Three applications, each with somebody of its own, so that no letter is in another's way. */
  static async begin(ground: Ground): Promise<Life> {
    const life = new Life(await World.begin(ground), []);
    for (let index = 0; index < 3; index += 1) {
      const contact = life.somebody();
      const job = { companyName: `Company ${index}`, title: `Job ${index}`, stage: 'interview', contact };
      const { body } = await life.world.call('POST', '/applications', job);
      life.all.push({ ...(body as unknown as Lived), address: contact.email });
    }
    return life;
  }

  somebody() {
    this.made += 1;
    return { name: 'Dana Ito', email: `dana${this.made}@people.example` };
  }

  /** Every fact is handled, and nothing that is due is sent: only the plan is looked at here. */
  async handled(): Promise<void> {
    const { db, workers } = this.world.ground;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const open = await db.query<{ id: string }>(
        'select id from outbox where candidate_id = $1 and parked_at is null order by id',
        [OWNER_ID],
      );
      if (open.length === 0) return;
      for (const { id } of open) await workers[0]!.handle({ kind: 'message', id, candidateId: OWNER_ID }, null);
    }
    throw new Error('A plan that says something each time it is made comes to no end.');
  }

  async planAgain(): Promise<void> {
    await this.world.ground.db.query(
      `insert into outbox (id, candidate_id, type, data) values (gen_random_uuid(), $1, 'plans.outdated.v1', '{"after": null}')`,
      [OWNER_ID],
    );
    await this.handled();
  }
}
