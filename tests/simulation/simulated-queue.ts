/** The queue between relay and worker: what it is given may be lost, doubled, late, in any order, or kill who takes it. */
import type { Hint } from '@app/contracts';
import type { Database } from '@app/database';
import { findFactHints, findMailHints } from '../../apps/worker/src/relay/relay.queries.js';
import type { Dice } from './dice.js';
import type { Conversation } from './simulated-mail-server.js';
import { Crash, type Death, type Outside, type SimulatedWorker } from './simulated-worker.js';
import type { Suspensions } from './suspensions.js';

/** Hints that come again and again, whatever has become of their rows. */
const MOST_LATE = 3;

export class SimulatedQueue {
  private late: Hint[] = [];

  constructor(
    private readonly relay: Database,
    private readonly suspensions: Suspensions<Conversation>,
    private readonly workers: readonly SimulatedWorker[],
    private readonly outside: Outside,
    private readonly beat: () => void,
    /** Other candidates are not to be touched. */
    private readonly candidateId: string,
  ) {}

  /** One look of the relay, and all that follows from it. Answers how many hints there were. */
  async run(dice: Dice): Promise<number> {
    const found = [
      ...(await this.relay.acrossCandidates(findMailHints)),
      ...(await this.relay.acrossCandidates(findFactHints)),
    ];
    const own = found.filter(({ candidateId }) => candidateId === this.candidateId);
    // Rows that became due at one moment come in no order of their own.
    const fresh = own.toSorted((a, b) => a.id.localeCompare(b.id));
    const offered = [...fresh, ...this.late].flatMap((hint) => this.fate(dice, hint));
    for (const hint of dice.shuffled(offered)) await this.work(dice, hint);
    return fresh.length;
  }

  private fate(dice: Dice, hint: Hint): Hint[] {
    if (dice.chance(0.1)) return [];
    if (dice.chance(0.1)) this.late = [hint, ...this.late].slice(0, MOST_LATE);
    return dice.chance(0.1) ? [hint, hint] : [hint];
  }

  private async work(dice: Dice, hint: Hint): Promise<void> {
    for (const dead of this.workers.filter(({ isDead }) => isDead)) dead.restart(this.outside);
    const worker = dice.pick(this.workers);
    const death: Death | null = dice.chance(0.08)
      ? { transaction: dice.pick([1, 2, 3, 4]), committed: dice.chance(0.5) }
      : null;
    await this.survive(worker, () => this.suspensions.follow(() => worker.handle(hint, death)));
  }

  /** Until the conversation is over or stands still again. */
  async goOn(conversation: Conversation): Promise<void> {
    await this.survive(conversation.worker, () => this.suspensions.goOn(conversation));
  }

  /** Every lease that somebody holds is renewed, as its timer would. */
  async renew(): Promise<void> {
    this.beat();
    for (const worker of this.workers) await worker.quiet();
  }

  async kill(pick: number): Promise<void> {
    await this.bury(this.workers[pick % this.workers.length]!);
  }

  private async survive(worker: SimulatedWorker, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      await this.bury(worker);
    }
  }

  /** Whatever its conversations were waiting for, they end with it. */
  private async bury(worker: SimulatedWorker): Promise<void> {
    worker.isDead = true;
    const conversation = this.suspensions.open.find((one) => one.worker === worker);
    if (conversation) await this.goOn(conversation);
  }
}
