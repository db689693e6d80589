import type { FactType, MessageType } from '@app/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The append-only record of what happened. */
@Entity('events')
export class EventRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('text') type!: FactType;
  @Column('jsonb') data!: object;
  @Column('uuid', { name: 'application_id', nullable: true }) applicationId!: string | null;
  @Column('uuid', { name: 'contact_id', nullable: true }) contactId!: string | null;
  @Column({ type: 'timestamptz', name: 'occurred_at', insert: false, update: false }) occurredAt!: Date;
  /** About a sample: told to nobody. */
  @Column({ type: 'boolean', insert: false, update: false }) sample!: boolean;
}

/** A fact that no handler has dealt with yet; gone once one has. */
@Entity('outbox')
export class OutboxMessage {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('text') type!: MessageType;
  @Column('jsonb') data!: object;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  /** Not offered before this: now at first, later after a failure. */
  @Column({ type: 'timestamptz', name: 'retry_at', insert: false }) retryAt!: Date;
  @Column('integer', { default: 0 }) failures!: number;
  /** Of many at once: after whatever else the candidate does. */
  @Column('boolean', { default: false }) bulk!: boolean;
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
  /** Failed too often: set aside until somebody looks. */
  @Column('timestamptz', { name: 'parked_at', nullable: true }) parkedAt!: Date | null;
}

@Entity('idempotency_keys')
export class IdempotencyKey {
  @PrimaryColumn('uuid', { name: 'candidate_id' }) candidateId!: string;
  @PrimaryColumn('text') route!: string;
  @PrimaryColumn('text') key!: string;
  @Column('bytea', { name: 'body_hash' }) bodyHash!: Buffer;
  @Column('boolean', { name: 'hashed_as_read', default: false }) hashedAsRead!: boolean;
  @Column('jsonb', { nullable: true }) answer!: object | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
}
