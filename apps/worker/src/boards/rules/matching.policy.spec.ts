import { ofBoard } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { ad, atHour, SweptBoard } from '../../../../../tests/support/swept-board.js';
import type { Posting } from './posting.js';

type Fields = Partial<Posting>;
const ROLE: Fields = { title: 'Data Engineer', locations: ['Berlin'], department: 'Data' };
const OTHERS = Array.from({ length: 3 }, (_, place) => ad(`other${place}`, { title: `Cook ${place}` }));

/** The old one closes, then the new one comes, beside whatever stands there all the time. */
function reposted(old: Fields, fresh: Fields, standing: Posting[] = OTHERS) {
  const board = SweptBoard.large();
  board.sweep([ad('old', old), ...standing], 0);
  board.sweep(standing, 12);
  board.sweep(standing, 24);
  const { reopened, similar } = board.sweep([ad('new', fresh), ...standing], 60);
  return { board, reopened, similar, grades: [...reopened, ...similar].map(({ evidence }) => evidence.grade) };
}

describe('a new posting is a closed one again', () => {
  it.each<[string, Fields, Fields, string, string[]]>([
    [
      'by its requisition, whatever else changed than its title',
      { ...ROLE, jobIds: ['requisition:R-1'] },
      { ...ROLE, jobIds: ['requisition: r-1 '], locations: ['Rome'], department: 'Finance' },
      'same_requisition',
      ['requisition:r-1', 'title'],
    ],
    ['by its title, department and place', ROLE, ROLE, 'same_title', ['title', 'department', 'location']],
    [
      'by its title in other dress',
      ROLE,
      { ...ROLE, title: 'ENGINEER, Data (m/w/d)' },
      'same_title',
      ['title', 'department', 'location'],
    ],
    [
      'with one place in common',
      { ...ROLE, locations: ['Berlin', 'Paris'] },
      { ...ROLE, locations: ['Paris', 'Rome'] },
      'same_title',
      ['title', 'department', 'location'],
    ],
    ['where the board names no department', ROLE, { ...ROLE, department: null }, 'same_title', ['title', 'location']],
    [
      'where the board names no places',
      { ...ROLE, locations: [] },
      { ...ROLE, locations: [' '] },
      'same_title',
      ['title', 'department'],
    ],
    [
      'by its title although the requisition is a new one',
      { ...ROLE, jobIds: ['requisition:R-1'] },
      { ...ROLE, jobIds: ['requisition:R-2'] },
      'same_title',
      ['title', 'department', 'location'],
    ],
  ])('%s', (_, old, fresh, grade, matched) => {
    const { reopened, board } = reposted(old, fresh);
    expect(reopened).toMatchObject([
      {
        closedAt: atHour(12),
        evidence: {
          grade,
          matched,
          previousPostingId: 'old',
          postingId: 'new',
          lastSeenAt: atHour(0),
          firstSeenAt: atHour(60),
          daysAbsent: 2,
        },
      },
    ]);
    expect(board.known.get('old')).toMatchObject({ status: 'closed', succeededBy: 'new' });
    expect(board.known.get('new')).toMatchObject({ succeeds: 'old' });
  });

  it('and stronger evidence has the higher score', () => {
    const score = (old: Fields, fresh: Fields) => reposted(old, fresh).reopened[0]!.evidence.score;
    const scores = [
      score({ ...ROLE, jobIds: ['job:1'] }, { ...ROLE, jobIds: ['job:1'] }),
      score({ ...ROLE, jobIds: ['job:1'] }, { ...ROLE, locations: ['Rome'], department: null, jobIds: ['job:1'] }),
      score(ROLE, ROLE),
      score(ROLE, { ...ROLE, department: null }),
      score({ ...ROLE, locations: ['Berlin', 'Paris'] }, { ...ROLE, department: null }),
    ];
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    expect(new Set(scores).size).toBe(scores.length);
  });
});

describe('a new posting is another job', () => {
  it.each<[string, Fields, Fields]>([
    ['in another city', ROLE, { ...ROLE, locations: ['Munich'] }],
    ['for another city by its title', { ...ROLE, title: 'Sales - Berlin' }, { ...ROLE, title: 'Sales - Munich' }],
    ['in another language', { ...ROLE, title: 'Support (German)' }, { ...ROLE, title: 'Support (Dutch)' }],
    ['of another seniority', { ...ROLE, title: 'Engineer' }, { ...ROLE, title: 'Senior Engineer' }],
    ['for another segment', { ...ROLE, title: 'Sales SMB' }, { ...ROLE, title: 'Sales Enterprise' }],
    ['in another department', ROLE, { ...ROLE, department: 'Finance' }],
    ['somewhere, when the old one was nowhere', { ...ROLE, locations: [] }, ROLE],
    ['with a title of signs only', { ...ROLE, title: '🚀' }, { ...ROLE, title: '🚀' }],
    [
      'with the same placeholder for an id',
      { jobIds: ['requisition:See Opening ID'] },
      { title: 'Cook', jobIds: ['requisition:See Opening ID'] },
    ],
    ['with the same number of another kind', { jobIds: ['requisition:50'] }, { title: 'Cook', jobIds: ['job:50'] }],
  ])('%s', (_, old, fresh) => {
    expect(reposted(old, fresh).reopened).toEqual([]);
  });
});

