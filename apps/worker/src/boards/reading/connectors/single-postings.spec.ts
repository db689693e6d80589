/** What the answer for one posting proves, provider by provider. */
import { describe, expect, it } from '@jest/globals';
import { BOARD_PROVIDERS, type BoardProvider } from '@app/contracts';
import { CONNECTORS } from './connectors.js';

const UUID = '88499546-e9f7-4403-87a5-240050bd7c5b';
const single = (provider: BoardProvider) => CONNECTORS[provider].single!;
const answer = (provider: BoardProvider, id: string, body: unknown) =>
  single(provider).parse(typeof body === 'string' ? body : JSON.stringify(body), id);

describe('a single posting', () => {
  it.each<[BoardProvider, string, string, string]>([
    ['greenhouse', 'acme', '127817', 'https://boards-api.greenhouse.io/v1/boards/acme/jobs/127817'],
    ['greenhouse', 'eu:acme', '127817', 'https://boards-api.eu.greenhouse.io/v1/boards/acme/jobs/127817'],
    ['lever', 'acme', UUID, `https://api.lever.co/v0/postings/acme/${UUID}`],
    ['lever', 'eu:acme', UUID, `https://api.eu.lever.co/v0/postings/acme/${UUID}`],
    ['smartrecruiters', 'Acme', '75551135', 'https://api.smartrecruiters.com/v1/companies/Acme/postings/75551135'],
    ['workable', 'acme', 'E2C96AB706', 'https://apply.workable.com/api/v2/accounts/acme/jobs/E2C96AB706'],
    ['recruitee', 'acme', '2700825', 'https://acme.recruitee.com/api/offers/2700825'],
    ['greenhouse', 'acme', '1/../../x?y', 'https://boards-api.greenhouse.io/v1/boards/acme/jobs/1%2F..%2F..%2Fx%3Fy'],
  ])('of %s "%s", %s, is asked for at %s', (provider, slug, id, url) => {
    expect(single(provider).url(slug, id)).toBe(url);
  });

  it.each<[string, BoardProvider, string, unknown, 'open' | 'gone']>([
    ['is there', 'greenhouse', '127817', { id: 127817, title: 'Designer' }, 'open'],
    ['has a number beyond what is exact', 'greenhouse', '12345678901234567', '{"id":12345678901234567}', 'open'],
    ['is there', 'lever', UUID, { id: UUID, text: 'Engineer' }, 'open'],
    ['is active', 'smartrecruiters', '75551135', { id: '75551135', active: true }, 'open'],
    ['is not active', 'smartrecruiters', '75551135', { id: '75551135', active: false }, 'gone'],
    ['is published', 'workable', 'E2C96AB706', { shortcode: 'E2C96AB706', state: 'published' }, 'open'],
    ['is closed', 'workable', 'E2C96AB706', { shortcode: 'E2C96AB706', state: 'closed' }, 'gone'],
    ['is published', 'recruitee', '2700825', { offer: { id: 2700825, status: 'published' } }, 'open'],
    ['is archived', 'recruitee', '2700825', { offer: { id: 2700825, status: 'archived' } }, 'gone'],
  ])('that %s at %s is known by it: %s', (_, provider, id, body, whereabouts) => {
    expect(answer(provider, id, body)).toBe(whereabouts);
  });

  it.each<[string, BoardProvider, string, unknown]>([
    ['is another', 'greenhouse', '127817', { id: 127818 }],
    ['is a whole board', 'greenhouse', '127817', { jobs: [{ id: 127817 }], meta: { total: 1 } }],
    ['is an error with a good status', 'lever', UUID, { ok: false, error: 'Document not found' }],
    ['is a list', 'lever', UUID, [{ id: UUID }]],
    ['does not say whether it is active', 'smartrecruiters', '75551135', { id: '75551135', name: 'Nurse' }],
    ['is active in words', 'smartrecruiters', '75551135', { id: '75551135', active: 'yes' }],
    ['says no state', 'workable', 'E2C96AB706', { shortcode: 'E2C96AB706' }],
    ['says no status', 'recruitee', '2700825', { offer: { id: 2700825, title: 'Accountant' } }],
    ['is null', 'recruitee', '2700825', null],
  ])('that %s proves nothing at %s', (_, provider, id, body) => expect(answer(provider, id, body)).toBe('unknown'));

  it.each(['<!DOCTYPE html><p>Just a moment...</p>', '{"id":127817', '', '\0'])('cannot be read from %j', (body) => {
    expect(() => answer('greenhouse', '127817', body)).toThrow();
  });

  it('that is not found is proof where it is said to be', () => {
    const proofs = BOARD_PROVIDERS.map((provider) => [provider, CONNECTORS[provider].single?.notFound ?? null]);
    expect(Object.fromEntries(proofs)).toEqual({
      greenhouse: 'gone',
      lever: 'unknown',
      ashby: null,
      smartrecruiters: 'gone',
      workable: 'unknown',
      recruitee: 'gone',
      personio: null,
      teamtailor: null,
      jsonld: null,
    });
  });
});
