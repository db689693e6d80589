import { BOARD_PROVIDERS, facts, httpUrl, id, POSTING_STATES } from '@app/contracts';
import { z } from 'zod';

export const postingBody = z
  .strictObject({ url: httpUrl.meta({ description: 'Of a posting on a board, or of a company’s own page.' }) })
  .meta({ id: 'PostingBody' });
export type PostingBody = z.infer<typeof postingBody>;

const at = z.iso.datetime();
const text = z.string().nullable();

const problem = z.strictObject({ code: z.string(), facts, detail: z.string() });

const recorded = z
  .strictObject({ applicationId: id, companyName: z.string(), title: z.string() })
  .meta({ id: 'RecordedAtAddress' });

export const postingAnswer = z
  .strictObject({
    id,
    url: z.string(),
    state: z.enum(POSTING_STATES),
    title: text,
    companyName: text.meta({ description: 'Where the page does not say it, what the board’s own name makes of it.' }),
    location: text,
    requirements: text,
    board: z
      .strictObject({ provider: z.enum(BOARD_PROVIDERS), slug: z.string(), postingId: z.string().nullable() })
      .nullable()
      .meta({ description: 'Of a provider that the posting is on; none of a company’s own page.' }),
    problem: problem.nullable().meta({ description: 'Why there is nothing to fill in, or not all of it.' }),
    recorded: z.array(recorded).meta({ description: 'Applications of yours for what is at this address.' }),
    createdAt: at,
    endedAt: at.nullable(),
  })
  .meta({ id: 'Posting', description: 'Gone a day after it was asked for.' });
export type PostingAnswer = z.infer<typeof postingAnswer>;