describe('siblings', () => {
  it('two that stood in one list are two openings, also when one of them closes', () => {
    const board = SweptBoard.large();
    board.sweep(OTHERS, 0);
    board.sweep([...OTHERS, ad('old', ROLE)], 12);
    board.sweep([...OTHERS, ad('old', ROLE), ad('new', ROLE)], 24);
    for (const hours of [36, 48, 60]) expect(board.sweep([...OTHERS, ad('new', ROLE)], hours).reopened).toEqual([]);
  });

  it('a role of which another ad is open all the time never closed', () => {
    const { reopened, similar } = reposted(ROLE, ROLE, [...OTHERS, ad('sibling', ROLE)]);
    expect([...reopened, ...similar]).toEqual([]);
  });

  it('that other ad counts if it was open when the new one came, even if that was its last day', () => {
    const board = SweptBoard.large();
    const [old, sibling, fresh] = ['old', 'sibling', 'new'].map((id) => ad(id, ROLE)) as [Posting, Posting, Posting];
    board.sweep([old, sibling, ...OTHERS], 0);
    for (const hours of [12, 24]) board.sweep([sibling, ...OTHERS], hours);
    board.sweep([sibling, fresh, ...OTHERS], 36);
    board.sweep(OTHERS, 48);
    for (const hours of [60, 72]) expect(board.sweep([fresh, ...OTHERS], hours).reopened).toEqual([]);
  });

  it('an ad for the very same places has reopened although one with some of them is open', () => {
    const standing = [...OTHERS, ad('sibling', { ...ROLE, locations: ['Berlin', 'Paris'] })];
    expect(reposted(ROLE, ROLE, standing).grades).toEqual(['same_title']);
  });

  it('an ad for one place of a job with ads for others has reopened for that place only', () => {
    const job = { ...ROLE, jobIds: ['job:7'] };
    const standing = [...OTHERS, ad('munich', { ...job, locations: ['Munich'] })];
    expect(reposted(job, job, standing).grades).toEqual(['same_requisition']);
    expect(reposted(job, { ...job, locations: ['Rome'] }, standing).grades).toEqual([]);
  });
});

describe('one for one', () => {
  it('of several that closed, the one that closed last', () => {
    const board = SweptBoard.large();
    board.sweep([ad('first', ROLE), ad('last', ROLE), ...OTHERS], 0);
    board.sweep([ad('last', ROLE), ...OTHERS], 12);
    for (const hours of [24, 36]) board.sweep(OTHERS, hours);
    const { reopened } = board.sweep([ad('new', ROLE), ...OTHERS], 48);
    expect(reopened.map(({ posting }) => posting.id)).toEqual(['last']);
    board.sweep(OTHERS, 60);
    expect(board.sweep([ad('new', ROLE), ...OTHERS], 72).reopened).toEqual([]);
  });

  it('several that come for several that closed each have their own', () => {
    const board = SweptBoard.large();
    board.sweep([ad('a', ROLE), ad('b', ROLE), ...OTHERS], 0);
    for (const hours of [12, 24]) board.sweep(OTHERS, hours);
    const { reopened } = board.sweep([...['x', 'y', 'z'].map((id) => ad(id, ROLE)), ...OTHERS], 36);
    expect(reopened.map(({ posting, seenAs }) => posting.id + seenAs.id)).toEqual(['ax', 'by']);
  });

  it('the requisition chooses before the title', () => {
    const board = SweptBoard.large();
    board.sweep([ad('old', { ...ROLE, jobIds: ['job:7'] }), ...OTHERS], 0);
    for (const hours of [12, 24]) board.sweep(OTHERS, hours);
    const numbered = ad('b', { ...ROLE, locations: ['Rome'], jobIds: ['job:7'] });
    const { reopened } = board.sweep([ad('a', ROLE), numbered, ...OTHERS], 36);
    expect(reopened.map(({ seenAs }) => seenAs.id)).toEqual(['b']);
  });
});

