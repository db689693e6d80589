import { describe, expect, it } from '@jest/globals';
import { codeOf, landingOf } from './landing.policy.js';

describe('who signed in lands', () => {
  it.each([
    ['/applications/7?no=7', '/applications/7?no=7'],
    ['/follow-ups/7#words', '/follow-ups/7#words'],
    ['/', '/'],
  ])('at %s, which is ours', (to, landing) => expect(landingOf(to, false)).toBe(landing));

  it.each([
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/a\\..\\b',
    '/a\nb',
    'javascript:alert(1)',
    'applications',
    '/sign-in?to=/sign-in',
  ])('at the front door, and not at %j', (to) => expect(landingOf(to, false)).toBe('/'));

  it.each([undefined, '/', 'https://evil.example', '/sign-in'])(
    'at the first questions where nobody was ever asked, coming from %j',
    (to) => expect(landingOf(to, true)).toBe('/welcome'),
  );

  it('where a mail led, also before the first questions', () =>
    expect(landingOf('/follow-ups/7', true)).toBe('/follow-ups/7'));
});

describe('the code of a link', () => {
  it.each([
    ['#rkc_abc-DEF_123', 'rkc_abc-DEF_123'],
    ['', null],
    ['#', null],
    ['#main', null],
    ['#rkd_a-token-is-no-code', null],
    ['#rkc_', null],
    ['#rkc_a b', null],
  ])('of %j is %j', (hash, code) => expect(codeOf(hash)).toBe(code));
});
