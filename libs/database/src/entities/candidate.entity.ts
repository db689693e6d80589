import type { SettingsPatch } from '@app/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('candidates')
export class Candidate {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  /** What the candidate changed; everything else is the default of the day. */
  @Column('jsonb', { default: {} }) settings!: SettingsPatch;
  /** The application whose acceptance turned `looking` off; null: the candidate did, or it is on. */
  @Column('uuid', { name: 'looking_off_by', nullable: true }) lookingOffBy!: string | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false }) updatedAt!: Date;
  /** Raised by every write, by the database. */
  @Column({ type: 'integer', insert: false, update: false }) version!: number;
}
