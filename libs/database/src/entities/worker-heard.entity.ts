import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a worker last looked for work. One row. */
@Entity('worker_heard')
export class WorkerHeard {
  @PrimaryColumn('smallint') id!: number;
  /** Where its queue lives. */
  @Column('text') queue!: 'postgres' | 'redis';
  @Column('text') version!: string;
  @Column('timestamptz', { name: 'heard_at' }) heardAt!: Date;
}
