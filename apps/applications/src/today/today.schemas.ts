import { facts, id } from '@app/contracts';
import { z } from 'zod';
import { applicationOfFollowUp, followUpAnswer } from '../follow-ups/follow-ups.schemas.js';

const at = z.iso.datetime();

const followUpInToday = followUpAnswer
  .omit({
    body: true,
    applicationId: true,
    contactId: true,
    messageId: true,
    digestId: true,
    createdAt: true,
    ledger: true,
  })
  .meta({ id: 'FollowUpInToday', description: 'A follow-up without its words and its ledger.' });

const group = (description: string) =>
  z.array(followUpInToday).meta({ description: `${description} A hundred at the most.` });

const interviewToday = z
  .strictObject({
    id,
    scheduledAt: at,
    application: applicationOfFollowUp,
    preparation: followUpInToday
      .nullable()
      .meta({ description: 'The reminder to prepare for it, unless it is done, cancelled or was never made.' }),
  })
  .meta({ id: 'InterviewToday' });
export type InterviewToday = z.infer<typeof interviewToday>;

const newsItem = z
  .strictObject({
    at,
    code: z.string().meta({
      description:
        '`letter_sent`, `answered`, `contact_wrote`, `vacancy_closed` or `vacancy_reopened`; codes may be added.',
    }),
    facts,
    text: z.string().meta({ description: 'What happened, in a sentence.' }),
    contactId: id.optional(),
    applicationId: id.optional(),
    followUpId: id.optional(),
    vacancyId: id.optional(),
  })
  .meta({ id: 'NewsItem' });
export type NewsItem = z.infer<typeof newsItem>;

export const todayAnswer = z
  .strictObject({
    at: at.meta({ description: "The moment that all of it is true at, by the database's clock." }),
    questions: group(
      'Letters that only you can say something about: first those that may or may not have gone, then those of the last 14 days that failed or came back, then those held until it is known whom they are from.',
    ),
    drafts: group('Letters that wait for your yes; the earliest due first.'),
    interviews: z
      .array(interviewToday)
      .meta({ description: 'Those ahead, of today and tomorrow in your time zone; the earliest first.' }),
    reminders: group(
      'What is due or was said in the last 14 days, is not done and still holds: what spoils first, then the longest due.',
    ),
    goesBySelf: group('Letters that go by themselves today or in the three days after it; the earliest first.'),
    next: followUpInToday
      .nullable()
      .meta({ description: 'The nearest that lies ahead, where nothing above waits for a word of yours.' }),
    news: z.strictObject({ since: at, items: z.array(newsItem) }).meta({
      id: 'News',
      description: 'What happened since the beginning of yesterday; the newest first, 50 at the most.',
    }),
  })
  .meta({ id: 'Today' });
export type TodayAnswer = z.infer<typeof todayAnswer>;
