import { z } from 'zod';

export const instanceAnswer = z
  .strictObject({
    version: z.string(),
    mail: z.strictObject({
      captured: z.boolean().meta({ description: 'All mail is kept on this machine: nobody gets a letter.' }),
      host: z.string().nullable().meta({
        description: 'The mail server, once a worker has named it. Null while mail is captured.',
      }),
    }),
    demo: z.boolean().meta({ description: 'All data are invented.' }),
    publicUrl: z.string().meta({ description: 'Where links in mail lead.' }),
    loopback: z.boolean().meta({ description: 'Those links work on that computer only.' }),
    database: z.strictObject({ version: z.string().meta({ description: 'Of Postgres, which answered just now.' }) }),
    worker: z
      .strictObject({
        heardAt: z.iso
          .datetime()
          .meta({ description: 'When it last looked for work: every ten seconds, while it runs.' }),
        queue: z.enum(['postgres', 'redis']).meta({ description: 'Where its queue lives.' }),
        version: z.string(),
      })
      .nullable()
      .meta({ description: 'The worker that spoke last. Null: none ever ran here.' }),
    waiting: z
      .strictObject({
        messages: z.int(),
        since: z.iso.datetime().nullable().meta({ description: 'The oldest of them.' }),
        parked: z.int().meta({ description: 'Set aside, since handling them failed again and again: `/messages`.' }),
      })
      .meta({ description: 'Facts of yours that the worker has not dealt with yet.' }),
    boards: z.boolean().meta({ description: 'Job boards are read for whoever watches them.' }),
  })
  .meta({ id: 'Instance' });
export type InstanceAnswer = z.infer<typeof instanceAnswer>;
