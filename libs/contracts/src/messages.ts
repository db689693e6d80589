/** The facts: past tense, versioned, one schema each. A message carries what its consumers need. */
import { z } from 'zod';
import { facts } from './sentence-shapes.js';
import {
  AUDIENCES,
  BOARD_PROVIDERS,
  CONTACT_ROLES,
  DIRECTIONS,
  FOLLOW_UP_KINDS,
  REASON_CATEGORIES,
  REJECTABLE_STAGES,
  REOPENING_GRADES,
  STAGES,
  TOUCH_KINDS,
} from './words.js';

const id = z.uuid();
const at = z.iso.datetime({ offset: true });

const application = { applicationId: id, contactId: id.nullable(), vacancyId: id };
const rejection = {
  applicationId: id,
  rejectionId: id,
  companyId: id,
  vacancyId: id,
  contactId: id.nullable(),
  receivedAt: at,
  stage: z.enum(REJECTABLE_STAGES),
  reason: z.object({ category: z.enum(REASON_CATEGORIES).nullable(), words: z.string().nullable() }),
};
const followUp = {
  followUpId: id,
  kind: z.enum(FOLLOW_UP_KINDS),
  audience: z.enum(AUDIENCES),
  applicationId: id.nullable(),
  contactId: id.nullable(),
  dueAt: at,
};
/** Beside the sentence, its code and what it tells; events of earlier versions have the sentence alone. */
const why = {
  why: z.string(),
  whyCode: z.string().optional(),
  whyFacts: facts.optional(),
};
const interview = { applicationId: id, interviewId: id, scheduledAt: at };
/** What a sweep knows beside the match: which posting went, when it was last seen, and since when this one is there. */
const posting = {
  previousPostingId: z.string().optional(),
  previousUrl: z.string().nullable().optional(),
  /** As the board shows them: that of the posting which closed, and that of the one which is there now. */
  previousTitle: z.string().optional(),
  title: z.string().optional(),
  lastSeenAt: at.optional(),
  firstSeenAt: at.optional(),
};
const vacancy = { vacancyId: id, companyId: id, title: z.string(), observedAt: at };

