import type { ReasonCategory, RejectableStage, Stage } from '@app/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('applications')
export class Application {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('uuid', { name: 'company_id' }) companyId!: string;
  @Column('uuid', { name: 'vacancy_id' }) vacancyId!: string;
  @Column('uuid', { name: 'contact_id', nullable: true }) contactId!: string | null;
  @Column('text') stage!: Stage;
  @Column('timestamptz', { name: 'applied_at', nullable: true }) appliedAt!: Date | null;
  /** What makes the same row of an import the same application. */
  @Column('text', { name: 'import_key', nullable: true }) importKey!: string | null;
  /** The import that made it. */
  @Column('uuid', { name: 'import_id', nullable: true }) importId!: string | null;
  /** Invented, to be looked at: set by the database where its company is. */
  @Column('boolean', { default: false }) sample!: boolean;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false }) updatedAt!: Date;
  /** Raised by every write, by the database. */
  @Column({ type: 'integer', insert: false, update: false }) version!: number;
}

@Entity('stage_changes')
export class StageChange {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('uuid', { name: 'application_id' }) applicationId!: string;
  @Column('text', { name: 'from_stage', nullable: true }) fromStage!: Stage | null;
  @Column('text', { name: 'to_stage' }) toStage!: Stage;
  @Column('timestamptz') at!: Date;
  @Column('timestamptz', { name: 'scheduled_at', nullable: true }) scheduledAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
}

@Entity('rejections')
export class Rejection {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('uuid', { name: 'application_id' }) applicationId!: string;
  /** With whom it was: its thread is theirs alone. */
  @Column('uuid', { name: 'contact_id', nullable: true }) contactId!: string | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('text') stage!: RejectableStage;
  @Column('text', { name: 'reason_category', nullable: true }) reasonCategory!: ReasonCategory | null;
  @Column('text', { name: 'reason_words', nullable: true }) reasonWords!: string | null;
  /** The Message-ID of the mail that brought it, angle brackets included. */
  @Column('text', { name: 'message_id', nullable: true }) messageId!: string | null;
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false }) updatedAt!: Date;
}

@Entity('interviews')
export class Interview {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('uuid', { name: 'application_id' }) applicationId!: string;
  @Column('timestamptz', { name: 'scheduled_at' }) scheduledAt!: Date;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false }) updatedAt!: Date;
  /** Raised by every write, by the database. */
  @Column({ type: 'integer', insert: false, update: false }) version!: number;
}
