import { z } from 'zod';

/** In the answer of whatever may be one. */
export const sampleMark = z.boolean().meta({ description: 'Invented, by `POST /sample`: to be looked at.' });
