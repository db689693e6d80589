/** Parsers as they run: processes, with an end to what one task may take. */
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { join } from 'node:path';
import { ParserPool } from '../../apps/worker/src/parsers/parser-pool.js';
import { eventually } from '../support/eventually.js';
import { saying } from '../support/sentences.js';

jest.setTimeout(120_000);

const pool = new ParserPool(join(process.cwd(), 'tests/support/unruly.parser.js'), {
  cpuMs: 500,
  megabytes: 64,
  clockMs: 60_000,
});
afterAll(() => pool.close());

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a parser', () => {
  it('answers with what was made of the task, dates and all', async () => {
    const value = { at: new Date('2026-11-29T00:00:00Z'), rows: [1n, 'x'], nothing: null };
    await expect(pool.run({ deed: 'echo', value })).resolves.toEqual(value);
  });

  it('says what went wrong, and goes on', async () => {
    const pid = await pool.run({ deed: 'pid' });
    await expect(pool.run({ deed: 'throw' })).rejects.toThrow('no such thing');
    await expect(pool.run({ deed: 'pid' })).resolves.toBe(pid);
  });

  it('knows no secret of the process that started it', async () => {
    const names = await pool.run<string[]>({ deed: 'env' });
    expect(names.filter((name) => name in process.env)).toEqual([]);
  });

  it.each([
    ['spin', /^reading it took more than 0.5 seconds$/],
    ['backtrack', /^reading it took more than 0.5 seconds$/],
    ['hoard', /^reading it took more than (64 MB of memory|0.5 seconds)$/],
    ['one-large-list', /^reading it took more than (64 MB of memory|0.5 seconds)$/],
    ['exit', /^its parser ended without an answer \(3\)$/],
  ])('that is made to %s is ended, and another takes its place', async (deed, why) => {
    const pid = await pool.run<number>({ deed: 'pid' });
    await expect(pool.run({ deed })).rejects.toMatchObject({
      name: 'ParserEnded',
      said: saying(why),
    });
    await eventually(() => !isAlive(pid), { what: 'the end of the parser' });
    await expect(pool.run({ deed: 'echo', value: 'next' })).resolves.toBe('next');
  });

  it('is one of two, and whoever waits gets a turn', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => pool.run<number>({ deed: 'pid' })));
    expect(new Set(all).size).toBeLessThanOrEqual(2);
  });

  it('is gone with the pool', async () => {
    const pid = await pool.run<number>({ deed: 'pid' });
    pool.close();
    await eventually(() => !isAlive(pid), { what: 'the end of the parser' });
    await expect(pool.run({ deed: 'echo', value: 'again' })).resolves.toBe('again');
  });

  it('that cannot be started is said so', async () => {
    const nowhere = new ParserPool(join(process.cwd(), 'tests/support/no-such.parser.js'));
    await expect(nowhere.run({})).rejects.toThrow('a parser could not be started');
  });
});
