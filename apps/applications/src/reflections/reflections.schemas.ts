import { id, IS_MINE, MINE, prose, REASON_CATEGORIES, RULES, SIDES, SUITED } from '@app/contracts';
import { z } from 'zod';

const LONGEST = 20_000;
const LONGEST_NOTE = 2_000;
const MOST_QUALITIES = 50;

/** One shape for each of a closed list. */
const each = <Name extends string, Shape extends z.ZodType>(names: readonly Name[], shape: Shape) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, shape])) as Record<Name, Shape>);

const side = z.enum(SIDES).nullable();
const isMine = z.enum(IS_MINE).nullable();
const quality = z.strictObject({ requirement: prose(LONGEST_NOTE), mine: prose(LONGEST_NOTE) });
const category = z.enum(REASON_CATEGORIES).nullable();

export const reflectionBody = z
  .strictObject({
    asked: prose(LONGEST).nullable(),
    answered: prose(LONGEST).nullable(),
    wouldChange: prose(LONGEST).nullable(),
    suits: each(SUITED, z.strictObject({ side, note: prose(LONGEST_NOTE).nullable() }).partial()).partial(),
    isMine: each(MINE, isMine).partial(),
    qualities: z.array(quality).max(MOST_QUALITIES),
    reason: z.strictObject({ category, words: prose(LONGEST).nullable() }).partial(),
    lookedBack: z.boolean().meta({ description: 'Its reminder is done, or, taken back, comes again.' }),
    skipped: z.boolean().meta({ description: 'For good, as its reminder is then; or that is taken back.' }),
  })
  .partial()
  .refine(({ lookedBack, skipped }) => lookedBack === undefined || skipped === undefined, {
    path: ['skipped'],
    message: RULES.looked_back_or_skipped,
  })
  .meta({
    id: 'ReflectionBody',
    description:
      'What is not named stays as it is; `qualities` are replaced as a whole. `lookedBack` or `skipped`, not both.',
  });
export type ReflectionBody = z.infer<typeof reflectionBody>;

const moment = z.iso.datetime().nullable();
export const reflectionAnswer = z
  .strictObject({
    applicationId: id,
    rejectionId: id.nullable().meta({ description: 'The no that stands; null where none does: then it is only read.' }),
    asked: z.string().nullable(),
    answered: z.string().nullable(),
    wouldChange: z.string().nullable(),
    suits: each(SUITED, z.strictObject({ side, note: z.string().nullable() })).meta({ id: 'Suits' }),
    isMine: each(MINE, isMine),
    qualities: z.array(z.strictObject({ requirement: z.string(), mine: z.string() }).meta({ id: 'Quality' })),
    reason: z.strictObject({ category, words: z.string().nullable() }),
    lookedBackAt: moment.meta({ description: 'Of the no that stands; another one is looked back on anew.' }),
    skippedAt: moment,
    updatedAt: moment.meta({ description: 'Null while nothing is written.' }),
  })
  .meta({ id: 'Reflection' });
export type ReflectionAnswer = z.infer<typeof reflectionAnswer>;
