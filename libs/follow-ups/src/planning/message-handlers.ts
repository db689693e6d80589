import type { MessageType } from '@app/contracts';
import type { EntityManager } from 'typeorm';
import { BoardNotices } from './board-notices.service.js';
import { ClosedNotices } from './closed-notices.service.js';
import { Rejected } from './rejected.handler.js';
import { Reopened } from './reopened.handler.js';
import { Replan } from './replan.service.js';
import { SettingsChanged } from './settings-changed.handler.js';
import { StageChanged } from './stage-changed.handler.js';
import { Touched } from './touched.handler.js';
import type { Envelope } from './envelope.js';

type Handle<T extends MessageType> = (tx: EntityManager, message: Envelope<T>) => Promise<void>;

type OfApplication = { candidateId: string; data: { applicationId: string } };
type OfContact = { candidateId: string; data: { contactId: string } };

/** A fact that is only recorded and told to webhook endpoints. */
const toldOnly = async (): Promise<void> => undefined;

/** One handler per message type: a missing one does not compile. */
export class MessageHandlers {
  private readonly byType: { [T in MessageType]: Handle<T> };

  constructor(
    rejected: Rejected,
    stageChanged: StageChanged,
    touched: Touched,
    reopened: Reopened,
    settings: SettingsChanged,
    closed: ClosedNotices,
    notices: BoardNotices,
    replan: Replan,
  ) {
    const ofApplication = (tx: EntityManager, { candidateId, data }: OfApplication) =>
      replan.application(tx, candidateId, data.applicationId);
    const ofContact = (tx: EntityManager, { candidateId, data }: OfContact) =>
      replan.contact(tx, candidateId, data.contactId);
    // Its clock was shown under it, and an acceptance that is hidden, or there again, reaches every letter.
    const aroundApplication = async (tx: EntityManager, { candidateId, data }: OfApplication) => {
      await replan.application(tx, candidateId, data.applicationId);
      await replan.everything(tx, candidateId);
    };
    this.byType = {
      'application.recorded.v1': (tx, message) => stageChanged.recorded(tx, message),
      'application.stage_changed.v1': (tx, message) => stageChanged.handle(tx, message),
      'application.contact_changed.v1': ofApplication,
      'application.rejected.v1': (tx, message) => rejected.handle(tx, message),
      'application.interview_scheduled.v1': ofApplication,
      'application.interview_moved.v1': ofApplication,
      'application.interview_cancelled.v1': ofApplication,
      'application.deleted.v1': aroundApplication,
      'application.restored.v1': aroundApplication,
      'application.reasons_added.v1': ofApplication,
      'application.rejection_revoked.v1': ofApplication,
      'contact.recorded.v1': toldOnly,
      'contact.changed.v1': ofContact,
      'contact.touched.v1': (tx, message) => touched.handle(tx, message),
      'contact.touch_taken_back.v1': (tx, message) => touched.takenBack(tx, message),
      'contact.opted_out.v1': ofContact,
      'contact.bounced.v1': ofContact,
      'contact.cooling.v1': ofContact,
      'contact.deleted.v1': ofContact,
      'contact.restored.v1': ofContact,
      'contact.merged.v1': ofContact,
      'contact.unmerged.v1': ofContact,
      'company.deleted.v1': toldOnly,
      'company.restored.v1': toldOnly,
      'vacancy.recorded.v1': toldOnly,
      'vacancy.closed.v1': (tx, message) => closed.handle(tx, message),
      'vacancy.similar_role_found.v1': (tx, message) => notices.related(tx, message),
      'vacancy.board_gone.v1': (tx, message) => notices.gone(tx, message),
      'vacancy.reopened.v1': (tx, message) => reopened.handle(tx, message),
      'company.roles_appeared.v1': toldOnly,
      'feedback_request.scheduled.v1': toldOnly,
      'follow_up.planned.v1': toldOnly,
      'follow_up.skipped.v1': toldOnly,
      'follow_up.cancelled.v1': (tx, message) => replan.cancelled(tx, message),
      'follow_up.sent.v1': toldOnly,
      'follow_up.failed.v1': (tx, message) => replan.failed(tx, message),
      'follow_up.unconfirmed.v1': toldOnly,
      'follow_up.answered.v1': toldOnly,
      'rejection_streak.detected.v1': toldOnly,
      'mailbox.refused.v1': toldOnly,
      'settings.changed.v1': (tx, message) => settings.handle(tx, message),
      'follow_up.done.v1': (tx, message) => replan.occasion(tx, message),
      'follow_up.restored.v1': (tx, message) => replan.followUp(tx, message),
      'company.changed.v1': (tx, message) => settings.ofCompany(tx, message),
      'plans.outdated.v1': (tx, message) => replan.slice(tx, message),
      'webhook_endpoint.disabled.v1': toldOnly,
      'webhook_endpoint.tested.v1': toldOnly,
    };
  }

  handle<T extends MessageType>(tx: EntityManager, message: Envelope<T>): Promise<void> {
    return this.byType[message.type](tx, message);
  }
}