export const messages = {
  'application.recorded.v1': z.object({
    applicationId: id,
    companyId: id,
    vacancyId: id,
    contactId: id.nullable(),
    stage: z.enum(STAGES),
    companyName: z.string(),
    title: z.string(),
  }),
  'application.stage_changed.v1': z.object({
    applicationId: id,
    from: z.enum(STAGES),
    to: z.enum(STAGES),
    at,
    scheduledAt: at.nullable(),
  }),
  'application.interview_scheduled.v1': z.object(interview),
  'application.interview_moved.v1': z.object({ ...interview, from: at }),
  'application.interview_cancelled.v1': z.object(interview),
  'application.contact_changed.v1': z.object({ applicationId: id, contactId: id.nullable() }),
  'application.rejected.v1': z.object({ ...rejection, companyName: z.string(), title: z.string() }),
  'application.reasons_added.v1': z.object(rejection),
  'application.deleted.v1': z.object(application),
  'application.restored.v1': z.object(application),
  'application.rejection_revoked.v1': z.object({ applicationId: id, rejectionId: id, stage: z.enum(STAGES) }),
  'contact.recorded.v1': z.object({ contactId: id, name: z.string(), role: z.enum(CONTACT_ROLES) }),
  'contact.changed.v1': z.object({ contactId: id, fields: z.array(z.string()) }),
  'contact.touched.v1': z.object({
    contactId: id,
    touchId: id,
    kind: z.enum(TOUCH_KINDS),
    direction: z.enum(DIRECTIONS).nullable(),
    at,
  }),
  /** It did not happen, or not like that: nothing is left of it. */
  'contact.touch_taken_back.v1': z.object({
    contactId: id,
    touchId: id,
    kind: z.enum(TOUCH_KINDS),
    direction: z.enum(DIRECTIONS).nullable(),
    at,
  }),
  'contact.opted_out.v1': z.object({ contactId: id }),
  'contact.bounced.v1': z.object({ contactId: id, ...why }),
  'contact.cooling.v1': z.object({ contactId: id, lastTouchAt: at.nullable() }),
  'contact.deleted.v1': z.object({ contactId: id }),
  'contact.restored.v1': z.object({ contactId: id }),
  /** Two entries were one person: `fromId` was taken up into `contactId`. */
  'contact.merged.v1': z.object({ contactId: id, fromId: id }),
  'contact.unmerged.v1': z.object({ contactId: id, fromId: id }),
  'company.deleted.v1': z.object({ companyId: id }),
  'company.restored.v1': z.object({ companyId: id }),
  'vacancy.recorded.v1': z.object({ vacancyId: id, companyId: id, title: z.string() }),
  'vacancy.closed.v1': z.object({ ...vacancy, closedAt: at }),
  'vacancy.reopened.v1': z.object({
    ...vacancy,
    closedAt: at,
    url: z.string().nullable(),
    postingId: z.string().nullable(),
    evidence: z.object({
      grade: z.enum(REOPENING_GRADES),
      matched: z.array(z.string()),
      daysAbsent: z.number(),
      ...posting,
    }),
  }),
  'vacancy.similar_role_found.v1': z.object({
    ...vacancy,
    closedAt: at,
    similar: z.object({ postingId: z.string(), title: z.string(), url: z.string().nullable() }),
    evidence: z.object({ grade: z.enum(['similar_role', 'related_role']), matched: z.array(z.string()), ...posting }),
  }),
  /** Its board has been gone for a month. Nothing is known of the vacancy by that. */
  'vacancy.board_gone.v1': z.object({
    ...vacancy,
    goneSince: at,
    board: z.object({ provider: z.enum(BOARD_PROVIDERS), slug: z.string() }),
  }),
  'company.roles_appeared.v1': z.object({
    companyId: id,
    companyName: z.string(),
    observedAt: at,
    board: z.object({ provider: z.enum(BOARD_PROVIDERS), slug: z.string() }),
    warmContactIds: z.array(id),
    /** The first hundred. */
    roles: z.array(z.object({ postingId: z.string(), title: z.string(), url: z.string().nullable() })),
    total: z.int(),
  }),
  'feedback_request.scheduled.v1': z.object(followUp),
  'follow_up.planned.v1': z.object(followUp),
  'follow_up.skipped.v1': z.object({ ...followUp, ...why }),
  'follow_up.cancelled.v1': z.object({ ...followUp, ...why }),
  'follow_up.sent.v1': z.object({ ...followUp, messageId: z.string().nullable() }),
  'follow_up.failed.v1': z.object({ ...followUp, ...why }),
  'follow_up.unconfirmed.v1': z.object({ ...followUp, ...why }),
  'follow_up.answered.v1': z.object({ ...followUp, touchId: id }),
  'rejection_streak.detected.v1': z.object({ length: z.int(), applicationIds: z.array(id) }),
  /** `account`: the mail server refuses whatever goes through it; `sender`: what is from this candidate. */
  'mailbox.refused.v1': z.object({ of: z.enum(['account', 'sender']), since: at, ...why }),
  'settings.changed.v1': z.object({ fields: z.array(z.string()) }),
  'follow_up.done.v1': z.object(followUp),
  'follow_up.restored.v1': z.object(followUp),
  'company.changed.v1': z.object({ companyId: id, fields: z.array(z.string()) }),
  /** Between the parts of ours: told to nobody and kept in no record. What waits is looked at again, a slice at a time. */
  'plans.outdated.v1': z.object({ after: id.nullable() }),
  'webhook_endpoint.disabled.v1': z.object({ endpointId: id, ...why }),
  /** Brought to that endpoint alone, whatever it listens for: somebody wants to see whether it arrives. */
  'webhook_endpoint.tested.v1': z.object({ endpointId: id }),
} as const;

export type MessageType = keyof typeof messages;
export type MessageData<T extends MessageType> = z.infer<(typeof messages)[T]>;
export type Message = { [T in MessageType]: { type: T; data: MessageData<T> } }[MessageType];

export const MESSAGE_TYPES = Object.keys(messages) as MessageType[];

export type InternalType = 'plans.outdated.v1';
export type FactType = Exclude<MessageType, InternalType>;
/** What happened, as opposed to what one part of ours asks of another. */
export type Fact = Extract<Message, { type: FactType }>;
export const isFact = (type: MessageType): type is FactType => type !== 'plans.outdated.v1';
export const FACT_TYPES = MESSAGE_TYPES.filter(isFact);

/** The name a webhook receiver sees: the type without its version. */
export type EventType = FactType extends infer T ? (T extends `${infer Name}.v${number}` ? Name : never) : never;
export function eventType(type: FactType): EventType {
  return type.replace(/\.v\d+$/, '') as EventType;
}
export const EVENT_TYPES = FACT_TYPES.map(eventType);
