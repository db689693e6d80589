/** Some rejections that live through one fault, and the row of the table that comes of them. */
import type { Arranged, Arrangement } from '../support/arrange.js';
import { eventually } from '../support/eventually.js';
import { account, type Count } from './account.js';
import { type LetterRow, patience, type Rack } from './rack.js';
import { record } from './report.js';

export class Trial {
  readonly applications: string[] = [];

  private constructor(
    private readonly rack: Rack,
    readonly candidateId: string,
    private readonly fault: string,
    private readonly component: string,
  ) {}

  static async of(rack: Rack, fault: string, component = rack.component): Promise<Trial> {
    return new Trial(rack, await rack.candidate(), fault, component);
  }

  async reject(times = 1, given: Arrangement = {}): Promise<Arranged[]> {
    const arranged = await this.rack.reject(this.candidateId, times, given);
    this.applications.push(...arranged.map(({ applicationId }) => applicationId));
    return arranged;
  }

  /** Until every letter of the trial has come so far. */
  async everyLetter(hasComeSoFar: (letter: LetterRow) => boolean): Promise<void> {
    await eventually(
      async () => {
        const letters = await this.rack.lettersOf(this.applications);
        return letters.length === this.applications.length && letters.every(hasComeSoFar);
      },
      { what: 'every letter coming so far', within: patience(60_000) },
    );
  }

  /** When the fault is over: waits for everything to come to its end, and counts. `stoppedAt`: by address, no mail after that. */
  async conclude(stoppedAt = new Map<string, Date>()): Promise<Count> {
    await this.rack.drained();
    const count = await account(this.rack.db, this.rack.smtp, { applications: this.applications, stoppedAt });
    record(this.component, this.fault, count);
    return count;
  }
}
