import { DatabaseUnreachable } from '@app/database';
import { describe, expect, it } from '@jest/globals';
import { EntityNotFoundError, QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { isDatabaseOutage, isLostRace } from './database-errors.js';

const coded = (code: string, message = 'it failed') => Object.assign(new Error(message), { code });
const failed = (error: Error) => new QueryFailedError('select 1', [], error);

describe('an outage of the database', () => {
  it.each<[string, unknown]>([
    ['no connection to be had', new DatabaseUnreachable(coded('ECONNREFUSED'))],
    ['a pool that is used up', new DatabaseUnreachable(new Error('timeout exceeded when trying to connect'))],
    ['a statement cut off', failed(coded('ECONNRESET'))],
    ['a connection that ended under a statement', failed(new Error('Connection terminated unexpectedly'))],
    ['a connection that ended between two', new QueryRunnerAlreadyReleasedError()],
    ['a server that shuts down', failed(coded('57P01'))],
    ['too many connections', failed(coded('53300'))],
  ])('is %s', (_what, error) => {
    expect([isDatabaseOutage(error), isLostRace(error)]).toEqual([true, false]);
  });

  it.each<[string, unknown]>([
    ['somebody who hangs up', coded('ECONNRESET', 'aborted')],
    ['somebody who does not read', coded('EPIPE')],
    ['a file that is not there', coded('ENOENT')],
    ['a name that does not resolve', coded('ENOTFOUND')],
    ['a resolver that is busy', coded('EAI_AGAIN')],
    ['another server that refuses', coded('ECONNREFUSED')],
    ['another server that is slow', coded('ETIMEDOUT')],
    ['a word of somebody else', new Error('Connection terminated unexpectedly')],
    ['a statement that is refused', failed(coded('22003'))],
    ['a row that is not there', new EntityNotFoundError('Company', {})],
    ['no error at all', 'ECONNRESET'],
  ])('is not %s', (_what, error) => {
    expect(isDatabaseOutage(error)).toBe(false);
  });
});

it('a race is lost to a deadlock, a unique key and a foreign key', () => {
  expect(['40P01', '40001', '23505', '23503'].map((code) => isLostRace(failed(coded(code))))).toEqual(
    Array(4).fill(true),
  );
});
