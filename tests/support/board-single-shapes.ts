/** One ad as the providers that can be asked for it show it. */
import type { BoardProvider } from '@app/contracts';
import { SHAPES, type BoardAd } from './board-shapes.js';

type Json = Record<string, unknown>;

export const SINGLES: Partial<Record<BoardProvider, (ad: BoardAd, slug: string) => Json>> = {
  greenhouse: (ad, slug) => ({ ...itemOf('greenhouse', ad, slug, 'jobs'), questions: [], location_questions: [] }),
  lever: (ad, slug) => itemOf('lever', ad, slug),
  smartrecruiters: (ad, slug) => ({
    ...itemOf('smartrecruiters', ad, slug, 'content'),
    active: true,
    postingUrl: `https://jobs.smartrecruiters.com/${slug}/${ad.id}`,
    jobAd: { sections: { jobDescription: { title: 'Job Description', text: '<p>Words</p>' } } },
  }),
  workable: (ad) => ({
    id: 6_081_338,
    shortcode: ad.id,
    title: ad.title,
    state: 'published',
    isInternal: false,
    published: ad.publishedAt.toISOString(),
    description: '<p>Words</p>',
  }),
  recruitee: (ad, slug) => ({ offer: itemOf('recruitee', ad, slug, 'offers') }),
};

function itemOf(provider: BoardProvider, ad: BoardAd, slug: string, list?: string): Json {
  const answer = JSON.parse(SHAPES[provider].render([ad], { slug, offset: 0, limit: 100, total: 1 })) as Json;
  return ((list === undefined ? answer : answer[list]) as Json[])[0] ?? {};
}
