import { createLogger } from '@app/platform';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { ProcessLife } from '../process-life.js';
import { WorkerLogger } from '../worker.logger.js';
import { UntilWritten } from './until-written.service.js';

const untilWritten = new UntilWritten(new ProcessLife(), new WorkerLogger(createLogger('test', 'silent')));
const failed = (code: string) => new QueryFailedError('update', [], Object.assign(new Error('no'), { code }));

let tries: number;
beforeEach(() => {
  tries = 0;
});
const writing = (error: Error) =>
  untilWritten.keepWriting({ followUp: 'a letter' }, async () => {
    tries += 1;
    if (tries < 3) throw error;
  });

describe('what became of a mail', () => {
  it.each([
    ['a deadlock', failed('40P01')],
    ['a database that goes away', new Error('Connection terminated unexpectedly')],
    ['a pipe that broke', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })],
  ])('is written in the end after %s', async (_what, error) => {
    await writing(error);
    expect(tries).toBe(3);
  });

  it.each([
    ['a place that is taken', failed('23505')],
    ['a fault of the program', new TypeError('undefined is not a function')],
  ])('is given up at once for %s', async (_what, error) => {
    await expect(writing(error)).rejects.toBe(error);
    expect(tries).toBe(1);
  });
});
