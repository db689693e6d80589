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
    boards: z.boolean().meta({ description: 'Job boards are read for whoever watches them.' }),
  })
  .meta({ id: 'Instance' });
export type InstanceAnswer = z.infer<typeof instanceAnswer>;
