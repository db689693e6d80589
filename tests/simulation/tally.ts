/** What the runs came to, in lines for people and for `npm run torture`. */
import type { RunDetails } from 'fast-check';
import { isLetter } from './simulated-mail-server.js';
import { GuaranteeBroken, type Violation } from './violation.js';
import { note, record } from '../torture/report.js';
import type { World } from './world.js';

const PROGRESS_EVERY = 1_000;

export class Tally {
  commands = 0;
  private runs = 0;
  private letters = 0;
  private unconfirmed = 0;
  private told = 0;

  constructor(private readonly ops: number) {}

  add({ mail, acts }: World): void {
    this.runs += 1;
    this.commands += acts;
    const letters = mail.conversations.filter(isLetter);
    this.letters += new Set(letters.filter(({ kept }) => kept).map(({ rows }) => rows[0]!.id)).size;
    this.unconfirmed += letters.filter(({ handedOverAt, isAnswered }) => handedOverAt !== null && !isAnswered).length;
    if (this.commands - this.told < PROGRESS_EVERY) return;
    this.told = this.commands;
    process.stdout.write(`simulation: ${this.commands} of ${this.ops} commands, ${this.letters} letters\n`);
  }

  /** The shortest course that was found, how to see it again, and the summary. */
  failure<T>({ seed, counterexamplePath, counterexample, errorInstance }: RunDetails<T>): string {
    const [course] = (counterexample as unknown as [object] | null) ?? [''];
    const error = errorInstance instanceof Error ? errorInstance : new Error(String(errorInstance));
    const broken = error instanceof GuaranteeBroken ? error.violations : [];
    this.print(broken);
    const replayed = /replayPath="([^"]*)"/.exec(String(course))?.[1] ?? '';
    return [
      error instanceof GuaranteeBroken ? error.message : (error.stack ?? error.message),
      `after: ${String(course)}`,
      `see it again: TORTURE_PATH='${counterexamplePath}' TORTURE_REPLAY='${replayed}' npm run torture -- --only simulation --seed ${seed}`,
    ].join('\n');
  }

  print(broken: readonly Violation[] = []): void {
    const count = (...kinds: Violation['kind'][]) => broken.filter(({ kind }) => kinds.includes(kind)).length;
    const [lost, doubled, early, unwanted] = [count('lost', 'wrong'), count('doubled'), count('early'), count('late')];
    const misaddressed = count('misaddressed');
    const { runs, commands, letters, unconfirmed } = this;
    const counts = `${lost} lost, ${doubled} doubled, ${early} early, ${unwanted} unwanted, ${misaddressed} misaddressed`;
    process.stdout.write(
      `simulation: ${commands} commands, ${letters} letters, ${counts}, ${unconfirmed} unconfirmed\n`,
    );
    if (process.env.TORTURE_OPS === undefined) return;
    const found = { lost, doubled, early, unwanted, misaddressed, unconfirmed, unexcused: 0 };
    record('all of it, simulated', 'everything that can be drawn from a seed', { runs, ...found });
    note('simulation', `${commands} commands in ${runs} runs, ${letters} letters`);
  }
}
