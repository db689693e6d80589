import {
  BOARD_PROVIDERS,
  boardName,
  facts,
  httpUrl,
  id,
  instant,
  isBoardSlug,
  POSTING_STATUSES,
  SWEEP_OUTCOMES,
  VACANCY_STATUSES,
  RULES,
} from '@app/contracts';
import { z } from 'zod';
import { byId, pageQuery, pageSchema, rowMoment } from '../http/paging.js';
import { search } from '../http/search.js';

const at = z.iso.datetime();

export const boardBody = z
  .strictObject({
    ...boardName,
    url: httpUrl.meta({ description: 'Of a posting or a careers page, instead of the name: its board is recognised.' }),
  })
  .partial()
  .refine(
    ({ provider, slug, url }) =>
      url === undefined ? provider !== undefined && slug !== undefined : provider === undefined && slug === undefined,
    RULES.board_or_url,
  )
  .refine(({ provider, slug }) => provider === undefined || slug === undefined || isBoardSlug(provider, slug), {
    path: ['slug'],
    message: RULES.not_a_board,
  })
  .meta({ id: 'BoardBody', description: 'Either `provider` and `slug`, or a `url`.' });
export type BoardBody = z.infer<typeof boardBody>;

const outcome = z.enum(SWEEP_OUTCOMES);
const said = { whyCode: z.string().nullable(), whyFacts: facts };

export const boardAnswer = z
  .strictObject({
    id,
    ...boardName,
    lastSweepAt: at.nullable(),
    outcome: outcome.nullable().meta({ description: 'Of the last sweep.' }),
    why: z.string().nullable().meta({ description: 'Why the last sweep was not believed, or failed.' }),
    ...said,
    nextSweepAt: at.nullable(),
    sweeping: z.boolean().meta({ description: 'It is being read, or its hour has come and it waits for its turn.' }),
    notBefore: at.nullable().meta({ description: 'It asked to be left alone until then.' }),
    failures: z.int().meta({ description: 'Sweeps in a row that came to nothing.' }),
    failingSince: at.nullable(),
    openPostings: z.int().nullable(),
    watching: z
      .array(
        z.strictObject({
          vacancyId: id,
          applicationId: id.nullable().meta({ description: 'Your newest for it.' }),
          title: z.string(),
          companyName: z.string(),
          status: z.enum(VACANCY_STATUSES),
          postingId: z.string().nullable().meta({ description: 'Null: the address does not say which posting it is.' }),
          neverSeen: z.boolean().meta({
            description: 'The board was read, and shows other postings, but never showed this one: check the address.',
          }),
        }),
      )
      .meta({ description: 'Your vacancies on this board.' }),
    createdAt: at,
  })
  .meta({ id: 'Board' });
export type BoardAnswer = z.infer<typeof boardAnswer>;
export const boardPage = pageSchema(boardAnswer).meta({ id: 'BoardPage' });

export const boardWithSweeps = z
  .strictObject({
    ...boardAnswer.shape,
    sweeps: z
      .array(
        z.strictObject({ at, outcome, postings: z.int().nullable(), ms: z.int(), why: z.string().nullable(), ...said }),
      )
      .meta({ description: 'The latest 20, newest first.' }),
  })
  .meta({ id: 'BoardWithSweeps' });
export type BoardWithSweeps = z.infer<typeof boardWithSweeps>;

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const boardsQuery = z.strictObject({
  ...pageQuery(byId),
  provider: z.enum(BOARD_PROVIDERS).optional(),
  trouble: flag
    .optional()
    .meta({ description: 'Only those whose last sweep was not believed or failed, or the others.' }),
});
export type BoardsQuery = z.infer<typeof boardsQuery>;

export const boardPosting = z
  .strictObject({
    postingId: z.string(),
    title: z.string().meta({ description: 'As the board shows it, like all of it.' }),
    url: z.string().nullable(),
    locations: z.array(z.string()),
    department: z.string().nullable(),
    status: z.enum(POSTING_STATUSES),
    recorded: z.boolean().meta({ description: 'A vacancy of yours is watched as this one.' }),
    firstSeenAt: at,
    lastSeenAt: at.nullable(),
    closedAt: at.nullable(),
    newSince: at.nullable().meta({
      description:
        'When a complete sweep showed it as a role that the board never had before; null: it was there, or took the place of another.',
    }),
  })
  .meta({ id: 'BoardPosting' });
export type BoardPostingAnswer = z.infer<typeof boardPosting>;
export const boardPostingPage = pageSchema(boardPosting).meta({ id: 'BoardPostingPage' });

/** The newest first. An id may be longer than a cursor: its digest stands for it. */
const byFirstSight = z.tuple([rowMoment, z.string().regex(/^[\da-f]{32}$/)]);

export const boardPostingsQuery = z.strictObject({
  ...pageQuery(byFirstSight),
  q: search,
  status: z.enum(POSTING_STATUSES).optional(),
  recorded: flag.optional(),
  newSince: instant.optional().meta({ description: 'First seen after then.' }),
});
export type BoardPostingsQuery = z.infer<typeof boardPostingsQuery>;
