import { id, REASON_CATEGORIES, REJECTABLE_STAGES } from '@app/contracts';
import { z } from 'zod';
import { pageQuery, pageSchema, rowMoment } from '../http/paging.js';
import { sampleMark } from '../http/sample-mark.js';
import { FLOW_ENDS, FLOW_STAGES } from './flow.policy.js';

const count = z.int().min(0);
const category = z.enum(REASON_CATEGORIES).nullable();
const moment = z.iso.datetime().nullable();
const flowStage = z.enum(FLOW_STAGES);
const flowNode = z.enum([...FLOW_STAGES, ...FLOW_ENDS]);

const counted = {
  of: count.meta({ description: 'Out of how many.' }),
  conclusive: z.boolean().meta({ description: 'False below five: too few to conclude anything.' }),
};

const byStage = z
  .strictObject({
    ...counted,
    rows: z.array(
      z.strictObject({
        stage: flowStage,
        rejections: count,
        reached: count.meta({ description: 'Applications that came at least this far.' }),
      }),
    ),
  })
  .meta({ id: 'RejectionsByStage', description: 'By the furthest stage that was ever reached.' });

const reasonRows = z.array(
  z.strictObject({
    theirs: category.meta({ description: 'Null: they named none.' }),
    mine: category.meta({ description: 'As the candidate reads it; null: not said.' }),
    rejections: count,
  }),
);
const byReason = z.strictObject({ ...counted, rows: reasonRows }).meta({ id: 'RejectionsByReason' });

const byDays = z
  .strictObject({
    ...counted,
    medianDays: count.nullable(),
    rows: z.array(z.strictObject({ from: count, to: count.nullable(), rejections: count })),
  })
  .meta({
    id: 'RejectionsByDays',
    description: 'Whole days from applying to the answer, of those where that is known.',
  });

const stageOfFlow = z.strictObject({
  stage: flowStage,
  reached: count,
  wentOn: count,
  rejected: count,
  withdrawn: count,
  open: count,
});
const flow = z
  .strictObject({
    of: count,
    stages: z.array(stageOfFlow),
    nodes: z.array(z.strictObject({ id: flowNode, applications: count })),
    links: z.array(z.strictObject({ from: flowStage, to: flowNode, applications: count })),
  })
  .meta({
    id: 'Flow',
    description:
      'Each application that was tried, by how far it ever came. A stage that was passed over counts as reached.',
  });

export const rejectionsInsight = z
  .strictObject({
    sample: sampleMark,
    total: count,
    conclusive: counted.conclusive,
    byStage,
    byReason: byReason.extend({ readByMe: count }).meta({ id: 'RejectionsByReasons' }),
    byDays,
    streak: z
      .strictObject({
        length: count,
        tellsAt: count.meta({ description: 'After how many a reminder comes.' }),
        byStage,
        byReason,
      })
      .meta({ id: 'Streak', description: 'In a row, with no progress between them, up to now.' }),
    flow,
  })
  .meta({ id: 'RejectionsInsight' });
export type RejectionsInsight = z.infer<typeof rejectionsInsight>;

export const listedRejection = z
  .strictObject({
    id,
    applicationId: id,
    title: z.string(),
    companyName: z.string(),
    sample: sampleMark,
    receivedAt: z.iso.datetime(),
    stage: z.enum(REJECTABLE_STAGES),
    furthestStage: flowStage,
    reason: z.strictObject({ category, words: z.string().nullable() }),
    reflection: z
      .strictObject({
        reason: z.strictObject({ category, words: z.string().nullable() }),
        wouldChange: z.string().nullable(),
        lookedBackAt: moment,
        skippedAt: moment,
      })
      .nullable()
      .meta({ description: 'Null while nothing is written.' }),
  })
  .meta({ id: 'ListedRejection' });
export type ListedRejection = z.infer<typeof listedRejection>;
export const rejectionPage = pageSchema(listedRejection).meta({ id: 'RejectionPage' });

/** The newest first. */
export const rejectionsQuery = z.strictObject(pageQuery(z.tuple([rowMoment, z.uuid()])));
export type RejectionsQuery = z.infer<typeof rejectionsQuery>;
