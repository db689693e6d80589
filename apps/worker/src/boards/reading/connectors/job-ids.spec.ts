import { describe, expect, it } from '@jest/globals';
import type { Posting } from '../../rules/posting.js';
import { withoutConstantIds } from './job-ids.js';

const posting = (title: string, ...jobIds: string[]): Posting => ({
  id: title,
  title,
  url: null,
  locations: [],
  department: null,
  jobIds,
  publishedAt: null,
});
const idsLeft = (...postings: Posting[]) => withoutConstantIds(postings).map(({ jobIds }) => jobIds);

describe('an id that stands on three different jobs', () => {
  it('is a constant of the board and identifies none', () => {
    const constant = 'requisition:GLOBAL-1';
    expect(
      idsLeft(posting('A', constant, 'job:1'), posting('B', constant, 'job:2'), posting('C', constant, 'job:3')),
    ).toEqual([['job:1'], ['job:2'], ['job:3']]);
    expect(idsLeft(posting('A', constant), posting('B', constant), posting('C', constant))).toEqual([[], [], []]);
  });

  it('is one when it is one job in several places', () => {
    const ids = ['requisition:R-1', 'job:1'];
    const places = ['Berlin', 'Munich', 'Paris'].map((place) => posting(`Engineer ${place}`, ...ids));
    expect(idsLeft(...places)).toEqual([['requisition:R-1'], ['requisition:R-1'], ['requisition:R-1']]);
    const same = [1, 2, 3].map(() => posting('Engineer', 'requisition:R-1'));
    expect(idsLeft(...same)).toEqual([['requisition:R-1'], ['requisition:R-1'], ['requisition:R-1']]);
  });
});
