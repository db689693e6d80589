/** SmartRecruiters: pages with a total; the posting's id beside the job's reference and the ad's id. */
import { z } from 'zod';
import type { Connector } from './connector.js';
import { dateOf } from './dates.js';
import { jobId } from './job-ids.js';
import { framed, jsonOf } from './json.js';
import { id, maybe, maybeId, maybeText, rowsOf } from './rows.js';
import { placeOf } from './shown-text.js';

const PAGE = 100;

const frame = z.object({ content: z.array(z.unknown()), totalFound: z.number().nullish().catch(null) });

const posting = z.object({
  id,
  /** Of the ad's publication, by which portals and the form of application name it. */
  uuid: z.uuid().nullish().catch(null),
  name: maybeText,
  jobAdId: maybeId,
  refNumber: maybeId,
  releasedDate: z.unknown().optional(),
  company: maybe(z.object({ identifier: maybeText })),
  department: maybe(z.object({ label: maybeText })),
  location: maybe(z.object({ city: maybeText, region: maybeText, country: maybeText, fullLocation: maybeText })),
});

const single = z.object({ id, active: z.boolean().nullish().catch(null) });

export const smartrecruiters: Connector = {
  provider: 'smartrecruiters',
  accept: 'application/json',
  politeness: { concurrency: 5, pauseMs: 0 },

  feeds: (slug) => [(offset) => `${postingsOf(slug)}?limit=${PAGE}&offset=${offset}`],

  parse: (body, { slug, cursor }) => {
    const { content, totalFound } = framed(frame, jsonOf(body));
    const read = rowsOf(content, posting, (ad) => ({
      id: ad.id,
      title: ad.name,
      url: `https://jobs.smartrecruiters.com/${encodeURIComponent(ad.company?.identifier || slug)}/${encodeURIComponent(ad.id)}`,
      locations: [
        ad.location?.fullLocation ||
          placeOf(ad.location?.city, ad.location?.region, ad.location?.country?.toUpperCase()),
      ],
      department: ad.department?.label,
      jobIds: [
        ...jobId('reference', ad.refNumber),
        ...jobId('ad', ad.jobAdId),
        ...jobId('publication', ad.uuid?.toLowerCase()),
      ],
      publishedAt: dateOf(ad.releasedDate),
    }));
    const received = cursor + content.length;
    const more = content.length > 0 && received < (totalFound ?? Infinity);
    return { ...read, total: totalFound ?? null, next: more ? received : null };
  },

  single: {
    asList: (answer) => ({ content: [answer] }),
    url: (slug, id) => `${postingsOf(slug)}/${encodeURIComponent(id)}`,
    // It may still answer for one that is not shown any more, and says so.
    parse: (body, asked) => {
      const { data } = single.safeParse(jsonOf(body));
      if (data?.id !== asked || typeof data.active !== 'boolean') return 'unknown';
      return data.active ? 'open' : 'gone';
    },
    notFound: 'gone',
  },
};

function postingsOf(slug: string): string {
  return `https://api.smartrecruiters.com/v1/companies/${encodeURIComponent(slug)}/postings`;
}
