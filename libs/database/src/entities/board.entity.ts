import type { BoardProvider, Facts, MessageData, SweepOutcome } from '@app/contracts';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Shared between candidates, like its sweeps and postings. */
@Entity('boards')
export class Board {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') provider!: BoardProvider;
  @Column('text') slug!: string;
  /** The only alarm clock; null: nobody watches it. */
  @Column('timestamptz', { name: 'next_sweep_at', nullable: true }) nextSweepAt!: Date | null;
  /** What the board asked for: no wish of a candidate brings a sweep before it. */
  @Column('timestamptz', { name: 'not_before', nullable: true }) notBefore!: Date | null;
  @Column('timestamptz', { name: 'last_sweep_at', nullable: true }) lastSweepAt!: Date | null;
  @Column('text', { name: 'last_outcome', nullable: true }) lastOutcome!: SweepOutcome | null;
  @Column('text', { name: 'last_why_code', nullable: true }) lastWhyCode!: string | null;
  @Column('jsonb', { name: 'last_why_facts', default: {} }) lastWhyFacts!: Facts;
  @Column('integer', { name: 'open_postings', nullable: true }) openPostings!: number | null;
  /** Postings that somebody watches here and that no list ever showed. */
  @Column('jsonb', { name: 'never_seen', default: [] }) neverSeen!: string[];
  /** The first complete list: what stood in it is not new. */
  @Column('timestamptz', { name: 'baseline_at', nullable: true }) baselineAt!: Date | null;
  /** The latest list that was read. */
  @Column('timestamptz', { name: 'listed_at', nullable: true }) listedAt!: Date | null;
  /** How many postings the last sweep that was believed showed. */
  @Column('integer', { name: 'last_good_count', nullable: true }) lastGoodCount!: number | null;
  /** A collapse that waits for its confirmation; moments as ISO 8601. One that an earlier version left says less. */
  @Column('jsonb', { nullable: true }) collapse!: {
    count: number;
    sweeps: number;
    since: string;
    largest?: number;
    smallest?: number;
    countedAt?: string;
  } | null;
  /** What the board's server gave to ask with next time. */
  @Column('jsonb', { nullable: true }) validators!: {
    etag: string | null;
    lastModified: string | null;
    digest: string;
  } | null;
  @Column('integer', { default: 0 }) failures!: number;
  @Column('timestamptz', { name: 'failing_since', nullable: true }) failingSince!: Date | null;
  /** In a row: begun, and never ended. A lease that ran out says so at the next claim. */
  @Column('integer', { name: 'unfinished_readings', default: 0 }) unfinishedReadings!: number;
  @Column('timestamptz', { name: 'gone_since', nullable: true }) goneSince!: Date | null;
  /** When those who watch it were told that it is gone. */
  @Column('timestamptz', { name: 'gone_told_at', nullable: true }) goneToldAt!: Date | null;
  @Column('uuid', { name: 'lease_token', nullable: true }) leaseToken!: string | null;
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
}

@Entity('sweeps')
export class Sweep {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('uuid', { name: 'board_id' }) boardId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') outcome!: SweepOutcome;
  @Column('integer', { nullable: true }) postings!: number | null;
  @Column('integer') ms!: number;
  @Column('text', { name: 'why_code', nullable: true }) whyCode!: string | null;
  @Column('jsonb', { name: 'why_facts', default: {} }) whyFacts!: Facts;
}

@Entity('watches')
export class Watch {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('uuid', { name: 'board_id' }) boardId!: string;
  /** Null: the board itself is watched. */
  @Column('uuid', { name: 'vacancy_id', nullable: true }) vacancyId!: string | null;
  @Column('text', { name: 'posting_id', nullable: true }) postingId!: string | null;
  /** Of the job, once its posting came back as another one: then only what bears this title is it. */
  @Column('text', { nullable: true }) title!: string | null;
  /** Every application for it is deleted: nobody asks for it, and nobody is told. */
  @Column('boolean', { default: false }) paused!: boolean;
  /** When they were told that the board, or the page, is gone. */
  @Column('timestamptz', { name: 'gone_told_at', nullable: true }) goneToldAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
}

/** That a sweep announced new roles on a board, until its candidate knows. */
@Entity('new_role_notes')
export class NewRoleNote {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('uuid', { name: 'board_id' }) boardId!: string;
  @Column('timestamptz', { name: 'announced_at' }) announcedAt!: Date;
  /** Ids of postings that this candidate watches, or hears of as similar to one that they watch. */
  @Column('jsonb', { name: 'told_apart' }) toldApart!: string[];
  @Column('integer', { default: 0 }) failures!: number;
  @Column('timestamptz', { name: 'parked_at', nullable: true }) parkedAt!: Date | null;
}

export type SightingEvidence = MessageData<'vacancy.reopened.v1' | 'vacancy.similar_role_found.v1'>['evidence'];

/** What a sweep saw of a watched posting, until its candidate's vacancy knows it. */
@Entity('sightings')
export class Sighting {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('uuid', { name: 'vacancy_id' }) vacancyId!: string;
  @Column('uuid', { name: 'board_id' }) boardId!: string;
  @Column('text') kind!: 'missing' | 'open' | 'closed' | 'reopened' | 'similar' | 'board_gone' | 'page_gone';
  @Column('timestamptz', { name: 'observed_at' }) observedAt!: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('text', { name: 'posting_id' }) postingId!: string;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) url!: string | null;
  @Column('jsonb', { nullable: true }) evidence!: SightingEvidence | null;
  /** Seen on a page with one posting, and not by its id. */
  @Column('boolean', { name: 'by_page', default: false }) byPage!: boolean;
  @Column('integer', { default: 0 }) failures!: number;
  @Column('timestamptz', { name: 'parked_at', nullable: true }) parkedAt!: Date | null;
}
