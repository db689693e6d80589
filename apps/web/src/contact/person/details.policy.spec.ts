import { describe, expect, it } from '@jest/globals';
import { detailsOf, isChangedElsewhere, NOBODY_YET, patchOf } from './details.policy.js';

const DANA = {
  name: 'Dana Ito',
  email: 'dana@contoso.example',
  role: 'recruiter' as const,
  companyName: 'Contoso',
  timezone: null,
  country: 'JP',
  greeting: null,
  notes: null,
};

describe('what is told of a person', () => {
  it('is what is known, and an empty field where nothing is', () => {
    expect(detailsOf(DANA)).toEqual({ ...NOBODY_YET, ...DANA, timezone: '', greeting: '', notes: '' });
  });

  it.each([
    [{ email: '' }, { email: null }],
    [{ notes: '  ' }, { notes: null }],
    [{ country: ' ua ' }, { country: 'UA' }],
    [{ country: '' }, { country: null }],
    [{ name: '' }, { name: '' }],
    [{ role: 'adviser' as const }, { role: 'adviser' }],
    [{}, {}],
  ])('%j is sent as %j', (touched, patch) => {
    expect(patchOf(touched)).toEqual(patch);
  });
});

describe('somebody else', () => {
  const was = detailsOf(DANA);
  it.each([
    [{ notes: 'Kind.' }, { ...was, email: 'dana@elsewhere.example' }, false],
    [{ notes: 'Kind.' }, { ...was, notes: 'Quick.' }, true],
    [{ notes: 'Kind.' }, was, false],
  ])('%j over %j: %s', (touched, now, isChanged) => {
    expect(isChangedElsewhere(touched, was, now)).toBe(isChanged);
  });
});
