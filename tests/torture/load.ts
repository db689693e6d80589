/** What many candidates do at once over HTTP: apply, are rejected, and now and then stop what follows. */
import { setTimeout as pause } from 'node:timers/promises';
import type { FollowUp, RecordedApplication } from '../support/house.js';
import type { Dice } from './dice.js';
import { InsistentClient } from './insistent-client.js';
import type { Rack } from './rack.js';

const CANDIDATES = 40;
const AT_ONCE = 16;
/** More than this that the workers have not done yet, and whoever comes waits: a run is as long as the work in it. */
const BACKLOG = 300;

export class Load {
  /** Applications whose rejection was answered with success. */
  readonly rejected: string[] = [];
  /** By address: when a stop of its letter was answered with success. */
  readonly stoppedAt = new Map<string, Date>();
  /** Commands that were answered with success: applications, rejections, and stops. */
  operations = 0;
  #begun = 0;

  private constructor(
    readonly client: InsistentClient,
    private readonly rack: Rack,
    private readonly tokens: string[],
    private readonly dice: Dice,
  ) {}

  static async on(rack: Rack, dice: Dice): Promise<Load> {
    const tokens: string[] = [];
    for (let n = 0; n < CANDIDATES; n += 1) tokens.push(await rack.tokenOf(await rack.candidate()));
    return new Load(new InsistentClient(() => rack.apis.map(({ url }) => url)), rack, tokens, dice);
  }

  async run(operations: number): Promise<void> {
    const lane = async () => {
      while (this.operations < operations) {
        while ((await this.rack.backlog()) > BACKLOG) await pause(500);
        await this.#live((this.#begun += 1));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }

  async #live(number: number): Promise<void> {
    const client = this.client.as(this.tokens[number % this.tokens.length]!);
    const address = `contact-${number}@example.com`;
    const stop = this.dice.oneIn(4) ? this.dice.oneOf(STOPS) : null;
    const after = this.dice.upTo(1_500);
    const application = await client.apply(address);
    await client.reject(application.id);
    this.rejected.push(application.id);
    this.operations += 2;
    if (!stop) return;
    await pause(after);
    if (!(await stop(client, application))) return;
    this.stoppedAt.set(address, new Date());
    this.operations += 1;
  }
}

type Stop = (client: InsistentClient, application: RecordedApplication) => Promise<boolean>;

const cancel: Stop = async (client, { id }) => {
  const page = await client.send<{ data: FollowUp[] }>('GET', `/follow-ups?applicationId=${id}&audience=contact`);
  const letter = page?.data[0];
  return letter !== undefined && (await client.send('POST', `/follow-ups/${letter.id}/cancel`, {})) !== null;
};

const reply: Stop = async (client, { contactId }) => {
  const touch = { kind: 'mail', direction: 'in', at: new Date().toISOString(), text: 'Thank you for asking.' };
  return (await client.send('POST', `/contacts/${contactId}/touches`, touch)) !== null;
};

const optOut: Stop = async (client, { contactId }) =>
  (await client.send('PATCH', `/contacts/${contactId}`, { doNotContact: true })) !== null;

const takeBack: Stop = async (client, { id }) =>
  (await client.send('DELETE', `/applications/${id}/rejection`)) !== null;

const STOPS = [cancel, reply, optOut, takeBack];
