import type { ReasonCategory, Stage } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { type ChangeOf, insightOf, type Tried } from './rejections-insight.policy.js';

const day = (number: number) => new Date(Date.UTC(2026, 9, number, 12));
const CREATED = day(31);

interface Given {
  id: string;
  at?: 'applied' | 'screening' | 'interview' | 'offer';
  on?: number;
  appliedOn?: number | null;
  theirs?: ReasonCategory | null;
  mine?: ReasonCategory | null;
  sample?: boolean;
}

const no = ({
  id,
  at = 'interview',
  on = 20,
  appliedOn = 1,
  theirs = null,
  mine = null,
  sample = false,
}: Given): Tried => ({
  id,
  stage: 'rejected',
  sample,
  appliedAt: appliedOn === null ? CREATED : day(appliedOn),
  createdAt: CREATED,
  rejection: { receivedAt: day(on), stage: at, theirs, mine },
});
const open = (id: string, stage: Stage = 'interview'): Tried => ({
  id,
  stage,
  sample: false,
  appliedAt: day(1),
  createdAt: CREATED,
  rejection: null,
});
const change = (applicationId: string, fromStage: Stage | null, toStage: Stage, on = 2): ChangeOf => ({
  applicationId,
  fromStage,
  toStage,
  at: day(on),
});
const of = (tried: Tried[], changes: ChangeOf[] = []) => insightOf({ tried, changes, tellsAt: 3 });

describe('what rejections have in common', () => {
  it('is nothing before the first', () => {
    expect(of([open('a')])).toMatchObject({
      total: 0,
      conclusive: false,
      byReason: { of: 0, rows: [] },
      streak: { length: 0 },
    });
    expect(of([])).toMatchObject({ total: 0, sample: false, flow: { of: 0, nodes: [], links: [] } });
  });

  it('is not concluded from four, and is from five', () => {
    const some = (count: number) => of(Array.from({ length: count }, (_, n) => no({ id: `${n}` })));
    const told = ({ conclusive, byStage, byReason, byDays, streak }: ReturnType<typeof of>) => [
      conclusive,
      byStage.conclusive,
      byReason.conclusive,
      byDays.conclusive,
      streak.byStage.conclusive,
    ];
    expect([told(some(4)), some(4).byDays.medianDays]).toEqual([[false, false, false, false, false], null]);
    expect([told(some(5)), some(5).byDays.medianDays]).toEqual([[true, true, true, true, true], 19]);
  });

  it('counts the furthest stage of the history, out of those that came as far', () => {
    const insight = of(
      [
        no({ id: 'a', at: 'applied' }),
        no({ id: 'b', at: 'screening' }),
        no({ id: 'c', at: 'applied' }),
        open('d', 'applied'),
      ],
      [
        change('c', 'applied', 'interview', 2),
        change('c', 'interview', 'screening', 9),
        change('c', 'screening', 'offer', 10),
      ],
    );
    expect(insight.byStage).toEqual({
      of: 3,
      conclusive: false,
      rows: [
        { stage: 'applied', rejections: 1, reached: 4 },
        { stage: 'screening', rejections: 1, reached: 2 },
        { stage: 'interview', rejections: 0, reached: 1 },
        { stage: 'offer', rejections: 1, reached: 1 },
      ],
    });
  });

  it('sets their reason beside one’s own, the most frequent first', () => {
    const { byReason } = of([
      no({ id: 'a', theirs: 'experience' }),
      no({ id: 'b', theirs: 'language', mine: 'language' }),
      no({ id: 'c', theirs: 'experience' }),
      no({ id: 'd', mine: 'soft_skills' }),
    ]);
    expect(byReason).toMatchObject({ of: 4, readByMe: 2 });
    expect(byReason.rows).toEqual([
      { theirs: 'experience', mine: null, rejections: 2 },
      { theirs: 'language', mine: 'language', rejections: 1 },
      { theirs: null, mine: 'soft_skills', rejections: 1 },
    ]);
  });

  it('counts days only where somebody said when it was applied for', () => {
    const { byDays } = of([
      no({ id: 'a', on: 1 }),
      no({ id: 'b', on: 8 }),
      no({ id: 'c', on: 9 }),
      no({ id: 'd', appliedOn: null }),
    ]);
    expect(byDays.of).toBe(3);
    expect(byDays.rows.filter(({ rejections }) => rejections > 0)).toEqual([
      { from: 0, to: 2, rejections: 1 },
      { from: 3, to: 7, rejections: 1 },
      { from: 8, to: 14, rejections: 1 },
    ]);
  });

  it('knows the row that stands now: progress ends it, a step of a deleted one as well', () => {
    const row = [no({ id: 'a', on: 5 }), no({ id: 'b', on: 10, at: 'applied' }), no({ id: 'c', on: 15 })];
    expect(of(row).streak).toMatchObject({ length: 3, tellsAt: 3, byStage: { of: 3 } });
    expect(of([...row, open('d')], [change('d', 'screening', 'interview', 7)]).streak.length).toBe(2);
    expect(of(row, [change('deleted', 'interview', 'offer', 12)]).streak.length).toBe(1);
    expect(
      of(row, [change('a', 'offer', 'interview', 12), change('a', 'applied', 'screening', 16)]).streak.length,
    ).toBe(3);
  });

  it('is of what is invented only while there is nothing of one’s own', () => {
    const invented = [no({ id: 'x', sample: true }), no({ id: 'y', sample: true })];
    expect(of(invented)).toMatchObject({ sample: true, total: 2 });
    expect(of([...invented, open('a')])).toMatchObject({ sample: false, total: 0, flow: { of: 1 } });
    expect(of([...invented, no({ id: 'a', on: 5 })], [change('x', 'applied', 'interview', 9)]).streak.length).toBe(1);
  });
});
