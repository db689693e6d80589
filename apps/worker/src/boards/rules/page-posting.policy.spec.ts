import { describe, expect, it } from '@jest/globals';
import { type AtPage, speaksFor } from './page-posting.policy.js';

const PAGE = 'https://hash.example/careers';
const driver = { postingId: 'HR-1', title: 'Driver (m/f/d)', url: PAGE };
const at = (fields: Partial<AtPage> & { slug?: string } = {}): AtPage => ({
  board: { provider: 'jsonld', slug: fields.slug ?? PAGE },
  title: 'Cook',
  postingId: null,
  isShared: false,
  ...fields,
});

describe('the one ad of a page', () => {
  it.each<[string, Parameters<typeof at>[0], boolean]>([
    ['the only vacancy at it, whatever its title', {}, true],
    ['a vacancy of the same words, by the page’s route', { slug: `${PAGE}#/jobs/1`, title: 'Driver' }, true],
    ['a vacancy of its number', { isShared: true, postingId: 'HR-1' }, true],
    ['a vacancy of the same words beside others', { isShared: true, title: 'Truck driver' }, true],
  ])('speaks for %s', (_, fields, speaks) => expect(speaksFor(at(fields), driver)).toBe(speaks));

  it.each<[string, Parameters<typeof at>[0]]>([
    ['by another route', { slug: `${PAGE}#/jobs/2` }],
    ['of other words beside others', { isShared: true }],
    ['of another number beside others', { isShared: true, postingId: 'HR-2' }],
  ])('says nothing of a vacancy %s', (_, fields) => expect(speaksFor(at(fields), driver)).toBe(false));

  it('of a provider is found by its id alone', () => {
    expect(speaksFor(at({ board: { provider: 'lever', slug: 'acme' }, isShared: true }), driver)).toBe(true);
  });
});
