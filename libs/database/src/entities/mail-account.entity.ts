import type { Facts } from '@app/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether the mail server takes mail from us. The nil id is the account of SMTP_URL; any other one is a candidate as the sender. */
@Entity('mail_accounts')
export class MailAccount {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id', nullable: true }) candidateId!: string | null;
  @Column('text') fingerprint!: string;
  /** Its host, for people. */
  @Column('text', { nullable: true }) server!: string | null;
  /** Since when it refuses us, without a mail that it took in between. */
  @Column('timestamptz', { name: 'refused_at', nullable: true }) refusedAt!: Date | null;
  @Column('text', { name: 'refused_recipient', nullable: true }) refusedRecipient!: string | null;
  @Column('text', { name: 'why_code', nullable: true }) whyCode!: string | null;
  @Column('jsonb', { name: 'why_facts', default: {} }) whyFacts!: Facts;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  /** When a closed one is tried again, and the follow-up that it is tried with. */
  @Column('timestamptz', { name: 'try_at', nullable: true }) tryAt!: Date | null;
  @Column('uuid', { nullable: true }) trying!: string | null;
  @Column('timestamptz', { name: 'told_at', nullable: true }) toldAt!: Date | null;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt!: Date | null;
  @Column('timestamptz', { name: 'changed_at', nullable: true }) changedAt!: Date | null;
}
