import { describe, expect, it } from '@jest/globals';
import { workerEnv } from './env.js';

const told = { DATABASE_URL: 'postgres://x', SMTP_URL: 'smtp://x', REKINDLE_SECRET_KEY: 'A'.repeat(43) + '=' };

describe('where boards are read', () => {
  it.each([
    ['at their providers', undefined, {}],
    ['at their providers, as compose says it', '', {}],
    ['where the operator says', '{"greenhouse":"http://127.0.0.1:4000/"}', { greenhouse: 'http://127.0.0.1:4000' }],
  ])('is %s', (_where, BOARD_BASE_URLS, expected) => {
    expect(workerEnv.parse({ ...told, BOARD_BASE_URLS }).BOARD_BASE_URLS).toEqual(expected);
  });

  it.each(['greenhouse', '{"facebook":"http://x"}', '{"lever":"ftp://x"}'])('is refused as %s', (BOARD_BASE_URLS) => {
    const { error } = workerEnv.safeParse({ ...told, BOARD_BASE_URLS });
    expect(error?.issues).toMatchObject([{ path: ['BOARD_BASE_URLS'], message: expect.stringContaining('origin') }]);
  });
});
