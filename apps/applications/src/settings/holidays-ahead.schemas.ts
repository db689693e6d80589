import { country, region } from '@app/contracts';
import { z } from 'zod';

export const holidaysAnswer = z
  .strictObject({
    leftOut: z.boolean().meta({ description: 'As the settings are now.' }),
    until: z.iso.date().meta({ description: 'How far was looked.' }),
    days: z
      .array(
        z.strictObject({
          date: z.iso.date(),
          name: z.string().meta({ description: 'In English where that is known.' }),
          country: country.nullable(),
          region: region.nullable(),
          people: z.int().meta({ description: 'How many of your contacts are there.' }),
          names: z.array(z.string()).meta({ description: 'Of them, three at the most.' }),
        }),
      )
      .meta({
        description: 'The next days on which a letter could arrive, were they no holiday there. The first comes first.',
      }),
    unknown: z.int().meta({ description: 'Contacts of whom no country is known: no holiday is left out for them.' }),
  })
  .meta({ id: 'HolidaysAhead' });
export type HolidaysAnswer = z.infer<typeof holidaysAnswer>;
