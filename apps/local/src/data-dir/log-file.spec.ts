import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLog, putAside } from './log-file.js';

const LARGE = 16 * 1024 * 1024;

describe('a log that somebody appends to', () => {
  let folder: string;
  let file: string;
  let log: FileHandle;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rekindle-log-'));
    file = join(folder, 'worker.log');
    log = await openLog(file);
  });
  afterEach(async () => {
    await log.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is put aside once it is large, and goes on from its beginning', async () => {
    await log.write(Buffer.alloc(LARGE + 1, 'a'));
    await putAside(file);
    await log.write('on it goes\n');
    expect(await readFile(file, 'utf8')).toBe('on it goes\n');
    expect((await stat(`${file}.1`)).size).toBe(LARGE + 1);
  });

  it('is left alone until then, or when it is not there', async () => {
    await log.write('short\n');
    await putAside(file);
    await putAside(join(folder, 'none.log'));
    expect(await readFile(file, 'utf8')).toBe('short\n');
  });
});
