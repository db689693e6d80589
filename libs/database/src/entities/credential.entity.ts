import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A program brings a token, a browser its session, and a link a code, which opens one session. */
export type CredentialKind = 'token' | 'session' | 'code';

/** What lets somebody in. The database's clock says how long: see `caller_of`. */
@Entity('credentials')
export class Credential {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('text') kind!: CredentialKind;
  @Column('text') name!: string;
  /** SHA-256 of what is shown. */
  @Column('bytea') hash!: Buffer;
  /** Null: everything that the account may. */
  @Column('text', { array: true, nullable: true }) scopes!: string[] | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'idle_until', nullable: true }) idleUntil!: Date | null;
  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  /** With it this ends. */
  @Column('uuid', { name: 'opened_by', nullable: true }) openedBy!: string | null;
}
