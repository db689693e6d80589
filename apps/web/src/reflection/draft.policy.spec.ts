import { describe, expect, it } from '@jest/globals';
import { begun, bodyOf, conflictsOf, type Fields, fieldsOf, isChanged, isNewer, over } from './draft.policy.js';

const NOTHING = { side: null, note: null };
const blank = {
  asked: null,
  answered: null,
  wouldChange: null,
  suits: { company: NOTHING, people: NOTHING, room: NOTHING, work: NOTHING, leading: NOTHING, talking: NOTHING },
  isMine: { company: null, role: null, field: null },
  qualities: [],
  reason: { category: null, words: null },
};
const was = fieldsOf(blank);
const typed = (what: Partial<Fields>): Fields => ({ ...was, ...what });

describe('what is saved', () => {
  it('is what changed, and no more', () => {
    const mine = typed({ asked: 'Kafka?', 'suits.room.side': 'right', 'isMine.field': 'no', 'reason.words': 'Nerves' });
    expect(bodyOf({ mine, was })).toEqual({
      asked: 'Kafka?',
      suits: { room: { side: 'right' } },
      isMine: { field: 'no' },
      reason: { words: 'Nerves' },
    });
    expect(bodyOf({ mine: typed({ asked: '', 'suits.room.side': '' }), was: mine })).toMatchObject({
      asked: null,
      suits: { room: { side: null } },
    });
  });

  it('is nothing for blanks, nor for a line of theirs that nothing stands beside', () => {
    expect(isChanged(begun(blank, null))).toBe(false);
    expect(isChanged({ mine: typed({ asked: ' ', pairs: [{ requirement: 'Go', mine: ' ' }] }), was })).toBe(false);
    const pairs = [
      { requirement: 'Go', mine: '' },
      { requirement: 'Kafka', mine: 'Two years' },
    ];
    expect(bodyOf({ mine: typed({ pairs }), was })).toEqual({ qualities: [pairs[1]] });
  });
});

describe('what another window wrote meanwhile', () => {
  const mine = typed({ asked: 'Mine', answered: 'Mine too' });
  it('stands beside one’s own', () => {
    const theirs = typed({ wouldChange: 'Theirs' });
    expect(conflictsOf({ mine, was }, theirs)).toEqual([]);
    expect(over(mine, was, theirs)).toEqual(typed({ asked: 'Mine', answered: 'Mine too', wouldChange: 'Theirs' }));
  });

  it('is asked about where both wrote, unless they wrote the same', () => {
    expect(conflictsOf({ mine, was }, typed({ asked: 'Theirs', answered: 'Mine too' }))).toEqual(['asked']);
  });

  it('is older where its tag is', () => {
    expect([isNewer('W/"10"', 'W/"9"'), isNewer('W/"9"', 'W/"10"'), isNewer('W/"9"', 'W/"9"')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isNewer('W/"0"', null), isNewer(null, null)]).toEqual([true, false]);
  });
});
