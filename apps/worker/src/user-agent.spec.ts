import { describe, expect, it } from '@jest/globals';
import { userAgent } from './user-agent.js';

describe('the User-Agent', () => {
  it.each([
    ['https://ops.example.org/rekindle', 'Rekindle/1.2.3 (+https://ops.example.org/rekindle)'],
    ['ops@example.org', 'Rekindle/1.2.3 (+mailto:ops@example.org)'],
    ['https://ops.example.org/@rekindle', 'Rekindle/1.2.3 (+https://ops.example.org/@rekindle)'],
  ])('names whom the operator chose: %s', (contact, named) => expect(userAgent('1.2.3', contact)).toBe(named));

  it('names the project where nobody was chosen', () => {
    expect(userAgent('1.2.3', undefined)).toMatch(/^Rekindle\/1\.2\.3 \(\+https:\/\/[^@)]+\)$/);
  });
});
