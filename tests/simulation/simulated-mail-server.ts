/** The mail server and the network before it: how each conversation goes is drawn; what the server kept is remembered. */
import { say } from '@app/contracts';
import type { MailOutcome, OutgoingMessage } from '../../apps/worker/src/effects/email/mailer.js';
import type { TestDatabase } from '../support/test-database.js';
import type { Dice } from './dice.js';
import type { Model } from './model.js';
import type { ModelSettings } from './model-settings.js';
import type { SimulatedClock } from './simulated-clock.js';
import { Crash, type SimulatedWorker } from './simulated-worker.js';
import type { Suspensions } from './suspensions.js';

/** The follow-up as its sender claimed it. */
export interface ClaimedRow {
  id: string;
  kind: string;
  audience: 'contact' | 'candidate';
  applicationId: string | null;
  contactId: string | null;
  since: Date;
  dueAt: Date;
  atOnce: boolean;
  /** When it last became a draft; null: it never was one. */
  draftedAt: Date | null;
  /** The close that the reopening it tells of ended. */
  closedAt: string | null;
}

export interface Conversation {
  /** One, unless it is a digest. */
  rows: ClaimedRow[];
  worker: SimulatedWorker;
  to: string;
  /** All addresses that its contact had had by the time it was handed over. */
  addresses: string[];
  mime: Buffer;
  claimedAt: Date;
  /** As they were then: what is changed in the middle of a conversation holds for the next one. */
  settings: ModelSettings;
  ending: Ending;
  /** The server answered 354. */
  isAsked: boolean;
  /** When the sender was let past the point of no return. */
  handedOverAt: Date | null;
  kept: boolean;
  /** The server said no, and the sender heard it. */
  isRefused: boolean;
  /** The sender heard whether it was taken. */
  isAnswered: boolean;
  /** The server refuses us, and this is not what it is tried with. */
  isUntried: boolean;
  /** The model knows that the mailbox was refused. */
  isLearned: boolean;
}

const ANSWERS = {
  accepted: { kind: 'accepted', reply: '250 2.0.0 kept' },
  unreachable: { kind: 'not_sent', why: say('no_answer_in_time', { server: 'simulated' }) },
  busy: refused(450, '4.2.1', 'recipient'),
  unwanted: refused(550, '5.7.1', 'recipient'),
  noRelay: { ...refused(550, null, 'recipient'), reply: '550 relay not permitted' },
  noSuchMailbox: refused(550, '5.1.1', 'recipient'),
  droppedBefore: { kind: 'not_sent', why: say('connection_closed', { server: 'simulated' }) },
  killedBefore: null,
  busyAfter: refused(451, '4.3.0', 'data'),
  unwantedAfter: refused(554, '5.7.1', 'data'),
  droppedKept: { kind: 'unconfirmed', why: say('connection_closed', { server: 'simulated' }) },
  droppedLost: { kind: 'unconfirmed', why: say('connection_closed', { server: 'simulated' }) },
  killedKept: null,
  killedLost: null,
} as const satisfies Record<string, MailOutcome | null>;
/** Whether it is, or is part of, what was sent in this conversation. */
export const carries = ({ rows }: Conversation, followUpId: string): boolean =>
  rows.some(({ id }) => id === followUpId);
export const isLetter = ({ rows }: Conversation): boolean => rows.some(({ audience }) => audience === 'contact');

export type Ending = keyof typeof ANSWERS;

const ENDINGS = Object.keys(ANSWERS) as Ending[];
const BEFORE_DATA = new Set<Ending>([
  'unreachable',
  'busy',
  'unwanted',
  'noRelay',
  'noSuchMailbox',
  'droppedBefore',
  'killedBefore',
]);
const KEPT = new Set<Ending>(['accepted', 'droppedKept', 'killedKept']);
const MESSAGE_ID = /^Message-ID:\s*(<[^>]+>)/im;

export class SimulatedMailServer {
  readonly conversations: Conversation[] = [];
  dice!: Dice;
  /** Every conversation that begins now stands still, before the 354 or after. */
  standsStill: 'before' | 'after' | null = null;
  /** How every conversation that begins now ends, where that is not drawn. */
  ends: Ending | null = null;

