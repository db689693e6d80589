import { describe, expect, it } from '@jest/globals';
import { boardBaseUrls, rebased } from './board-base-urls.js';

describe('BOARD_BASE_URLS', () => {
  it('names an origin for each provider that has one', () => {
    expect(
      boardBaseUrls.parse('{"greenhouse":"http://127.0.0.1:4000/","recruitee":"http://{slug}.mirror.test"}'),
    ).toEqual({
      greenhouse: 'http://127.0.0.1:4000',
      recruitee: 'http://{slug}.mirror.test',
    });
    expect(boardBaseUrls.parse('{}')).toEqual({});
  });

  it.each([
    '',
    'nonsense',
    '[]',
    '{"monster":"http://127.0.0.1"}',
    '{"lever":"127.0.0.1"}',
    '{"lever":"ftp://x.test"}',
    '{"lever":7}',
  ])('is refused with what it should be: %s', (text) =>
    expect(() => boardBaseUrls.parse(text)).toThrow(/must be JSON of provider and origin/),
  );

  it('replaces the origin and keeps the path', () => {
    const url = 'https://api.lever.co/v0/postings/acme?skip=0';
    expect(rebased(url, 'http://127.0.0.1:4000', 'acme')).toBe('http://127.0.0.1:4000/v0/postings/acme?skip=0');
    expect(rebased('https://acme.recruitee.com/api/offers/', 'http://m.test/{slug}', 'acme')).toBe(
      'http://m.test/acme/api/offers/',
    );
    expect(rebased('https://a.example/jobs?id=7', 'http://m.test/{slug}', 'https://a.example/jobs?id=7')).toBe(
      'http://m.test/a.example/jobs?id=7',
    );
  });
});
