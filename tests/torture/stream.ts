/** Rejections that keep coming over HTTP, whatever happens meanwhile. */
import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import { account, type Count } from './account.js';
import { InsistentClient } from './insistent-client.js';
import type { Rack } from './rack.js';
import { record } from './report.js';

const AT_ONCE = 4;

export class Stream {
  /** Answered with success: their plans have to follow. */
  readonly rejected: string[] = [];
  #isOver = false;
  #running: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly rack: Rack,
    readonly client: InsistentClient,
  ) {}

  static async start(rack: Rack): Promise<Stream> {
    const token = await rack.tokenOf(await rack.candidate());
    const stream = new Stream(rack, new InsistentClient(() => rack.apis.map(({ url }) => url), token));
    stream.#running = Promise.all(Array.from({ length: AT_ONCE }, () => stream.#run()));
    return stream;
  }

  /** Until so many more were answered. */
  async reaches(more: number): Promise<void> {
    const goal = this.rejected.length + more;
    await eventually(() => this.rejected.length >= goal, {
      what: `${more} more rejections being answered`,
      within: 120_000,
    });
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  async conclude(component: string, fault: string): Promise<Count> {
    await this.end();
    await this.rack.drained(120_000);
    const count = await account(this.rack.db, this.rack.smtp);
    // A rejection that was answered and is not in the rows is as lost as its letter.
    count.lost += Math.max(0, this.rejected.length - count.runs);
    record(component, fault, count);
    return count;
  }

  async #run(): Promise<void> {
    while (!this.#isOver) {
      const { id } = await this.client.apply(`${randomUUID()}@example.com`);
      await this.client.reject(id);
      this.rejected.push(id);
    }
  }
}
