/** schema.org JobPosting as sites really write it: one or many, text or object, in any of its fields. */
import { z } from 'zod';
import { id, maybe, maybeText } from './rows.js';
import { placeOf } from './shown-text.js';

/** One value or a list of them, as a list of those that can be read. */
const manyOf = <T extends z.ZodType>(item: T) =>
  z
    .unknown()
    .optional()
    .transform((value) =>
      (Array.isArray(value) ? value : [value]).flatMap((entry): z.infer<T>[] => {
        const read = item.safeParse(entry);
        return read.success ? [read.data] : [];
      }),
    );

const text = z.string().trim().min(1);
export const textsOf = manyOf(text);
/** A name given plainly, inside an object, or several times over. */
export const named = manyOf(
  z.union([text, z.object({ name: manyOf(text) }).transform((given) => given.name[0] ?? '')]),
).transform((names) => names.find(Boolean) ?? null);

const address = z.union([
  text,
  z
    .object({ addressLocality: named, addressRegion: named, addressCountry: named })
    .transform((parts) => placeOf(parts.addressLocality, parts.addressRegion, parts.addressCountry)),
]);
const place = z.union([
  text,
  z.object({ name: named, address: manyOf(address) }).transform((at) => at.name ?? at.address[0] ?? ''),
]);
const identifier = z.union([id, z.object({ value: id }).transform(({ value }) => value)]);

export const jobPosting = z.object({
  title: maybeText,
  name: maybeText,
  url: maybeText,
  identifier: manyOf(identifier),
  datePosted: z.unknown().optional(),
  validThrough: z.unknown().optional(),
  jobLocation: manyOf(place),
  jobLocationType: maybe(manyOf(text)),
  applicantLocationRequirements: manyOf(place),
});
export type JobPosting = z.infer<typeof jobPosting>;

export function placesOfJob(job: JobPosting): string[] {
  const places = [...job.jobLocation, ...job.applicantLocationRequirements].filter((at) => at !== '');
  const isRemote = job.jobLocationType?.some((type) => /telecommute/i.test(type)) ?? false;
  return places.length === 0 && isRemote ? ['Remote'] : places;
}
