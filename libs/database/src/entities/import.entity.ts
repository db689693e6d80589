import type { Facts, ImportFormat, ImportProblem, ImportState, Notice } from '@app/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of applications, and how far the worker has come with it. */
@Entity('imports')
export class Import {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('text') format!: ImportFormat;
  @Column('text') state!: ImportState;
  /** Gone once it is over. */
  @Column('bytea', { nullable: true, select: false }) file!: Buffer | null;
  /** Of its times. */
  @Column('text') timezone!: string;
  /** Null until the file is read. */
  @Column('integer', { nullable: true }) rows!: number | null;
  /** That the file names, each once; null until it is read. */
  @Column('integer', { nullable: true }) applications!: number | null;
  /** How many of them are dealt with. */
  @Column('integer', { default: 0 }) position!: number;
  @Column('integer', { default: 0 }) created!: number;
  @Column('integer', { default: 0 }) unchanged!: number;
  @Column('integer', { name: 'problem_count', default: 0 }) problemCount!: number;
  /** The first of them. */
  @Column('jsonb', { default: [] }) problems!: ImportProblem[];
  @Column('text', { nullable: true }) notice!: Notice | null;
  /** Of those that it made: taken back, and left because something was done to them; null until that is known. */
  @Column('integer', { default: 0 }) removed!: number;
  @Column('integer', { nullable: true }) kept!: number | null;
  /** Why it failed. */
  @Column('text', { name: 'why_code', nullable: true }) whyCode!: string | null;
  @Column('jsonb', { name: 'why_facts', default: {} }) whyFacts!: Facts;
  @Column('integer', { default: 0 }) failures!: number;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
