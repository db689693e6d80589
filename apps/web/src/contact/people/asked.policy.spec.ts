import { CONTACT_ROLES } from '@app/contracts/words';
import { describe, expect, it } from '@jest/globals';
import { askedIn, WHO } from './asked.policy.js';

describe('what is asked of the people', () => {
  it.each([
    [{}, {}],
    [{ q: '  dana ' }, { q: 'dana' }],
    [{ q: 42 }, { q: '42' }],
    [{ q: '   ', warmth: 'hot', who: 'friends' }, {}],
    [
      { warmth: 'cold', who: 'beside' },
      { warmth: 'cold', who: 'beside' },
    ],
    [{ no: 'new', who: ['beside'] }, {}],
  ])('%j', (search, asked) => {
    expect(JSON.parse(JSON.stringify(askedIn(search)))).toEqual(asked);
  });

  it('leaves out nobody', () => {
    expect(Object.values(WHO).flat().toSorted()).toEqual([...CONTACT_ROLES].toSorted());
  });
});
