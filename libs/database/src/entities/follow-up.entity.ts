import type { Audience, Facts, FollowUpKind, HeldWhy, StoredState } from '@app/contracts';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('follow_ups')
export class FollowUp {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('uuid', { name: 'application_id', nullable: true }) applicationId!: string | null;
  @Column('uuid', { name: 'contact_id', nullable: true }) contactId!: string | null;
  /** The message that planned it; unique together with the kind. */
  @Column('uuid', { name: 'source_id', nullable: true }) sourceId!: string | null;
  /** Of a letter, a reflection or a search for somebody to write to: the rejection behind it. */
  @Column('uuid', { name: 'rejection_id', nullable: true }) rejectionId!: string | null;
  @Column('uuid', { name: 'interview_id', nullable: true }) interviewId!: string | null;
  /** Which check-in after the touch, or which half-year, counted from 1. */
  @Column('integer', { nullable: true }) occasion!: number | null;
  @Column('text') kind!: FollowUpKind;
  @Column('text') audience!: Audience;
  @Column('text') state!: StoredState;
  /** The only alarm clock. */
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  /** When the plan would have it; `dueAt` may have been moved since by the candidate or the sender. */
  @Column('timestamptz', { name: 'planned_due_at', nullable: true }) plannedDueAt!: Date | null;
  /** When the fact behind it happened: stop rules count what came after. */
  @Column('timestamptz') since!: Date;
  /** Why there is one, or none; for whoever reads it a sentence is made of both. */
  @Column('text', { name: 'why_code' }) whyCode!: string;
  @Column('jsonb', { name: 'why_facts', default: {} }) whyFacts!: Facts;
  @Column('text', { name: 'held_why', nullable: true }) heldWhy!: HeldWhy | null;
  @Column('timestamptz', { name: 'held_until', nullable: true }) heldUntil!: Date | null;
  /** When it is too late for it, unless the candidate says otherwise. */
  @Column('timestamptz', { name: 'lapses_at', nullable: true }) lapsesAt!: Date | null;
  /** When the candidate let it go, or the moment they chose for it. */
  @Column('timestamptz', { name: 'chosen_at', nullable: true }) chosenAt!: Date | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt!: Date | null;
  @Column('timestamptz', { name: 'edited_at', nullable: true }) editedAt!: Date | null;
  /** The candidate said send-now although they do not look. */
  @Column('boolean', { name: 'despite_not_looking', default: false }) despiteNotLooking!: boolean;
  /** The candidate said send-now although no letters go for a while. */
  @Column('boolean', { name: 'despite_no_letters', default: false }) despiteNoLetters!: boolean;
  /** Who ended it: `candidate`, `plan`, `stop_rule`, `clock` or `sender`. */
  @Column('text', { name: 'ended_by', nullable: true }) endedBy!: string | null;
  /** The code of the reason that ended it. */
  @Column('text', { name: 'ended_why', nullable: true }) endedWhy!: string | null;
  /** What it was before it ended, for taking that back. */
  @Column('text', { name: 'prior_state', nullable: true }) priorState!: StoredState | null;
  @Column('text', { name: 'prior_held_why', nullable: true }) priorHeldWhy!: HeldWhy | null;
  @Column('timestamptz', { name: 'prior_held_until', nullable: true }) priorHeldUntil!: Date | null;
  /** The candidate said send-now: passes over time, window and spacing. */
  @Column('boolean', { name: 'at_once', default: false }) atOnce!: boolean;
  /** When a letter that waits for others was first due: its place among them. */
  @Column('timestamptz', { name: 'queued_since', nullable: true }) queuedSince!: Date | null;
  /** Stored only once edited; rendered from the template before that. */
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('text', { nullable: true }) body!: string | null;
  /** What the reminder tells beside its rows: evidence of a reopening, counts of a streak, the hour of an interview. */
  @Column('jsonb', { nullable: true }) details!: object | null;
  @Column('integer', { default: 0 }) attempt!: number;
  @Column('uuid', { name: 'lease_token', nullable: true }) leaseToken!: string | null;
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil!: Date | null;
  @Column('text', { nullable: true }) phase!: 'connect' | 'data' | null;
  /** The whole frozen message; fetched only by who sends it. */
  @Column('bytea', { nullable: true, select: false }) mime!: Buffer | null;
  /** Whom the frozen message is for. */
  @Column('text', { nullable: true }) recipient!: string | null;
  @Column('text', { name: 'message_id', nullable: true }) messageId!: string | null;
  /** Of a reminder that goes together with others: the one of them that holds the frozen message. */
  @Column('uuid', { name: 'digest_id', nullable: true }) digestId!: string | null;
  /** When the mail server last refused us with it, and until when it is left alone. */
  @Column('timestamptz', { name: 'refused_at', nullable: true }) refusedAt!: Date | null;
  @Column('timestamptz', { name: 'refused_until', nullable: true }) refusedUntil!: Date | null;
  /** The server took others meanwhile. */
  @Column('boolean', { name: 'refused_alone', default: false }) refusedAlone!: boolean;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  /** Of an application or a contact that is one: it is shown, and never goes. */
  @Column({ type: 'boolean', insert: false, update: false }) sample!: boolean;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false }) updatedAt!: Date;
  /** Raised by every write, by the database. */
  @Column({ type: 'integer', insert: false, update: false }) version!: number;
}

@Entity('follow_up_attempts')
export class FollowUpAttempt {
  @PrimaryColumn('uuid', { name: 'follow_up_id' }) followUpId!: string;
  @PrimaryColumn('integer') attempt!: number;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column({ type: 'timestamptz', name: 'started_at', insert: false }) startedAt!: Date;
  @Column('timestamptz', { name: 'data_at', nullable: true }) dataAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('text', { nullable: true }) reply!: string | null;
}

@Entity('follow_up_ledger')
export class LedgerLine {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('uuid', { name: 'follow_up_id' }) followUpId!: string;
  @Column({ type: 'timestamptz', insert: false }) at!: Date;
  @Column('text') by!: string;
  @Column('text', { name: 'what_code' }) whatCode!: string;
  @Column('jsonb', { name: 'what_facts', default: {} }) whatFacts!: Facts;
  @Column('text', { name: 'why_code', nullable: true }) whyCode!: string | null;
  @Column('jsonb', { name: 'why_facts', default: {} }) whyFacts!: Facts;
}