describe('a pair', () => {
  function swapped() {
    const board = SweptBoard.large();
    board.sweep([ad('old', ROLE), ...OTHERS], 0);
    expect(board.sweep([ad('new', ROLE), ...OTHERS], 12).reopened).toEqual([]);
    return board;
  }

  it('waits until the old one counts as closed', () => {
    const { reopened } = swapped().sweep([ad('new', ROLE), ...OTHERS], 24);
    expect(reopened).toMatchObject([{ closedAt: atHour(12), evidence: { daysAbsent: 0, firstSeenAt: atHour(12) } }]);
  });

  it('falls away for good when the old one comes back', () => {
    const board = swapped();
    board.sweep([ad('old', ROLE), ad('new', ROLE), ...OTHERS], 24);
    for (const hours of [36, 48, 60]) expect(board.sweep([ad('new', ROLE), ...OTHERS], hours).reopened).toEqual([]);
  });

  it('of which the new one is away at that moment waits for it', () => {
    const board = swapped();
    expect(board.sweep(OTHERS, 24).reopened).toEqual([]);
    expect(board.sweep([ad('new', ROLE), ...OTHERS], 36).reopened).toHaveLength(1);
  });

  it('is told once, and its old one is told of again with that remark', () => {
    const board = swapped();
    board.sweep([ad('new', ROLE), ...OTHERS], 24);
    expect(board.sweep([...OTHERS], 36).reopened).toEqual([]);
    expect(board.sweep([ad('new', ROLE), ...OTHERS], 48).reopened).toEqual([]);
    const { reopened } = board.sweep([ad('old', ROLE), ad('new', ROLE), ...OTHERS], 60);
    expect(reopened).toMatchObject([{ toldBefore: true, closedAt: atHour(12), evidence: { grade: 'same_posting' } }]);
  });
});

it('what stood there when the board was first read as a whole is never new', () => {
  const board = SweptBoard.large();
  board.sweep({ outcome: 'truncated', postings: [ad('old', ROLE), ...OTHERS], why: ofBoard('page_repeated') }, 0);
  board.sweep([ad('new', ROLE), ...OTHERS], 12);
  expect(board.sweep([ad('new', ROLE), ...OTHERS], 24)).toMatchObject({ closed: [{ id: 'old' }], reopened: [] });
});

describe('a similar role', () => {
  it.each<[string, Fields, Fields, string[]]>([
    [
      'is advertised anew for another year',
      { ...ROLE, title: 'Intern - Summer 2025' },
      { ...ROLE, title: 'Intern - Summer 2026' },
      ['title_without_season', 'department', 'location'],
    ],
    [
      'shares most words of its title',
      { ...ROLE, title: 'Backend Engineer Payments' },
      { ...ROLE, title: 'Senior Backend Engineer Payments' },
      ['title_words', 'department', 'location'],
    ],
  ])('%s', (_, old, fresh, matched) => {
    const { reopened, similar, board } = reposted(old, fresh);
    expect(reopened).toEqual([]);
    expect(similar).toMatchObject([{ evidence: { grade: 'similar_role', matched } }]);
    expect(board.known.get('old')).toMatchObject({ succeededBy: null, similarTo: 'new' });
  });

  it.each<[string, Fields, Fields]>([
    [
      'of an unknown department',
      { ...ROLE, title: 'Backend Engineer A', department: null },
      { ...ROLE, title: 'Backend Engineer B', department: null },
    ],
    [
      'elsewhere',
      { ...ROLE, title: 'Backend Engineer A' },
      { ...ROLE, title: 'Backend Engineer B', locations: ['Rome'] },
    ],
    [
      'that shares the season more than the work',
      { ...ROLE, title: 'Cook Summer 2026' },
      { ...ROLE, title: 'Clerk Summer 2026' },
    ],
    ['that is all season', { ...ROLE, title: 'Summer 2025' }, { ...ROLE, title: 'Summer 2026' }],
  ])('is none %s', (_, old, fresh) => {
    expect(reposted(old, fresh).grades).toEqual([]);
  });

  it('is told once per close, and the same role afterwards all the same', () => {
    const intern = (year: number) => ({ ...ROLE, title: `Intern ${year}` });
    const { board } = reposted(intern(2025), intern(2026));
    board.sweep(OTHERS, 62);
    expect(board.sweep([ad('new', intern(2026)), ...OTHERS], 64).similar).toEqual([]);
    board.sweep(OTHERS, 72);
    board.sweep(OTHERS, 84);
    const again = board.sweep([ad('third', intern(2025)), ...OTHERS], 96);
    expect(again.similar.map(({ posting }) => posting.id)).toEqual(['new']);
    expect(again.reopened.map(({ posting }) => posting.id)).toEqual(['old']);
  });
});
