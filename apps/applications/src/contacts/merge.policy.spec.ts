import { describe, expect, it } from '@jest/globals';
import { blankAgain, type Entry, filledFrom, inTheWay, keysAdded, type Step } from './merge.policy.js';

const NOBODY: Entry = {
  email: null,
  emailKey: null,
  formerKeys: [],
  bouncedAt: null,
  unread: null,
  companyId: null,
  timezone: null,
  country: null,
  region: null,
  greeting: null,
  notes: null,
  tags: [],
};
const at = (email: string): Partial<Entry> => ({ email, emailKey: email });
const entry = (given: Partial<Entry>): Entry => ({ ...NOBODY, ...given });
const BOUNCED = new Date('2026-01-01');

describe('what fills what is blank', () => {
  it.each<[string, Partial<Entry>, Partial<Entry>, Partial<Entry>]>([
    ['nothing where nothing is blank', { notes: 'Mine' }, { notes: 'Theirs' }, {}],
    ['what is known of the other alone', { notes: 'Mine' }, { timezone: 'Asia/Tokyo' }, { timezone: 'Asia/Tokyo' }],
    ['tags where there are none', {}, { tags: ['met'] }, { tags: ['met'] }],
    [
      'an address with all that hangs on it',
      {},
      { ...at('a@x.example'), bouncedAt: BOUNCED, unread: true },
      { ...at('a@x.example'), bouncedAt: BOUNCED, unread: true },
    ],
    ['no word of another address', at('b@x.example'), { ...at('a@x.example'), bouncedAt: BOUNCED, unread: true }, {}],
    ['a region with its country', {}, { country: 'DE', region: 'DE-BY' }, { country: 'DE', region: 'DE-BY' }],
    ['no region of another country', { country: 'FR' }, { country: 'DE', region: 'DE-BY' }, {}],
    ['no country of another region', { region: 'DE-BY' }, { country: 'AT' }, {}],
    ['a country with its region', { region: 'DE-BY' }, { country: 'DE' }, { country: 'DE' }],
  ])('%s', (_, stays, from, filled) => {
    expect(filledFrom(entry(stays), entry(from))).toEqual(filled);
  });
});

describe('what is blank again', () => {
  it.each<[string, Partial<Entry>, Partial<Entry>, Partial<Entry>]>([
    ['what is as it was filled', { notes: 'Theirs' }, { notes: 'Theirs' }, { notes: null }],
    ['not what was written since', { notes: 'Mine now' }, { notes: 'Theirs' }, {}],
    ['tags, as none', { tags: ['met'] }, { tags: ['met'] }, { tags: [] }],
    [
      'an address with all that hangs on it',
      { ...at('a@x.example'), bouncedAt: BOUNCED },
      at('a@x.example'),
      { email: null, emailKey: null, bouncedAt: null, unread: null },
    ],
    ['not another address', at('c@x.example'), at('a@x.example'), {}],
  ])('%s', (_, now, filled, blank) => {
    expect(blankAgain(entry(now), filled)).toEqual(blank);
  });
});

it('the addresses that come are those which were not there', () => {
  const stays = entry({ ...at('a@x.example'), formerKeys: ['b@x.example'] });
  const from = entry({ ...at('b@x.example'), formerKeys: ['c@x.example', 'a@x.example'] });
  expect(keysAdded(stays, from)).toEqual(['c@x.example']);
});

describe('of several letters one keeps its place', () => {
  const step = (id: string, given: Partial<Step> = {}): Step => ({
    id,
    state: 'waiting',
    approvedAt: null,
    editedAt: null,
    dueAt: new Date('2026-03-02'),
    ...given,
  });
  const sooner = { dueAt: new Date('2026-03-01') };
  it.each<[string, Step[], string[]]>([
    ['the only one', [step('a')], []],
    ['the sooner', [step('a'), step('b', sooner)], ['a']],
    ['the one that was approved', [step('a', { approvedAt: new Date() }), step('b', sooner)], ['b']],
    ['the one in own words', [step('a', { editedAt: new Date() }), step('b', sooner)], ['b']],
    [
      'the one that a server may have',
      [step('a', { state: 'retrying' }), step('b', { ...sooner, approvedAt: new Date(), editedAt: new Date() })],
      ['b'],
    ],
  ])('%s', (_, steps, others) => {
    expect(inTheWay(steps).map(({ id }) => id)).toEqual(others);
  });
});
