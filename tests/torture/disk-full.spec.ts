import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/eventually.js';
import { NOTHING_WRONG } from './account.js';
import { OwnPostgres } from './own-postgres.js';
import { Rack } from './rack.js';
import { tell } from './report.js';
import { Stream } from './stream.js';

const SIZE = 160;
const disk = mkdtempSync(join(tmpdir(), 'torture-disk-'));
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}m,mode=0711`, 'tmpfs', disk]).status === 0;
if (!isMounted) tell('a small tmpfs cannot be mounted here (it takes root): a full disk is not tried');
const onSmallDisk = isMounted ? it : it.skip;

let postgres: OwnPostgres;
let rack: Rack;
beforeAll(async () => {
  if (!isMounted) return;
  postgres = await OwnPostgres.start(join(disk, 'data'));
  rack = await Rack.open('Postgres', { db: postgres.db });
  await Promise.all([rack.addWorker(), rack.addApi()]);
});
afterAll(async () => {
  await rack?.close();
  await postgres?.stop();
  if (isMounted) spawnSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

onSmallDisk('a full disk is answered with a problem, leaves nothing half done, and passes', async () => {
  const stream = await Stream.start(rack);
  await stream.reaches(20);
  const filler = join(disk, 'filler');
  const fill = () => {
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(bavail * bsize), { flag: 'a' });
  };
  await eventually(
    () => {
      fill();
      return [...stream.client.problems.values()].reduce((sum, times) => sum + times, 0) >= 10;
    },
    { what: 'ten requests meeting the full disk', within: 120_000 },
  );
  const before = stream.rejected.length;
  rmSync(filler);
  if (await postgres.hasEnded) await postgres.startAgain();
  await stream.reaches(20);
  tell(`a full disk: ${before} answered before it, problems ${JSON.stringify([...stream.client.problems])}`);
  expect(
    [...stream.client.problems.keys()].filter((code) => !['unavailable', 'internal_error'].includes(code)),
  ).toEqual([]);
  expect(await stream.conclude('Postgres, queue in Postgres', 'disk full')).toMatchObject(NOTHING_WRONG);
});