  constructor(
    private readonly db: TestDatabase,
    private readonly clock: SimulatedClock,
    private readonly suspensions: Suspensions<Conversation>,
    private readonly model: Model,
    /** Asked for each message that passes the point of no return. */
    private readonly onHandOver: (conversation: Conversation) => void,
  ) {}

  /** One conversation, as the worker's mailer has it. */
  async converse(
    worker: SimulatedWorker,
    { to, mime }: OutgoingMessage,
    beforeData: () => Promise<boolean>,
  ): Promise<MailOutcome> {
    const isSmooth = !this.dice.chance(0.4);
    const ending = this.ends ?? (isSmooth ? 'accepted' : this.dice.pick(ENDINGS));
    const pausesBefore = this.dice.chance(0.3) || this.standsStill === 'before';
    const pausesAfter = this.dice.chance(0.3) || this.standsStill === 'after';
    const [rows, claimedAt] = [await this.claimedRows(mime), this.clock.now];
    const begun = { rows, worker, to, addresses: [to], mime, claimedAt, settings: this.model.settings, ending };
    const conversation: Conversation = {
      ...begun,
      isAsked: false,
      handedOverAt: null,
      kept: false,
      isRefused: false,
      isAnswered: false,
      isUntried: false,
      isLearned: false,
    };
    this.conversations.push(conversation);

    if (pausesBefore) await this.suspensions.suspend(conversation);
    if (BEFORE_DATA.has(conversation.ending)) return this.end(conversation);
    conversation.isAsked = true;
    const isAllowed = await beforeData().catch((error: Error) => error);
    if (isAllowed instanceof Crash || worker.isDead) throw worker.crash();
    if (isAllowed instanceof Error) return { kind: 'not_sent', why: say('not_recorded', { said: isAllowed.message }) };
    if (!isAllowed) return { kind: 'stopped' };

    conversation.handedOverAt = this.clock.now;
    conversation.isUntried = await this.isClosedTo(rows);
    conversation.kept = KEPT.has(conversation.ending);
    conversation.addresses.push(...(this.model.contact(rows[0]?.contactId ?? null)?.addresses ?? []));
    this.onHandOver(conversation);
    if (pausesAfter) await this.suspensions.suspend(conversation);
    return this.end(conversation);
  }

  /** The sender waited longer than it may: it hangs up, whatever the server made of it. */
  timeOut(conversation: Conversation): void {
    const { handedOverAt, kept } = conversation;
    if (handedOverAt === null) conversation.ending = 'unreachable';
    else conversation.ending = kept ? 'droppedKept' : 'droppedLost';
  }

  private end(conversation: Conversation): MailOutcome {
    const { worker, ending } = conversation;
    const answer = ANSWERS[ending];
    if (worker.isDead || answer === null) throw worker.crash();
    conversation.isRefused = answer.kind === 'refused';
    conversation.isAnswered = answer.kind !== 'unconfirmed';
    return answer;
  }

  private async isClosedTo(rows: readonly ClaimedRow[]): Promise<boolean> {
    const closed = await this.db.query(
      `select 1 from mail_accounts where closed_at is not null and not coalesce(trying = any ($1), false)`,
      [rows.map(({ id }) => id)],
    );
    return closed.length > 0;
  }

  private claimedRows(mime: Buffer): Promise<ClaimedRow[]> {
    const [, messageId] = MESSAGE_ID.exec(mime.toString('latin1'))!;
    return this.db.query<ClaimedRow>(
      `select id, kind, audience, application_id as "applicationId", contact_id as "contactId", since,
         due_at as "dueAt", at_once as "atOnce", details ->> 'closedAt' as "closedAt",
         (select max(at) from follow_up_ledger where follow_up_id = f.id and what_code in ('drafted', 'back_to_draft')) as "draftedAt"
       from follow_ups f where message_id = $1 and state = 'sending' order by id`,
      [messageId],
    );
  }
}

function refused(code: number, enhancedCode: string | null, stage: 'recipient' | 'data') {
  const reply = `${code} ${enhancedCode} as drawn`;
  return { kind: 'refused', code, enhancedCode, permanent: code >= 500, reply, stage } as const;
}
