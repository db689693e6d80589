import { describe, expect, it } from '@jest/globals';
import { mayPass } from './write-retry.policy.js';

describe('what may pass is tried again', () => {
  it.each<[string, string | null]>([
    ['nobody answered', null],
    ['a connection that failed', '08006'],
    ['a transaction that stood still for too long', '25P03'],
    ['a standby', '25006'],
    ['others at the same time', '40001'],
    ['a deadlock', '40P01'],
    ['a full disk', '53100'],
    ['too many connections', '53300'],
    ['a lock that is not to be had', '55P03'],
    ['a server that shuts down', '57P01'],
    ['a disk that fails', '58030'],
  ])('%s', (_what, sqlState) => {
    expect(mayPass({ sqlState, isOurs: false })).toBe(true);
  });
});

describe('what stays as it is is not', () => {
  it.each([
    ['a place that is taken', '23505'],
    ['a row that it refers to and is gone', '23503'],
    ['a value that does not fit', '22P02'],
    ['a column that is not there', '42703'],
  ])('%s', (_what, sqlState) => {
    expect(mayPass({ sqlState, isOurs: false })).toBe(false);
  });

  it('a fault of the program', () => {
    expect(mayPass({ sqlState: null, isOurs: true })).toBe(false);
  });
});
