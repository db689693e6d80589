import type { IsMine, ReasonCategory, Side } from '@app/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What of one's own stands beside what they asked for. */
export interface Quality {
  requirement: string;
  mine: string;
}

@Entity('reflections')
export class Reflection {
  @PrimaryColumn('uuid', { name: 'application_id' }) applicationId!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  /** The no that `lookedBackAt` and `skippedAt` are of. */
  @Column('uuid', { name: 'rejection_id' }) rejectionId!: string;
  @Column('text', { nullable: true }) asked!: string | null;
  @Column('text', { nullable: true }) answered!: string | null;
  @Column('text', { name: 'would_change', nullable: true }) wouldChange!: string | null;
  @Column('text', { name: 'suits_company', nullable: true }) suitsCompany!: Side | null;
  @Column('text', { name: 'suits_company_note', nullable: true }) suitsCompanyNote!: string | null;
  @Column('text', { name: 'suits_people', nullable: true }) suitsPeople!: Side | null;
  @Column('text', { name: 'suits_people_note', nullable: true }) suitsPeopleNote!: string | null;
  @Column('text', { name: 'suits_room', nullable: true }) suitsRoom!: Side | null;
  @Column('text', { name: 'suits_room_note', nullable: true }) suitsRoomNote!: string | null;
  @Column('text', { name: 'suits_work', nullable: true }) suitsWork!: Side | null;
  @Column('text', { name: 'suits_work_note', nullable: true }) suitsWorkNote!: string | null;
  @Column('text', { name: 'suits_leading', nullable: true }) suitsLeading!: Side | null;
  @Column('text', { name: 'suits_leading_note', nullable: true }) suitsLeadingNote!: string | null;
  @Column('text', { name: 'suits_talking', nullable: true }) suitsTalking!: Side | null;
  @Column('text', { name: 'suits_talking_note', nullable: true }) suitsTalkingNote!: string | null;
  @Column('text', { name: 'mine_company', nullable: true }) mineCompany!: IsMine | null;
  @Column('text', { name: 'mine_role', nullable: true }) mineRole!: IsMine | null;
  @Column('text', { name: 'mine_field', nullable: true }) mineField!: IsMine | null;
  @Column('jsonb', { default: [] }) qualities!: Quality[];
  @Column('text', { name: 'reason_category', nullable: true }) reasonCategory!: ReasonCategory | null;
  @Column('text', { name: 'reason_words', nullable: true }) reasonWords!: string | null;
  @Column('timestamptz', { name: 'looked_back_at', nullable: true }) lookedBackAt!: Date | null;
  /** For good, or until it is taken back. */
  @Column('timestamptz', { name: 'skipped_at', nullable: true }) skippedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false }) updatedAt!: Date;
  /** Raised by every write, by the database. */
  @Column({ type: 'integer', insert: false, update: false }) version!: number;
}
