/** One id or one number under another title, through whole sweeps. */
import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ad, atHour, SweptBoard } from '../../../../../tests/support/swept-board.js';
import { greenhouse } from '../reading/connectors/greenhouse.js';
import type { Posting } from '../rules/posting.js';
import { sighted } from '../rules/sighted.policy.js';

/** What is told when it closes, and `back` stands in the list a week later. */
function afterClose(first: Posting, back: Posting, beside: Posting[] = []) {
  const board = SweptBoard.large();
  board.sweep([first, ...beside], 0);
  for (const hours of [12, 24]) board.sweep(beside, hours);
  const known = new Map(board.known);
  const told = board.sweep([back, ...beside], 24 * 8);
  return { ...told, board, seen: sighted({ known, ...told }) };
}
const numbered = (id: string, title: string) => ad(id, { title, jobIds: ['requisition:JR500001'] });

describe('the same id', () => {
  it('under another title has reopened so, with both titles', () => {
    const { reopened, similar, seen } = afterClose(
      ad('1', { title: 'Workshop Planner, Red Team' }),
      ad('1', { title: 'Workshop Planner, Blue Team' }),
    );
    expect(similar).toEqual([]);
    expect(reopened).toMatchObject([{ evidence: { grade: 'another_title', matched: ['posting_id'], daysAbsent: 7 } }]);
    const titles = { previousTitle: 'Workshop Planner, Red Team', title: 'Workshop Planner, Blue Team' };
    expect(seen).toMatchObject([{ kind: 'reopened', evidence: titles }]);
  });

  it('as another job is a related role, and nothing reopened', () => {
    const { reopened, similar, seen } = afterClose(
      ad('1', { title: 'Events Assistant' }),
      ad('1', { title: 'Trade Fair Manager' }),
    );
    expect(reopened).toEqual([]);
    expect(similar).toMatchObject([{ evidence: { grade: 'related_role', matched: ['posting_id'] } }]);
    expect(seen).toMatchObject([{ kind: 'similar', title: 'Trade Fair Manager', closedAt: atHour(12) }]);
  });

  it('with its title back again is the job again, to who watched that', () => {
    const { board } = afterClose(ad('1', { title: 'Events Assistant' }), ad('1', { title: 'Trade Fair Manager' }));
    for (const days of [9, 10]) board.sweep([], 24 * days);
    const { similar } = board.sweep([ad('1', { title: 'Events Assistant' })], 24 * 20);
    expect(similar).toMatchObject([{ seenAs: { title: 'Events Assistant' }, evidence: { grade: 'related_role' } }]);
  });

  it('whose title is edited while the ad stands changes the title, and tells nobody', () => {
    const board = SweptBoard.large();
    board.sweep([ad('1', { title: 'Events Assistant' })], 0);
    const known = new Map(board.known);
    const told = board.sweep([ad('1', { title: 'Trade Fair Manager' })], 12);
    expect(told).toMatchObject({ reopened: [], similar: [], closed: [] });
    expect(sighted({ known, ...told })).toEqual([]);
    expect(board.known.get('1')).toMatchObject({ title: 'Trade Fair Manager', status: 'open' });
    for (const hours of [24, 36]) board.sweep([], hours);
    const again = board.sweep([ad('1', { title: 'Trade Fair Manager' })], 60);
    expect(again.reopened).toMatchObject([{ evidence: { grade: 'same_posting' } }]);
  });
});

describe('the same number', () => {
  it('under other words has reopened under another title', () => {
    const { reopened, similar } = afterClose(
      numbered('1', 'Workshop Planner, Red Team'),
      numbered('2', 'Workshop Planner, Blue Team'),
    );
    expect(similar).toEqual([]);
    expect(reopened).toMatchObject([{ seenAs: { id: '2' }, evidence: { grade: 'another_title' } }]);
  });

  it('at another level is a related role, told once, and the closed one waits on', () => {
    const [senior, plain] = [numbered('1', 'Senior Platform Lead, Billing'), numbered('2', 'Platform Lead, Billing')];
    const { reopened, similar, board } = afterClose(senior, plain);
    expect(reopened).toEqual([]);
    expect(similar).toMatchObject([{ posting: { id: '1' }, seenAs: { id: '2' }, evidence: { grade: 'related_role' } }]);
    expect(similar[0]!.evidence.matched).toContain('requisition:jr500001');
    expect(board.known.get('1')).toMatchObject({ status: 'closed', succeededBy: null, similarTo: '2' });
    expect(board.sweep([plain], 24 * 9)).toMatchObject({ reopened: [], similar: [] });
    expect(board.sweep([plain, senior], 24 * 10).reopened).toMatchObject([{ evidence: { grade: 'same_posting' } }]);
  });

  it('of several ads says nothing while another of them is open', () => {
    const other = ad('3', { title: 'Rocket Cook', jobIds: ['requisition:JR500001'], department: 'Kitchen' });
    const { reopened, similar } = afterClose(
      numbered('1', 'Senior Platform Lead, Billing'),
      { ...numbered('2', 'Welder'), department: 'Yard' },
      [other],
    );
    expect({ reopened, similar }).toEqual({ reopened: [], similar: [] });
  });
});

const FAULTS = join(process.cwd(), '../shared/data/faults');
const isThere = existsSync(FAULTS);
if (!isThere)
  process.stderr.write(`${FAULTS} is absent: the postings that were seen to change their title are skipped.\n`);
(isThere ? describe : describe.skip)('postings that were seen', () => {
  it.each([
    ['10-requisition-many-to-one.json', 'Platform Lead, Billing'],
    ['11-same-id-other-title.json', 'Trade Fair Manager'],
  ])('%s: %s is related, and nothing reopened', (file, title) => {
    const lists = JSON.parse(readFileSync(join(FAULTS, file), 'utf8')) as Record<string, unknown[]>;
    const read = (name: string) => {
      const body = JSON.stringify({ jobs: lists[name], meta: { total: lists[name]!.length } });
      return greenhouse.parse(body, { slug: 'pinegate', cursor: 0 }).rows.map(({ posting }) => posting);
    };
    const board = SweptBoard.large();
    board.sweep(read('first list'), 0);
    for (const hours of [12, 24]) board.sweep(read('second list (twice)'), hours);
    const { reopened, similar } = board.sweep(read('third list'), 200);
    expect(reopened).toEqual([]);
    expect(similar).toMatchObject([{ seenAs: { title }, evidence: { grade: 'related_role' } }]);
  });
});
