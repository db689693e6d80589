import type { BoardPlace, Facts, PostingState } from '@app/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the page behind an address says of a job, so far. */
@Entity('page_readings')
export class PageReading {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('text') url!: string;
  /** Addresses of one posting have it in common. */
  @Column('text', { name: 'address_key', select: false }) addressKey!: string;
  @Column('text', { default: 'waiting' }) state!: PostingState;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { name: 'company_name', nullable: true }) companyName!: string | null;
  @Column('text', { nullable: true }) location!: string | null;
  @Column('text', { nullable: true }) requirements!: string | null;
  @Column('jsonb', { nullable: true }) board!: BoardPlace | null;
  @Column('text', { name: 'problem_code', nullable: true }) problemCode!: string | null;
  @Column('jsonb', { name: 'problem_facts', default: {} }) problemFacts!: Facts;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
