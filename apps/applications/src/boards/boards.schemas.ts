import {
  BOARD_PROVIDERS,
  boardName,
  facts,
  httpUrl,
  id,
  isBoardSlug,
  SWEEP_OUTCOMES,
  VACANCY_STATUSES,
  RULES,
} from '@app/contracts';
import { z } from 'zod';
import { byId, pageQuery, pageSchema } from '../http/paging.js';

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
    openPostings: z.int().nullable(),
    watching: z
      .array(
        z.strictObject({
          vacancyId: id,
          title: z.string(),
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

export const boardsQuery = z.strictObject({ ...pageQuery(byId), provider: z.enum(BOARD_PROVIDERS).optional() });
export type BoardsQuery = z.infer<typeof boardsQuery>;
