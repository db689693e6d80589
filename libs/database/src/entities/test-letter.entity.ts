import type { Facts, TestState } from '@app/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That the candidate wants a letter as a mail to themself. Nothing of it is on the letter's ledger. */
@Entity('test_letters')
export class TestLetter {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('uuid', { name: 'follow_up_id' }) followUpId!: string;
  @Column('text', { default: 'waiting' }) state!: TestState;
  @Column('uuid', { name: 'lease_token', nullable: true }) leaseToken!: string | null;
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil!: Date | null;
  /** What became of it. */
  @Column('text', { name: 'why_code', nullable: true }) whyCode!: string | null;
  @Column('jsonb', { name: 'why_facts', default: {} }) whyFacts!: Facts;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
