import { describe, expect, it } from '@jest/globals';
import { isGoneFor, sightFor, type Sight, type WatchedJob } from './watched-job.policy.js';

const watch = (vacancyTitle: string, rest: Partial<WatchedJob> = {}): WatchedJob => ({
  id: vacancyTitle,
  vacancyTitle,
  jobTitle: null,
  ...rest,
});
const seen = (kind: Sight['kind'], title: string, rest: Partial<Sight> = {}): Sight => ({
  kind,
  title,
  previousTitle: null,
  byPage: false,
  pageIsBack: false,
  ...rest,
});

describe('a posting watched by its id', () => {
  it('is theirs, however they call it', () => {
    expect(sightFor(watch('Backend dev'), seen('closed', 'Software Engineer II'), [])).toBe('closed');
  });

  it('that came back as another job is not theirs any more', () => {
    const events = watch('Events', { jobTitle: 'Events Assistant' });
    for (const kind of ['missing', 'open', 'closed', 'reopened', 'similar'] as const) {
      expect(sightFor(events, seen(kind, 'Trade Fair Manager'), [])).toBeNull();
    }
    expect(sightFor(events, seen('closed', 'Events Assistant (m/w/d)'), [])).toBe('closed');
    expect(sightFor(events, seen('similar', 'Events Assistant'), [])).toBe('reopened');
  });
});

describe('a page with one posting', () => {
  const onPage = (kind: Sight['kind'], title: string, rest: Partial<Sight> = {}) =>
    seen(kind, title, { byPage: true, ...rest });

  it('speaks for the vacancy with its title', () => {
    const [driver, cook] = [watch('Driver'), watch('Cook')];
    expect(sightFor(driver, onPage('closed', 'Driver (m/f/d)'), [cook])).toBe('closed');
    expect(sightFor(cook, onPage('closed', 'Driver (m/f/d)'), [driver])).toBeNull();
    expect(sightFor(cook, onPage('closed', 'Driver (m/f/d)'), [])).toBeNull();
  });

  it('speaks for the title that closed when another job takes its place', () => {
    const change = onPage('similar', 'Cook', { previousTitle: 'Driver' });
    expect(sightFor(watch('Driver'), change, [])).toBe('similar');
    expect(sightFor(watch('Cook'), change, [])).toBeNull();
  });

  it('speaks for one vacancy of a candidate: the closest, and of two the first', () => {
    const [close, far] = [watch('Truck Driver'), watch('Driver')];
    expect(sightFor(close, onPage('closed', 'Truck Driver'), [far])).toBe('closed');
    expect(sightFor(far, onPage('closed', 'Truck Driver'), [close])).toBeNull();
    const [first, second] = [watch('Driver', { id: '1' }), watch('Driver', { id: '2' })];
    expect(sightFor(first, onPage('closed', 'Driver'), [second])).toBe('closed');
    expect(sightFor(second, onPage('closed', 'Driver'), [first])).toBeNull();
  });

  it('that is back is theirs where its close was, whatever they call it', () => {
    const back = onPage('reopened', 'Conducteur');
    expect(sightFor(watch('Driver'), back, [])).toBeNull();
    expect(sightFor(watch('Driver'), { ...back, pageIsBack: true }, [])).toBe('reopened');
  });
});

describe('a page that is gone', () => {
  it('is gone for whoever watches it, whatever they call its job', () => {
    expect(isGoneFor(watch('Driver'), 'Driver', [])).toBe(true);
    expect(isGoneFor(watch('Fahrer gesucht'), 'Conducteur', [])).toBe(true);
    expect(isGoneFor(watch('Cook'), 'Conducteur', [watch('Nurse')])).toBe(true);
  });

  it('took with it the vacancy with its title, where a candidate has others there', () => {
    const [driver, cook] = [watch('Driver'), watch('Cook')];
    expect(isGoneFor(driver, 'Driver', [cook])).toBe(true);
    expect(isGoneFor(cook, 'Driver', [driver])).toBe(false);
  });
});
