import { facts, TEST_STATES } from '@app/contracts';
import { z } from 'zod';

const at = z.iso.datetime();

const mailbox = z
  .strictObject({
    name: z.string(),
    address: z.string().nullable().meta({ description: 'Null: there is none yet.' }),
  })
  .meta({ id: 'Mailbox' });

export const LACKS = ['sender_name', 'sender_address', 'recipient_address'] as const;

export const testLetterAnswer = z
  .strictObject({
    id: z.uuid(),
    followUpId: z.uuid(),
    to: z.string().nullable(),
    state: z.enum(TEST_STATES),
    why: z.string().nullable().meta({ description: 'What became of it, once it is over.' }),
    whyCode: z.string().nullable(),
    whyFacts: facts,
    askedAt: at,
    endedAt: at.nullable(),
  })
  .meta({ id: 'TestLetter', description: 'A letter as a mail to its writer; `[Test]` stands before its subject.' });
export type TestLetterAnswer = z.infer<typeof testLetterAnswer>;

export const letterAnswer = z
  .strictObject({
    followUpId: z.uuid(),
    from: mailbox,
    to: mailbox,
    replyTo: mailbox.meta({ description: 'Where an answer goes: to whom it is from.' }),
    subject: z.string(),
    text: z.string(),
    html: z.string().meta({ description: 'The same words; show it in a sandboxed frame only.' }),
    thread: z
      .strictObject({ inReplyTo: z.string(), references: z.array(z.string()) })
      .nullable()
      .meta({ description: 'The conversation that it goes on. Null: it begins one.' }),
    messageId: z.string().nullable().meta({ description: 'Null: none was given yet.' }),
    when: at.nullable().meta({
      description:
        'When it went, or goes as things are; a draft, once there is a yes. Null: when there is a yes, or not at all.',
    }),
    isFixed: z.boolean().meta({
      description:
        'These are the very words that went or that a server may have. Else they are made anew when it goes.',
    }),
    lastTest: testLetterAnswer.nullable(),
    missing: z.array(z.enum(LACKS)).meta({ description: 'What is not known yet; the words are those without it.' }),
  })
  .meta({
    id: 'Letter',
    description: 'The mail that a follow-up becomes: of a reminder, as it comes where it goes by itself.',
  });
export type LetterAnswer = z.infer<typeof letterAnswer>;
