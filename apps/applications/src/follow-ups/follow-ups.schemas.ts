import {
  AUDIENCES,
  facts,
  FOLLOW_UP_KINDS,
  HELD_WHYS,
  id,
  instant,
  isVisible,
  line,
  prose,
  RULES,
  SHOWN_STATES,
  STAGES,
  WARMTHS,
} from '@app/contracts';
import { REASON_CODES } from '@app/follow-ups';
import { z } from 'zod';
import { listOf, order, pageQuery, pageSchema, rowMoment } from '../http/paging.js';
import { sampleMark } from '../http/sample-mark.js';

const at = z.iso.datetime();

const code = z
  .string()
  .meta({ description: 'Of the sentence beside it, for programs and other languages; codes may be added.' });

const ledgerLine = z
  .strictObject({
    at,
    by: z.string().meta({ description: '`candidate`, `plan`, `stop_rule`, `clock` or `sender`.' }),
    what: z.string(),
    whatCode: code,
    whatFacts: facts,
    why: z.string().nullable(),
    whyCode: code.nullable(),
    whyFacts: facts,
  })
  .meta({ id: 'LedgerLine' });

const reason = z
  .strictObject({
    code: z.enum(REASON_CODES as [string, ...string[]]),
    effect: z.enum(['ends', 'holds', 'asks']),
    until: at.nullable(),
    text: z.string(),
    facts,
  })
  .meta({ id: 'Reason' });

const contactOfFollowUp = z
  .strictObject({
    id,
    name: z.string(),
    timezone: z.string().nullable(),
    country: z.string().nullable(),
    warmth: z.enum(WARMTHS),
  })
  .meta({ id: 'ContactOfFollowUp' });
export const applicationOfFollowUp = z
  .strictObject({ id, title: z.string(), companyName: z.string(), stage: z.enum(STAGES) })
  .meta({ id: 'ApplicationOfFollowUp' });
const UNLESS_DELETED = 'Null where it has none, or one that is deleted.';

/** Whom and what it is about, as a list shows it. */
export const about = {
  contact: contactOfFollowUp.nullable().meta({ description: UNLESS_DELETED }),
  application: applicationOfFollowUp.nullable().meta({ description: UNLESS_DELETED }),
};

export const followUpAnswer = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(FOLLOW_UP_KINDS),
    audience: z.enum(AUDIENCES).meta({ description: 'A letter goes to a `contact`, a reminder to the `candidate`.' }),
    dueAt: at,
    state: z.enum(SHOWN_STATES),
    subject: z.string(),
    body: z.string(),
    why: z.string(),
    whyCode: code,
    whyFacts: facts,
    heldWhy: z.enum(HELD_WHYS).nullable(),
    heldUntil: at.nullable(),
    reasons: z.array(reason).meta({
      description:
        'What ends, holds or questions it as things are now, the weightiest first; of what has not gone yet.',
    }),
    applicationId: z.uuid().nullable(),
    contactId: z.uuid().nullable(),
    ...about,
    messageId: z.string().nullable(),
    digestId: z.uuid().nullable().meta({ description: 'The same for all reminders that go as one mail.' }),
    sentAt: at.nullable(),
    sample: sampleMark,
    createdAt: at,
    updatedAt: at,
    ledger: z.array(ledgerLine),
  })
  .meta({ id: 'FollowUp' });
export type FollowUpAnswer = z.infer<typeof followUpAnswer>;
/** Without its words and its ledger. */
export type FollowUpBrief = Omit<
  FollowUpAnswer,
  'body' | 'applicationId' | 'contactId' | 'messageId' | 'digestId' | 'createdAt' | 'ledger'
>;

export const followUpPage = pageSchema(followUpAnswer).meta({ id: 'FollowUpPage' });

const byDueTime = z.tuple([rowMoment, z.uuid()]);

export const followUpsQuery = z.strictObject({
  ...pageQuery(byDueTime),
  state: listOf(z.enum(SHOWN_STATES)).optional(),
  dueFrom: instant.optional().meta({ description: 'Due then or later.' }),
  dueTo: instant.optional().meta({ description: 'Due before then.' }),
  order,
  kind: z.enum(FOLLOW_UP_KINDS).optional(),
  audience: z.enum(AUDIENCES).optional(),
  applicationId: id.optional(),
  contactId: id.optional(),
});
export type FollowUpsQuery = z.infer<typeof followUpsQuery>;

export const followUpPatch = z
  .strictObject({
    subject: line(300),
    body: prose(20_000).refine(isVisible, RULES.invisible),
    dueAt: instant.meta({ description: 'A letter moves on into the next sending window; the answer shows it.' }),
  })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, RULES.nothing_to_change)
  .meta({ id: 'FollowUpPatch', description: 'At least one of them. `dueAt` lies ahead.' });
export type FollowUpPatch = z.infer<typeof followUpPatch>;

export const manyBody = z.strictObject({ ids: z.array(id).min(1).max(100) }).meta({ id: 'FollowUpIds' });
export type ManyBody = z.infer<typeof manyBody>;

const eachAnswer = z
  .strictObject({
    id,
    followUp: followUpAnswer.nullable().meta({ description: 'As it is now. Null: there is none.' }),
    refused: z
      .strictObject({ code, facts, detail: z.string() })
      .nullable()
      .meta({ description: 'Why it was left as it was. Null: it is done.' }),
  })
  .meta({ id: 'FollowUpOfMany' });
export type EachAnswer = z.infer<typeof eachAnswer>;
export const manyAnswer = z.strictObject({ data: z.array(eachAnswer) }).meta({ id: 'FollowUpsAfter' });
export type ManyAnswer = z.infer<typeof manyAnswer>;

/** Verbs that say everything with their name. */
export const noBody = z.strictObject({}).optional();
export const cancelBody = z
  .strictObject({ reason: line(500).optional() })
  .optional()
  .meta({ id: 'CancelBody' });
export type CancelBody = z.infer<typeof cancelBody>;
export const doneBody = z
  .strictObject({
    touched: z
      .boolean()
      .optional()
      .meta({ description: 'False: no hello was said, so the clock of the contact stays.' }),
  })
  .optional()
  .meta({ id: 'DoneBody' });
export type DoneBody = z.infer<typeof doneBody>;
export const snoozeBody = z
  .strictObject({ until: instant })
  .meta({ id: 'SnoozeBody', description: '`until` lies ahead.' });
export type SnoozeBody = z.infer<typeof snoozeBody>;
