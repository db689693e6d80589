import { id } from '@app/contracts';
import { z } from 'zod';

export const mergeBody = z
  .strictObject({ from: id.meta({ description: 'The entry that is taken up into the one of the path.' }) })
  .meta({
    id: 'MergeBody',
    description:
      'What was with `from` goes over; what is known here stays, and only what is blank is filled. An opt-out of either is both’s.',
  });
export type MergeBody = z.infer<typeof mergeBody>;

export const unmergeBody = z
  .strictObject({ from: id.meta({ description: 'One of `mergedFrom`, until its `undoUntil`.' }) })
  .meta({ id: 'UnmergeBody', description: 'What came over and was not touched since goes back.' });
export type UnmergeBody = z.infer<typeof unmergeBody>;
