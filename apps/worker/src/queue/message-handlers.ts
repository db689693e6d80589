import type { MessageType } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClosedNotices } from '../follow-up/closed-notices.service.js';
import { ContactChanges } from '../follow-up/contact-changes.handler.js';
import { Reasons } from '../follow-up/reasons.handler.js';
import { Rejected } from '../follow-up/rejected.handler.js';
import { Reopened } from '../follow-up/reopened.handler.js';
import { SettingsChanged } from '../follow-up/settings-changed.handler.js';
import { StageChanged } from '../follow-up/stage-changed.handler.js';
import { Touched } from '../follow-up/touched.handler.js';
import type { Envelope } from './envelope.js';

type Handle<T extends MessageType> = (tx: EntityManager, message: Envelope<T>) => Promise<void>;

/** A fact that is only recorded and told to webhook endpoints. */
const toldOnly = async (): Promise<void> => undefined;

/** One handler per message type: a missing one does not compile. */
@Injectable()
export class MessageHandlers {
  private readonly byType: { [T in MessageType]: Handle<T> };

  constructor(
    rejected: Rejected,
    reasons: Reasons,
    stageChanged: StageChanged,
    contacts: ContactChanges,
    touched: Touched,
    reopened: Reopened,
    settings: SettingsChanged,
    closed: ClosedNotices,
  ) {
    this.byType = {
      'application.recorded.v1': toldOnly,
      'application.stage_changed.v1': (tx, message) => stageChanged.handle(tx, message),
      'application.contact_changed.v1': (tx, message) => contacts.ofApplication(tx, message),
      'application.rejected.v1': (tx, message) => rejected.handle(tx, message),
      'application.reasons_added.v1': (tx, message) => reasons.handle(tx, message),
      'application.rejection_revoked.v1': (tx, message) => stageChanged.rejectionRevoked(tx, message),
      'application.deleted.v1': toldOnly,
      'application.restored.v1': toldOnly,
      'contact.recorded.v1': toldOnly,
      'contact.changed.v1': (tx, message) => contacts.ofContact(tx, message),
      'contact.touched.v1': (tx, message) => touched.handle(tx, message),
      'contact.opted_out.v1': (tx, message) => contacts.optedOut(tx, message),
      'contact.bounced.v1': (tx, message) => contacts.bounced(tx, message),
      'contact.cooling.v1': (tx, message) => touched.cooling(tx, message),
      'contact.deleted.v1': toldOnly,
      'contact.restored.v1': toldOnly,
      'company.deleted.v1': toldOnly,
      'company.restored.v1': toldOnly,
      'vacancy.recorded.v1': toldOnly,
      'vacancy.closed.v1': (tx, message) => closed.handle(tx, message),
      'vacancy.similar_role_found.v1': toldOnly,
      'vacancy.reopened.v1': (tx, message) => reopened.handle(tx, message),
      'company.roles_appeared.v1': toldOnly,
      'feedback_request.scheduled.v1': toldOnly,
      'follow_up.planned.v1': toldOnly,
      'follow_up.skipped.v1': toldOnly,
      'follow_up.cancelled.v1': toldOnly,
      'follow_up.sent.v1': toldOnly,
      'follow_up.failed.v1': toldOnly,
      'follow_up.unconfirmed.v1': toldOnly,
      'follow_up.answered.v1': toldOnly,
      'rejection_streak.detected.v1': toldOnly,
      'settings.changed.v1': (tx, message) => settings.handle(tx, message),
      'webhook_endpoint.disabled.v1': toldOnly,
    };
  }

  handle<T extends MessageType>(tx: EntityManager, message: Envelope<T>): Promise<void> {
    return this.byType[message.type](tx, message);
  }
}
