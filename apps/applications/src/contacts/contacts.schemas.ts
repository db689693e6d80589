import {
  address,
  CONTACT_ROLES,
  country,
  DIRECTIONS,
  id,
  instant,
  isRegionOf,
  line,
  prose,
  region,
  timezone,
  TOUCH_KINDS,
  type Warmth,
  WARMTHS,
  RULES,
} from '@app/contracts';
import { z } from 'zod';
import {
  cursorMoment,
  cursorOfItsOrder,
  fitsItsOrder,
  listOf,
  onlyDeleted,
  pageQuery,
  pageSchema,
  rowMoment,
} from '../http/paging.js';
import { search } from '../http/search.js';
import { sampleMark } from '../http/sample-mark.js';

const person = {
  name: line(200),
  email: address.nullable(),
  role: z.enum(CONTACT_ROLES),
  timezone: timezone.nullable(),
  country: country.nullable(),
  region: region.nullable().meta({ description: 'ISO 3166-2, for holidays. It may stand without a country.' }),
  greeting: line(100)
    .nullable()
    .meta({ description: 'How a letter addresses them, such as "Dr. Ito". Null: as their name allows.' }),
  unread: z.boolean().nullable().meta({
    description: 'Whether nobody reads at their address: then no letter goes there. Null: as the address tells.',
  }),
};
const REGION_RULE = '`region` is one of `country` where both are given.';
const inThatCountry = {
  path: ['region'],
  message: RULES.region_elsewhere,
};
const isInThatCountry = (body: { country?: string | null; region?: string | null }) =>
  isRegionOf(body.country, body.region);

const fields = {
  ...person,
  companyName: line(300).nullable(),
  tags: z.array(line(60)).max(50),
  notes: prose(20_000).nullable(),
  doNotContact: z.boolean(),
};

export const contactBody = z
  .strictObject(fields)
  .partial()
  .required({ name: true })
  .refine(isInThatCountry, inThatCountry)
  .meta({ id: 'ContactBody', description: REGION_RULE });
export type ContactBody = z.infer<typeof contactBody>;

const bouncedAt = z.null().meta({
  description: 'Null: their address takes mail again. Sending their address once more says the same.',
});
export const contactPatch = z
  .strictObject({ ...fields, bouncedAt })
  .partial()
  .refine(isInThatCountry, inThatCountry)
  .meta({ id: 'ContactPatch', description: REGION_RULE });
export type ContactPatch = z.infer<typeof contactPatch>;

/** The contact of an application: found by its address, made when it is new. */
export const contactOfApplication = z
  .strictObject({ ...person, companyName: fields.companyName })
  .partial()
  .required({ name: true })
  .refine(isInThatCountry, inThatCountry)
  .meta({ id: 'ContactOfApplication', description: REGION_RULE });
export type ContactOfApplication = z.infer<typeof contactOfApplication>;

/** So much of what was said says what it was about. */
export const MOST_OF_A_TOUCH = 300;

const lastTouch = z
  .strictObject({
    id,
    kind: z.enum(TOUCH_KINDS),
    direction: z.enum(DIRECTIONS).nullable(),
    at: z.iso.datetime(),
    text: z
      .string()
      .nullable()
      .meta({ description: `Its first ${MOST_OF_A_TOUCH} letters.` }),
    followUpId: id.nullable(),
  })
  .meta({ id: 'LastTouch' });
export type LastTouch = z.infer<typeof lastTouch>;

const mergedEntry = z
  .strictObject({
    id,
    name: z.string(),
    email: z.string().nullable(),
    mergedAt: z.iso.datetime(),
    undoUntil: z.iso.datetime().meta({ description: 'Until then `POST /contacts/{id}/unmerge` gives it back.' }),
  })
  .meta({ id: 'MergedEntry' });

export const contactAnswer = z
  .strictObject({
    id,
    ...fields,
    companyId: id.nullable(),
    bouncedAt: z.iso.datetime().nullable(),
    warmth: z.enum(WARMTHS),
    lastTouchAt: z.iso.datetime().nullable(),
    lastTouch: lastTouch.nullable(),
    nextTouchAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'When the next letter, check-in or half-year is due.' }),
    openApplications: z.int().meta({ description: 'Applications with them that are sent and not decided.' }),
    mergedFrom: z.array(mergedEntry).meta({ description: 'Other entries of the same person, the last one first.' }),
    sample: sampleMark,
    deletedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Contact' });
export type ContactAnswer = z.infer<typeof contactAnswer>;
export const contactPage = z
  .strictObject({
    ...pageSchema(contactAnswer).shape,
    counts: z
      .strictObject(Object.fromEntries(WARMTHS.map((warmth) => [warmth, z.int()])) as Record<Warmth, z.ZodInt>)
      .meta({
        id: 'CountsPerWarmth',
        description: 'How many there are of each warmth, of all that match but for `warmth`.',
      }),
  })
  .meta({ id: 'ContactPage' });
export type ContactPage = z.infer<typeof contactPage>;

export const CONTACT_SORTS = ['-createdAt', 'name', '-lastTouchAt', 'nextTouchAt', 'warmth'] as const;
export type ContactSort = (typeof CONTACT_SORTS)[number];
const byMoment = z.tuple([z.enum(CONTACT_SORTS).exclude(['name', 'warmth']), rowMoment.nullable(), z.uuid()]);
const byWarmth = z.tuple([
  z.literal('warmth'),
  z.string().regex(/^[0-2](~| \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6})$/),
  z.uuid(),
]);
const byName = z.tuple([z.literal('name'), prose(100), z.uuid()]);

export const contactsQuery = z
  .strictObject({
    ...pageQuery(z.union([byMoment, byName, byWarmth])),
    q: search,
    companyId: id.optional(),
    warmth: z.enum(WARMTHS).optional(),
    role: listOf(z.enum(CONTACT_ROLES)).optional(),
    sort: z.enum(CONTACT_SORTS).default('-createdAt').meta({
      description:
        'Whoever was recorded last first, by name, whoever was in touch last first, by the next touch, the nearest first; or by warmth, the warm first, and in it by the next touch. Who has none stands last.',
    }),
    deleted: onlyDeleted,
  })
  .refine(fitsItsOrder, cursorOfItsOrder);
export type ContactsQuery = z.infer<typeof contactsQuery>;

/** A rejection is a touch too, but it is told to its application. */
export const touchBody = z
  .strictObject({
    kind: z.enum(TOUCH_KINDS).exclude(['rejection']),
    direction: z.enum(DIRECTIONS).optional(),
    at: instant.optional(),
    text: prose(100_000).optional(),
  })
  .refine(({ kind, direction }) => kind !== 'mail' || direction !== undefined, {
    path: ['direction'],
    message: RULES.direction_missing,
  })
  .meta({ id: 'TouchBody', description: 'A `mail` has a `direction`. `at` is not in the future.' });
export type TouchBody = z.infer<typeof touchBody>;

export const touchAnswer = z
  .strictObject({
    id,
    contactId: id,
    kind: z.enum(TOUCH_KINDS),
    direction: z.enum(DIRECTIONS).nullable(),
    at: z.iso.datetime(),
    text: z.string().nullable(),
    followUpId: id.nullable(),
  })
  .meta({ id: 'Touch' });
export type TouchAnswer = z.infer<typeof touchAnswer>;
export const touchPage = pageSchema(touchAnswer).meta({ id: 'TouchPage' });

/** Latest first. */
export const touchesQuery = z.strictObject(pageQuery(z.tuple([cursorMoment, z.uuid()])));
export type TouchesQuery = z.infer<typeof touchesQuery>;
