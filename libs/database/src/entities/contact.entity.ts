import type { ContactRole, Direction, TouchKind } from '@app/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('companies')
export class Company {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('text') name!: string;
  /** The name folded for comparison: one company per candidate and key. */
  @Column('text', { name: 'name_key' }) nameKey!: string;
  @Column('text', { nullable: true }) website!: string | null;
  @Column('text', { name: 'careers_url', nullable: true }) careersUrl!: string | null;
  @Column('text', { nullable: true }) cooldown!: string | null;
  /** Invented, to be looked at. */
  @Column('boolean', { default: false }) sample!: boolean;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false }) updatedAt!: Date;
  /** Raised by every write, by the database. */
  @Column({ type: 'integer', insert: false, update: false }) version!: number;
}

@Entity('contacts')
export class Contact {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('uuid', { name: 'company_id', nullable: true }) companyId!: string | null;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) email!: string | null;
  /** The address folded for comparison: one contact per candidate and key. */
  @Column('text', { name: 'email_key', nullable: true }) emailKey!: string | null;
  @Column('text') role!: ContactRole;
  @Column('text', { nullable: true }) timezone!: string | null;
  @Column('text', { nullable: true }) country!: string | null;
  /** ISO 3166-2, for holidays. */
  @Column('text', { nullable: true }) region!: string | null;
  /** How they are addressed; null: as their name allows. */
  @Column('text', { nullable: true }) greeting!: string | null;
  /** Whether nobody reads at their address; null: as the address itself tells. */
  @Column('boolean', { nullable: true }) unread!: boolean | null;
  /** Addresses they had before, folded for comparison. */
  @Column('text', { name: 'former_keys', array: true, default: '{}' }) formerKeys!: string[];
  @Column('text', { array: true }) tags!: string[];
  @Column('text', { nullable: true }) notes!: string | null;
  @Column('boolean', { name: 'do_not_contact' }) doNotContact!: boolean;
  @Column('timestamptz', { name: 'bounced_at', nullable: true }) bouncedAt!: Date | null;
  @Column('timestamptz', { name: 'last_touch_at', nullable: true }) lastTouchAt!: Date | null;
  /** Invented, to be looked at. */
  @Column('boolean', { default: false }) sample!: boolean;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', insert: false }) updatedAt!: Date;
  /** Raised by every write, by the database. */
  @Column({ type: 'integer', insert: false, update: false }) version!: number;
}

@Entity('touches')
export class Touch {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  @Column('uuid', { name: 'contact_id' }) contactId!: string;
  @Column('text') kind!: TouchKind;
  @Column('text', { nullable: true }) direction!: Direction | null;
  @Column('timestamptz') at!: Date;
  @Column('text', { nullable: true }) text!: string | null;
  /** The letter that made this touch; null when somebody recorded it. */
  @Column('uuid', { name: 'follow_up_id', nullable: true }) followUpId!: string | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt!: Date;
}

/** Two entries that were one person: who was taken up, and what undoing it needs. */
@Entity('contact_merges')
export class ContactMerge {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'candidate_id' }) candidateId!: string;
  /** Who stays. */
  @Column('uuid', { name: 'contact_id' }) contactId!: string;
  @Column('uuid', { name: 'from_id' }) fromId!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { name: 'email_key', nullable: true }) emailKey!: string | null;
  /** What was blank and was filled. */
  @Column('jsonb', { default: {} }) filled!: Partial<Contact>;
  /** The addresses that came to those they had. */
  @Column('text', { name: 'added_keys', array: true, default: '{}' }) addedKeys!: string[];
  /** Whether each of them could be written to before. */
  @Column('boolean', { name: 'was_open' }) wasOpen!: boolean;
  @Column('boolean', { name: 'from_was_open' }) fromWasOpen!: boolean;
  @Column({ type: 'timestamptz', name: 'merged_at', insert: false, update: false }) mergedAt!: Date;
  @Column({ type: 'timestamptz', name: 'undo_until', insert: false, update: false }) undoUntil!: Date;
}

/** What has to be known of an address whoever is recorded with it; `addressHash` by the database's function `address_hash`. */
@Entity('address_marks')
export class AddressMark {
  @PrimaryColumn('uuid', { name: 'candidate_id' }) candidateId!: string;
  @PrimaryColumn('bytea', { name: 'address_hash' }) addressHash!: Buffer;
  @PrimaryColumn('text') kind!: 'opted_out' | 'dead' | 'written';
  @Column('timestamptz') at!: Date;
  /** Null: for good. */
  @Column('timestamptz', { name: 'kept_until', nullable: true }) keptUntil!: Date | null;
}
