import { type Stage, STAGES } from '@app/contracts/words';
import { describe, expect, it } from '@jest/globals';
import { afterMove, type Drop, dropOn, stageAfter, stageShown, takes, withPlaced } from './board.policy.js';
import { CLOSED, COLUMNS } from './columns.policy.js';

const at = (stage: Stage, rejectedAt: 'applied' | 'interview' | null = null) => ({
  stage,
  rejection: rejectedAt === null ? null : { stage: rejectedAt },
});
const counts = { saved: 0, applied: 2, screening: 1, interview: 0, offer: 0, accepted: 0, rejected: 3, withdrawn: 0 };

it('every stage has its place', () => expect([...COLUMNS, ...CLOSED]).toEqual([...STAGES]));

describe('a card that is dropped', () => {
  it.each<[ReturnType<typeof at>, Stage, Drop]>([
    [at('applied'), 'applied', { kind: 'stays' }],
    [at('applied'), 'offer', { kind: 'move', to: 'offer' }],
    [at('applied'), 'accepted', { kind: 'move', to: 'accepted' }],
    [at('interview'), 'screening', { kind: 'move', to: 'screening' }],
    [at('interview'), 'applied', { kind: 'refused', why: 'one_back' }],
    [at('interview'), 'rejected', { kind: 'no' }],
    [at('saved'), 'rejected', { kind: 'refused', why: 'no_is_recorded_from_open' }],
    [at('accepted'), 'rejected', { kind: 'refused', why: 'no_is_recorded_from_open' }],
    [at('offer'), 'withdrawn', { kind: 'move', to: 'withdrawn' }],
    [at('rejected', 'interview'), 'interview', { kind: 'move', to: 'not_rejected' }],
    [at('rejected', 'interview'), 'offer', { kind: 'move', to: 'offer' }],
    [at('rejected', 'interview'), 'applied', { kind: 'refused', why: 'further_than_the_no' }],
    [at('rejected', 'interview'), 'withdrawn', { kind: 'refused', why: 'further_than_the_no' }],
    [at('withdrawn'), 'applied', { kind: 'refused', why: 'stays_withdrawn' }],
    [at('withdrawn'), 'rejected', { kind: 'refused', why: 'stays_withdrawn' }],
  ])('from %j on %s', (standing, target, drop) => expect(dropOn(standing, target)).toEqual(drop));

  it('shows on the way what takes it: nothing while nothing is dragged, and where it stands', () => {
    expect(takes(null, 'offer')).toBeUndefined();
    expect(takes(at('applied'), 'applied')).toBeUndefined();
    expect(takes(at('applied'), 'rejected')).toBe(true);
    expect(takes(at('offer'), 'applied')).toBe(false);
  });

  it('stands where it goes, and after a no that is taken back where it stood', () => {
    expect(stageAfter(at('applied'), 'offer')).toBe('offer');
    expect(stageAfter(at('rejected', 'interview'), 'not_rejected')).toBe('interview');
  });
});

describe('a card on its way', () => {
  const rows = [{ id: 'a' }, { id: 'b' }];
  it('is seen once, where it goes', () => {
    const placed = { application: { id: 'a' }, stage: 'offer' as const };
    expect(withPlaced(rows, ['applied'], placed)).toEqual([{ id: 'b' }]);
    expect(withPlaced([{ id: 'c' }], ['offer'], placed)).toEqual([{ id: 'a' }, { id: 'c' }]);
    expect(withPlaced(rows, ['applied'], null)).toBe(rows);
  });
});

describe('the answers of columns after a move', () => {
  const page = (...ids: string[]) => ({
    data: ids.map((id) => ({ id, stage: 'applied' as Stage })),
    counts,
    nextCursor: 'n',
  });
  const moved = { application: { id: 'a', stage: 'screening' as Stage }, from: 'applied' as const };
  it('lose it where it was, have it first where it is, and count it there', () => {
    const now = { ...counts, applied: 1, screening: 2 };
    expect(afterMove([page('a', 'b'), page('c')], ['applied'], moved)).toEqual([
      { ...page('b'), counts: now },
      { ...page('c'), counts: now },
    ]);
    expect(afterMove([page('x')], ['screening'], moved)[0]).toMatchObject({
      data: [moved.application, { id: 'x' }],
      counts: now,
    });
  });

  it('count it once where it only changed, as with another interview', () => {
    const same = { application: { id: 'a', stage: 'applied' as Stage }, from: 'applied' as const };
    expect(afterMove([page('b', 'a')], ['applied'], same)[0]!.counts).toEqual(counts);
  });
});

it('in a narrow window: what is asked for, else the first that has any', () => {
  expect(stageShown('offer', counts)).toBe('offer');
  expect(stageShown(undefined, counts)).toBe('applied');
  expect(stageShown(undefined, { ...counts, applied: 0, screening: 0 })).toBe('rejected');
  expect(stageShown(undefined, { ...counts, applied: 0, screening: 0, rejected: 0 })).toBe('applied');
});
