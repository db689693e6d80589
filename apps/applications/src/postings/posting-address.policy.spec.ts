import { describe, expect, it } from '@jest/globals';
import { postingAddress } from './posting-address.policy.js';

describe('the address of a posting', () => {
  it.each([
    ['https://boards.greenhouse.io/acme/jobs/127817', 'https://job-boards.greenhouse.io/acme/jobs/127817?gh_src=x'],
    ['https://acme.example/jobs/7', 'https://acme.example/jobs/7?utm_source=mail#apply'],
    ['https://www.linkedin.com/jobs/view/1', 'https://www.linkedin.com/jobs/view/1#top'],
  ])('%s is one with %s', (one, other) => expect(postingAddress(one).key).toBe(postingAddress(other).key));

  it.each([
    ['https://boards.greenhouse.io/acme/jobs/1', 'https://boards.greenhouse.io/acme/jobs/2'],
    ['https://boards.greenhouse.io/acme/jobs/1', 'https://boards.greenhouse.io/acme'],
    ['https://acme.example/jobs?id=7', 'https://acme.example/jobs?id=8'],
  ])('%s is not %s', (one, other) => expect(postingAddress(one).key).not.toBe(postingAddress(other).key));

  it.each([
    ['https://jobs.lever.co/acme/88499546-e9f7-4403-87a5-240050bd7c5b', true],
    ['https://acme.example/jobs/7', false],
    ['https://www.linkedin.com/jobs/view/1', false],
    ['http://10.0.0.1/jobs', false],
  ])('%s is one of a provider that is known: %s', (url, isOfProvider) =>
    expect(postingAddress(url).isOfProvider).toBe(isOfProvider),
  );
});
