/** What the candidate and the world did, as plain facts: small enough to see that it is right. */
import type { RejectableStage, Stage } from '@app/contracts';
import { DEFAULTS, type ModelSettings } from './model-settings.js';

export interface ModelContact {
  id: string;
  name: string;
  email: string | null;
  /** All that they ever had. */
  addresses: Set<string>;
  addressChangedAt: Date | null;
  timezone: string | null;
  doNotContact: boolean;
  bounced: boolean;
  lastMailIn: Date | null;
  lastMailOut: Date | null;
  isDeleted: boolean;
  /** Things that were true at some time, and may have ended a letter then. */
  ever: Set<'do_not_contact' | 'no_address' | 'address_bounced' | 'deleted'>;
}

export interface ModelRejection {
  id: string;
  receivedAt: Date;
  stage: RejectableStage;
  hasReasons: boolean;
  stands: boolean;
  /** With whom it was. */
  contactId: string | null;
  /** Of the mail that brought it. */
  messageId: string | null;
  subject: string | null;
  ever: Set<'reasons' | 'no_reasons'>;
}

export interface ModelApplication {
  id: string;
  vacancyId: string;
  companyId: string;
  companyName: string;
  contactId: string | null;
  stage: Stage;
  stageBefore: RejectableStage;
  appliedAt: Date | null;
  recordedAt: Date;
  contactChanged: boolean;
  rejections: ModelRejection[];
  /** The hours of its rounds. */
  interviews: Date[];
  deletedAt: Date | null;
  wasDeleted: boolean;
}

export interface ModelVacancy {
  isClosed: boolean;
  closes: Date[];
}

/** A moment, not a state: it ends what is older. */
export interface Acceptance {
  applicationId: string;
  at: Date;
  stands: boolean;
  /** When it had been taken back and everybody knew. */
  forgottenAt: Date | null;
}

/** What the candidate said about one follow-up. */
export interface ModelFollowUp {
  /** Known once they said something. */
  about: { kind: string; applicationId: string | null; contactId: string | null; since: Date } | null;
  held: boolean;
  cancelled: boolean;
  approvedAt: Date | null;
  resumed: boolean;
  markedSent: boolean;
  resends: number;
  edit: number | null;
  /** The moment they chose. */
  notBefore: Date | null;
  /** When they last let it go or chose a moment. */
  chosenAt: Date | null;
  /** To be sent at once, said while that was so. */
  despite: Set<'disabled' | 'not_looking' | 'no_letters'>;
}

const NOTHING_SAID = {
  about: null,
  held: false,
  cancelled: false,
  approvedAt: null,
  resumed: false,
  markedSent: false,
  resends: 0,
  edit: null,
  notBefore: null,
  chosenAt: null,
};

export class Model {
  readonly contacts: ModelContact[] = [];
  readonly applications: ModelApplication[] = [];
  readonly vacancies = new Map<string, ModelVacancy>();
  readonly acceptances: Acceptance[] = [];
  readonly followUps = new Map<string, ModelFollowUp>();
  settings: ModelSettings = DEFAULTS;
  /** The application whose acceptance turned `looking` off; null: the candidate did, or it is on. */
  lookingOffBy: string | null = null;
  /** Every one that was asked for. */
  readonly delays = new Set([DEFAULTS.delayDays]);
  /** Of the settings, at some time. */
  readonly ever = new Set<'disabled' | 'not_looking'>();
  /** Addresses of those who do not want to be written to, whoever has them by now. */
  readonly optedOut = new Set<string>();
  readonly everOptedOut = new Set<string>();
  /** Addresses that a server knew nothing of, and when it said so. */
  readonly dead = new Map<string, Date>();
  edits = 0;

  followUp(id: string): ModelFollowUp {
    const known = this.followUps.get(id);
    if (known) return known;
    const said: ModelFollowUp = { ...NOTHING_SAID, despite: new Set() };
    this.followUps.set(id, said);
    return said;
  }

  contact(id: string | null): ModelContact | undefined {
    return this.contacts.find((contact) => contact.id === id);
  }

  /** Whoever has or had an address that this one has or had, a deleted one too. */
  readersWith(id: string | null): ModelContact[] {
    const { addresses } = this.contact(id) ?? { addresses: new Set<string>() };
    return this.contacts.filter(
      (other) => other.id === id || [...other.addresses].some((address) => addresses.has(address)),
    );
  }

  application(id: string | null): ModelApplication | undefined {
    return this.applications.find((application) => application.id === id);
  }

  vacancy(id: string): ModelVacancy {
    const known = this.vacancies.get(id);
    if (known) return known;
    const unseen = { isClosed: false, closes: [] };
    this.vacancies.set(id, unseen);
    return unseen;
  }

  get livingContacts(): ModelContact[] {
    return this.contacts.filter(({ isDeleted }) => !isDeleted);
  }

  get livingApplications(): ModelApplication[] {
    return this.applications.filter(({ deletedAt }) => deletedAt === null);
  }

  /** With every address they had, and with whoever is at one of them. */
  optsOut(contact: ModelContact): void {
    contact.doNotContact = true;
    contact.ever.add('do_not_contact');
    for (const address of contact.addresses) this.optsOutAt(address);
    for (const other of this.livingContacts) {
      if (!other.doNotContact && contact.addresses.has(other.email ?? '')) this.optsOut(other);
    }
  }

  optsOutAt(address: string): void {
    this.optedOut.add(address);
    this.everOptedOut.add(address);
  }

  /** Again, they alone: not where somebody else who opted out was before, or is. */
  mayBeWrittenTo(contact: ModelContact): void {
    contact.doNotContact = false;
    for (const address of contact.addresses) {
      const isAnothers = this.contacts.some(({ doNotContact, addresses }) => doNotContact && addresses.has(address));
      if (address === contact.email || !isAnothers) this.optedOut.delete(address);
    }
  }

  /** An acceptance that still stands. */
  isAcceptedSince(since: Date): boolean {
    return this.acceptances.some(
      ({ applicationId, at, stands }) => stands && at > since && this.application(applicationId)?.deletedAt === null,
    );
  }

  /** Which rejection a letter is about; unknown where two were received at one moment. */
  rejectionOf({ applicationId, since }: { applicationId: string | null; since: Date }): ModelRejection | undefined {
    const all = this.application(applicationId)?.rejections ?? [];
    const own = all.filter(({ receivedAt }) => receivedAt.getTime() === since.getTime());
    return own.length === 1 ? own[0] : undefined;
  }
}
