import { CHANGE_KINDS, id } from '@app/contracts';
import { z } from 'zod';

export const changed = z
  .strictObject({
    kind: z.enum([...CHANGE_KINDS, 'all']).meta({
      description: '`all`: read again whatever you show. `message`: a fact whose handler gave up, or was asked again.',
    }),
    id: id.optional().meta({
      description: 'Of what changed, as its own route takes it; of `settings` it says nothing. Not with `all`.',
    }),
    applicationId: id.optional().meta({ description: 'The application it belongs to, where it says so.' }),
    contactId: id.optional().meta({ description: 'The contact it belongs to, where it says so.' }),
  })
  .meta({
    id: 'Changed',
    description:
      'The data of an event `changed`. Whoever opens the stream, for the first time or again, reads what they show once it is open: nothing is told later that was missed.',
  });
export type Changed = z.infer<typeof changed>;
