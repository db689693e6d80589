/** What the candidate and the world did, as plain facts: small enough to see that it is right. */
import type { RejectableStage, Stage } from '@app/contracts';

export interface ModelContact {
  id: string;
  name: string;
  email: string | null;
  timezone: string | null;
  doNotContact: boolean;
  bounced: boolean;
  lastMailIn: Date | null;
  lastMailOut: Date | null;
  /** Things that were true at some time, and may have ended a letter then. */
  ever: Set<'do_not_contact' | 'no_address' | 'address_bounced'>;
}

export interface ModelRejection {
  receivedAt: Date;
  stage: RejectableStage;
  hasReasons: boolean;
  stands: boolean;
}

export interface ModelApplication {
  id: string;
  vacancyId: string;
  contactId: string | null;
  stage: Stage;
  stageBefore: RejectableStage;
  contactChanged: boolean;
  rejections: ModelRejection[];
}

/** What the candidate said about one follow-up. */
export interface ModelFollowUp {
  held: boolean;
  cancelled: boolean;
  approved: boolean;
  markedSent: boolean;
  resends: number;
  edit: number | null;
  /** The moment they chose. */
  notBefore: Date | null;
}

export interface ModelSettings {
  approval: 'auto' | 'review';
  enabled: boolean;
  looking: boolean;
  from: number;
  to: number;
  weekends: boolean;
  gapDays: number;
  dailyCap: number;
}

export const DEFAULTS: ModelSettings = {
  approval: 'auto',
  enabled: true,
  looking: true,
  from: 9,
  to: 12,
  weekends: false,
  gapDays: 14,
  dailyCap: 3,
};

export class Model {
  readonly contacts: ModelContact[] = [];
  readonly applications: ModelApplication[] = [];
  readonly followUps = new Map<string, ModelFollowUp>();
  settings: ModelSettings = DEFAULTS;
  /** Of the settings, at some time. */
  readonly ever = new Set<'disabled' | 'not_looking' | 'offer_accepted'>();
  edits = 0;

  followUp(id: string): ModelFollowUp {
    const known = this.followUps.get(id);
    if (known) return known;
    const said = {
      held: false,
      cancelled: false,
      approved: false,
      markedSent: false,
      resends: 0,
      edit: null,
      notBefore: null,
    };
    this.followUps.set(id, said);
    return said;
  }

  contact(id: string | null): ModelContact | undefined {
    return this.contacts.find((contact) => contact.id === id);
  }

  application(id: string | null): ModelApplication | undefined {
    return this.applications.find((application) => application.id === id);
  }

  get hasAcceptedOffer(): boolean {
    return this.applications.some(({ stage }) => stage === 'accepted');
  }
}
