import { recogniseBoard } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import type { KnownPosting } from './known-posting.js';
import { reopening, samePosting } from './posting-evidence.policy.js';
import { arrivals, sighted } from './sighted.policy.js';

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const posting = (id: string, changes: Partial<KnownPosting> = {}): KnownPosting => ({
  id,
  title: 'Engineer',
  url: `https://jobs.example/${id}`,
  locations: [],
  department: null,
  jobIds: [],
  status: 'open',
  firstSeenAt: day(1),
  lastSeenAt: null,
  missingSince: null,
  misses: 0,
  missedAt: null,
  closedAt: null,
  succeededBy: null,
  succeeds: null,
  similarTo: null,
  ...changes,
});
const nobody = { reopened: [], similar: [] };
const byId = (...rows: KnownPosting[]) => new Map(rows.map((row) => [row.id, row]));

describe('what those who watch hear of a sweep', () => {
  it.each([
    ['open', 'missing'],
    ['missing', 'open'],
    ['missing', 'closed'],
    ['open', 'closed'],
  ] as const)('a posting that was %s and is %s', (from, to) => {
    const closedAt = to === 'closed' ? day(3) : null;
    const known = byId(posting('1', { status: from }));
    const changes = byId(posting('1', { status: to, closedAt }));
    expect(sighted({ known, changes, ...nobody })).toEqual([
      {
        kind: to,
        watchedIds: ['1'],
        postingId: '1',
        title: 'Engineer',
        url: 'https://jobs.example/1',
        closedAt,
        evidence: null,
      },
    ]);
  });

  it('nothing of a posting that is new, or that only changed its title', () => {
    const known = byId(posting('1'));
    const changes = byId(posting('1', { title: 'Senior Engineer' }), posting('2'));
    expect(sighted({ known, changes, ...nobody })).toEqual([]);
  });

  it('a reopening once, as such, with its evidence', () => {
    const closed = posting('1', { status: 'closed', closedAt: day(3), lastSeenAt: day(2) });
    const back = posting('1');
    const reopened = [samePosting(closed, back, day(10))];
    expect(sighted({ known: byId(closed), changes: byId(back), reopened, similar: [] })).toEqual([
      {
        kind: 'reopened',
        watchedIds: ['1'],
        postingId: '1',
        title: 'Engineer',
        url: 'https://jobs.example/1',
        closedAt: day(3),
        evidence: {
          grade: 'same_posting',
          matched: ['posting_id'],
          daysAbsent: 7,
          previousPostingId: '1',
          previousUrl: 'https://jobs.example/1',
          previousTitle: 'Engineer',
          title: 'Engineer',
          lastSeenAt: day(2).toISOString(),
          firstSeenAt: day(10).toISOString(),
        },
      },
    ]);
  });

  it('that it closed, then that it reopened, when one sweep shows both', () => {
    const closed = posting('1', { status: 'closed', closedAt: day(3), lastSeenAt: day(2) });
    const fresh = posting('2', { firstSeenAt: day(4) });
    const reopened = [reopening(closed, fresh, { grade: 'same_title', matched: ['title'], score: 0.6 }, day(4))];
    const known = byId(posting('1', { status: 'missing' }));
    const seen = sighted({ known, changes: byId(closed, fresh), reopened, similar: [] });
    expect(seen.map(({ kind, postingId, watchedIds }) => [kind, postingId, watchedIds])).toEqual([
      ['closed', '1', ['1']],
      ['reopened', '2', ['1']],
    ]);
  });

  it('a similar role as such', () => {
    const closed = posting('1', { status: 'closed', closedAt: day(3), lastSeenAt: day(2) });
    const like = posting('2', { title: 'Engineer II', firstSeenAt: day(4) });
    const similar = [reopening(closed, like, { grade: 'similar_role', matched: ['title_words'], score: 0.5 }, day(4))];
    const changes = byId(like);
    expect(sighted({ known: byId(closed), changes, reopened: [], similar })).toMatchObject([
      { kind: 'similar', watchedIds: ['1'], postingId: '2', title: 'Engineer II', evidence: { grade: 'similar_role' } },
    ]);
  });

  it('by either name, where the address calls it another than the feed', () => {
    const url = 'https://acme.recruitee.com/o/backend-engineer';
    const known = byId(posting('4711', { url }));
    const [seen] = sighted({ known, changes: byId(posting('4711', { url, status: 'missing' })), ...nobody });
    expect(seen!.watchedIds).toEqual(['4711', 'backend-engineer']);
  });

  it('by the publication that its portals and its form of application name it by', () => {
    const uuid = '74820555-1111-4222-8333-444455556666';
    const ad = { url: 'https://jobs.smartrecruiters.com/AcmeCare/744000091234501', jobIds: [`publication:${uuid}`] };
    const id = '744000091234501';
    const [seen] = sighted({
      known: byId(posting(id, ad)),
      changes: byId(posting(id, { ...ad, status: 'missing' })),
      ...nobody,
    });
    const pasted = `https://jobs.smartrecruiters.com/oneclick-ui/company/AcmeCare/publication/${uuid}?dcr_ci=AcmeCare`;
    expect(seen!.watchedIds).toEqual([id, recogniseBoard(pasted)?.postingId]);
  });
});

describe('what is new on a board', () => {
  it('is what it never showed before', () => {
    const known = byId(posting('1', { status: 'closed' }));
    expect(arrivals({ known, changes: byId(posting('1'), posting('2')), ...nobody })).toMatchObject([
      { postingId: '2' },
    ]);
  });

  it('is nothing the first time that it is read', () => {
    expect(arrivals({ known: new Map(), changes: byId(posting('1')), ...nobody })).toEqual([]);
  });
});
