import { describe, expect, it } from '@jest/globals';
import { beforeAnswers, type Known, saidBy } from './first-run.policy.js';

const NEW: Known = { name: null, email: null, timezone: 'UTC', approval: 'auto', newcomer: true };
const SETTLED: Known = {
  name: 'Olena Koval',
  email: 'olena@example.org',
  timezone: 'Europe/Warsaw',
  approval: 'auto',
  newcomer: false,
};

describe('the first questions', () => {
  it('come with the zone of the browser, and with a yes before each letter', () => {
    expect(beforeAnswers(NEW, 'Europe/Kyiv')).toEqual({
      name: '',
      email: '',
      timezone: 'Europe/Kyiv',
      approval: 'review',
    });
    expect(beforeAnswers(NEW, null).timezone).toBe('UTC');
  });

  it('show what was said, to whoever opens them again', () => {
    const { name, email, timezone, approval } = SETTLED;
    expect(beforeAnswers(SETTLED, 'Europe/Kyiv')).toEqual({ name, email, timezone, approval });
  });

  it('left as they are, leave one thing said: each letter waits', () => {
    expect(saidBy(beforeAnswers(NEW, null), NEW)).toEqual({ me: null, settings: { approval: 'review' } });
  });

  it('left as they are by somebody settled, change nothing', () => {
    expect(saidBy(beforeAnswers(SETTLED, 'Europe/Kyiv'), SETTLED)).toEqual({
      me: null,
      settings: { approval: 'auto' },
    });
  });

  it.each([
    ['a name alone', { name: ' Olena ' }, { name: 'Olena' }],
    ['an address alone', { email: 'olena@example.org ' }, { email: 'olena@example.org' }],
    ['blanks, which are nothing', { name: '  ', email: ' ' }, null],
  ])('take %s', (_what, typed, me) => {
    expect(saidBy({ ...beforeAnswers(NEW, null), ...typed }, NEW).me).toEqual(me);
  });

  it('take back nothing where a field is emptied', () => {
    const emptied = { ...beforeAnswers(SETTLED, null), name: '', email: '', timezone: '' };
    expect(saidBy(emptied, SETTLED)).toEqual({ me: null, settings: { approval: 'auto' } });
  });

  it('take the zone, and letters that go by themselves', () => {
    const answers = { ...beforeAnswers(NEW, 'Europe/Kyiv'), approval: 'auto' as const };
    expect(saidBy(answers, NEW).settings).toEqual({ timezone: 'Europe/Kyiv', approval: 'auto' });
  });
});
