import type { BoardReference, MessageData, ObservedStatus, VacancyStatus } from '@app/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Since when it had been closed, and why it is thought to be the same job; moments as ISO 8601. */
export type Reopening = Pick<MessageData<'vacancy.reopened.v1'>, 'closedAt' | 'evidence'>;

@Entity('vacancies')
export class Vacancy {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('uuid', { name: 'company_id' }) companyId!: string;
  @Column('text') title!: string;
  /** What its title has in common with every spelling of it. */
  @Column('text', { name: 'title_key', nullable: true, select: false }) titleKey!: string | null;
  @Column('text', { nullable: true }) location!: string | null;
  @Column('text', { nullable: true }) url!: string | null;
  @Column('text', { nullable: true }) requirements!: string | null;
  @Column('jsonb', { nullable: true }) board!: BoardReference | null;
  @Column('text') status!: VacancyStatus;
  @Column('timestamptz', { name: 'observed_at', nullable: true }) observedAt!: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  /** Invented, to be looked at: set by the database where its company is. */
  @Column('boolean', { default: false }) sample!: boolean;
  /** With its company. */
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false }) updatedAt!: Date;
  /** Raised by every write, by the database. */
  @Column({ type: 'integer', insert: false, update: false }) version!: number;
}

@Entity('vacancy_observations')
export class VacancyObservation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('uuid', { name: 'vacancy_id' }) vacancyId!: string;
  @Column('text') status!: ObservedStatus;
  @Column('timestamptz', { name: 'observed_at' }) observedAt!: Date;
  @Column('text', { name: 'posting_id', nullable: true }) postingId!: string | null;
  @Column('text', { nullable: true }) url!: string | null;
  @Column('text', { nullable: true }) concluded!: 'closed' | 'reopened' | null;
  /** Of what it was concluded that it has reopened. */
  @Column('jsonb', { nullable: true }) reopening!: Reopening | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
}
