/** The same few ads as each provider's feed shows them: field names, ids, dates and escaping are theirs. */
import type { BoardProvider } from '@app/contracts';

export interface BoardAd {
  id: string;
  title: string;
  locations: string[];
  department: string;
  /** The job behind the ad, where the provider shows one: it stays when the ad gets another id. */
  requisition: string;
  publishedAt: Date;
}

export interface Asked {
  slug: string;
  offset: number;
  limit: number;
  /** How many the board says it has. */
  total: number;
}

export interface Shape {
  type: string;
  render(ads: readonly BoardAd[], asked: Asked): string;
}

const json = (render: (ads: readonly BoardAd[], asked: Asked) => unknown): Shape => ({
  type: 'application/json; charset=utf-8',
  render: (ads, asked) => JSON.stringify(render(ads, asked)),
});
const xml = (render: Shape['render']): Shape => ({ type: 'application/xml; charset=utf-8', render });

export const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const day = (at: Date) => at.toISOString().slice(0, 10);
const city = (place: string) => place.split(', ')[0] ?? '';
const country = (place: string) => place.split(', ').at(-1) ?? '';
const numeric = (id: string) => (/^\d{1,15}$/.test(id) ? Number(id) : id);

export const SHAPES: Record<BoardProvider, Shape> = {
  greenhouse: json((ads, { slug, total }) => ({
    jobs: ads.map((ad) => ({
      absolute_url: `https://job-boards.greenhouse.io/${slug}/jobs/${ad.id}`,
      data_compliance: [{ type: 'gdpr', requires_consent: false, retention_period: null }],
      internal_job_id: null,
      location: { name: ad.locations.join('; ') },
      metadata: null,
      id: numeric(ad.id),
      updated_at: '2026-08-31T17:56:36-04:00',
      requisition_id: ad.requisition,
      title: ad.title,
      company_name: 'Acme',
      first_published: ad.publishedAt.toISOString().replace('Z', '-00:00'),
      language: 'en',
      application_deadline: null,
      content: '&lt;p&gt;Words &amp;amp; more words&lt;/p&gt;',
      departments: [{ id: 1, name: ad.department, child_ids: [], parent_id: null }],
      offices: [],
    })),
    meta: { total },
  })),

  lever: json((ads, { slug }) =>
    ads.map((ad) => ({
      categories: {
        commitment: 'Permanent',
        department: ad.department,
        location: ad.locations[0],
        team: 'Team',
        allLocations: ad.locations,
      },
      createdAt: ad.publishedAt.getTime(),
      descriptionPlain: 'Words',
      id: ad.id,
      text: ad.title,
      country: null,
      workplaceType: 'hybrid',
      hostedUrl: `https://jobs.lever.co/${slug}/${ad.id}`,
      applyUrl: `https://jobs.lever.co/${slug}/${ad.id}/apply`,
    })),
  ),

  ashby: json((ads, { slug }) => ({
    jobs: ads.map((ad) => ({
      id: ad.id,
      title: ad.title,
      department: ad.department,
      team: 'Team',
      employmentType: 'FullTime',
      location: ad.locations[0],
      secondaryLocations: ad.locations.slice(1).map((location) => ({ location, address: null })),
      publishedAt: ad.publishedAt.toISOString().replace('Z', '+00:00'),
      isListed: true,
      isRemote: null,
      jobUrl: `https://jobs.ashbyhq.com/${slug}/${ad.id}`,
      descriptionHtml: '<p>Words</p>',
    })),
    apiVersion: '1',
  })),

  smartrecruiters: json((ads, { slug, offset, limit, total }) => ({
    offset,
    limit,
    totalFound: total,
    content: ads.map((ad) => ({
      id: ad.id,
      name: ad.title,
      uuid: '0761de07-8adc-465d-af91-905f0df48ec1',
      jobAdId: null,
      refNumber: ad.requisition,
      company: { identifier: slug, name: 'Acme' },
      releasedDate: ad.publishedAt.toISOString(),
      location: { city: city(ad.locations[0] ?? ''), country: 'de', remote: false, fullLocation: ad.locations[0] },
      department: { id: '1', label: ad.department },
    })),
  })),

  workable: json((ads, { slug }) => ({
    name: slug,
    description: null,
    jobs: ads.flatMap((ad) =>
      ad.locations.map((place) => ({
        title: ad.title,
        shortcode: ad.id,
        code: ad.requisition,
        telecommuting: false,
        department: ad.department,
        url: `https://apply.workable.com/j/${ad.id}`,
        published_on: day(ad.publishedAt),
        created_at: day(ad.publishedAt),
        country: country(place),
        city: city(place),
        state: '',
        locations: [{ country: country(place), city: city(place), region: null, hidden: false }],
      })),
    ),
  })),

  recruitee: json((ads, { slug }) => ({
    offers: ads.map((ad) => ({
      id: numeric(ad.id),
      slug: `offer-${ad.id}`,
      title: ad.title,
      department: ad.department,
      locations: ad.locations.map((place) => ({ id: 1, city: city(place), country: country(place), state: null })),
      location: ad.locations[0],
      careers_url: `https://${slug}.recruitee.com/o/offer-${ad.id}`,
      published_at: `${ad.publishedAt.toISOString().slice(0, 19).replace('T', ' ')} UTC`,
      status: 'published',
      close_at: null,
    })),
  })),

  personio: xml((ads) => {
    const positions = ads.map(
      (ad) => `<position>
    <id>${ad.id}</id>
    <subcompany>Acme SE &amp; Co. KG</subcompany>
    <office>${escaped(ad.locations[0] ?? '')}</office>
    <additionalOffices>${ad.locations
      .slice(1)
      .map((place) => `<office>${escaped(place)}</office>`)
      .join('')}</additionalOffices>
    <department>${escaped(ad.department)}</department>
    <name>${escaped(ad.title)}</name>
    <jobDescriptions><jobDescription><name>You</name><value><![CDATA[<p>Words</p>]]></value></jobDescription></jobDescriptions>
    <createdAt>${ad.publishedAt.toISOString().slice(0, 19)}+0000</createdAt>
</position>`,
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n<workzag-jobs>\n${positions.join('\n')}\n</workzag-jobs>`;
  }),

  teamtailor: xml((ads, { slug }) => {
    const items = ads.map(
      (ad) => `<item>
      <title>${escaped(ad.title)}</title>
      <description>&lt;p&gt;Words&lt;/p&gt;</description>
      <pubDate>${ad.publishedAt.toUTCString().replace('GMT', '+0000')}</pubDate>
      <link>https://${slug}.teamtailor.com/jobs/${ad.requisition}-an-ad</link>
      <remoteStatus>none</remoteStatus>
      <guid>${ad.id}</guid>
      <tt:locations>${ad.locations
        .map(
          (at) =>
            `<tt:location><tt:name>HQ</tt:name><tt:zip/><tt:city>${escaped(city(at))}</tt:city><tt:country>${escaped(country(at))}</tt:country></tt:location>`,
        )
        .join('')}</tt:locations>
      <tt:department>${escaped(ad.department)}</tt:department>
    </item>`,
    );
    return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:tt="https://teamtailor.com/locations"><channel><title>${slug}</title>${items.join('\n')}</channel></rss>`;
  }),

  jsonld: {
    type: 'text/html; charset=utf-8',
    render: (ads, { slug }) => {
      const jobs = ads.map((ad) => ({
        '@context': 'https://schema.org/',
        '@type': 'JobPosting',
        title: ad.title,
        url: `${slug}#${ad.id}`,
        identifier: { '@type': 'PropertyValue', name: 'Acme', value: ad.id },
        datePosted: ad.publishedAt.toISOString(),
        jobLocation: ad.locations.map((place) => ({
          '@type': 'Place',
          address: { '@type': 'PostalAddress', addressLocality: city(place), addressCountry: country(place) },
        })),
      }));
      const block = (data: object) =>
        `<script type="application/ld+json">${JSON.stringify(data).replaceAll('"@', '"\\u0040').replaceAll('<', '\\u003C')}</script>`;
      const organisation = { '@context': 'https://schema.org/', '@type': 'Organization', name: 'Acme' };
      return `<!DOCTYPE html><html><head><title>Acme</title>${[organisation, ...jobs].map(block).join('')}</head><body>${jobs.length === 0 ? '<p>This job is no longer available.</p>' : ''}</body></html>`;
    },
  },
};
