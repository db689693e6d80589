import { describe, expect, it } from '@jest/globals';
import { jobId } from './job-id.policy.js';

describe('the id of a job', () => {
  it.each([
    ['requisition:R-12263', 'requisition:r-12263'],
    ['job: 144381 ', 'job:144381'],
    ['reference:REF97388Z', 'reference:ref97388z'],
    ['requisition:50', 'requisition:50'],
  ])('%j is compared as %j', (shown, id) => {
    expect(jobId(shown)).toBe(id);
  });

  it.each(['See Opening ID', 'N/A', 'none', 'TBD', '-', '', '0', '000', 'Acme', '\u200b'])(
    '%j is none',
    (placeholder) => {
      expect(jobId(`requisition:${placeholder}`)).toBeNull();
    },
  );
});
