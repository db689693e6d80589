import type { Facts } from '@app/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('webhook_endpoints')
export class WebhookEndpoint {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('text') url!: string;
  /** Empty: every type. */
  @Column('text', { name: 'event_types', array: true }) eventTypes!: string[];
  @Column('text', { nullable: true }) description!: string | null;
  @Column('text', { name: 'secret_sealed' }) secretSealed!: string;
  /** The one before it: what goes is signed with both for a while, so that a receiver can change to the new one. */
  @Column('text', { name: 'former_secret_sealed', nullable: true }) formerSecretSealed!: string | null;
  @Column('timestamptz', { name: 'former_secret_until', nullable: true }) formerSecretUntil!: Date | null;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt!: Date | null;
  @Column('text', { name: 'disabled_why_code', nullable: true }) disabledWhyCode!: string | null;
  @Column('jsonb', { name: 'disabled_why_facts', default: {} }) disabledWhyFacts!: Facts;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
}

@Entity('webhook_deliveries')
export class WebhookDelivery {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('uuid', { name: 'endpoint_id' }) endpointId!: string;
  @Column('uuid', { name: 'event_id' }) eventId!: string;
  @Column('text') state!: 'waiting' | 'sending' | 'delivered' | 'failed';
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('integer', { default: 0 }) attempt!: number;
  @Column('uuid', { name: 'lease_token', nullable: true }) leaseToken!: string | null;
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil!: Date | null;
  @Column('integer', { name: 'last_status', nullable: true }) lastStatus!: number | null;
  @Column('text', { name: 'last_why_code', nullable: true }) lastWhyCode!: string | null;
  @Column('jsonb', { name: 'last_why_facts', default: {} }) lastWhyFacts!: Facts;
  @Column('text', { nullable: true }) excerpt!: string | null;
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
}
