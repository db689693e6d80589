import { describe, expect, it } from '@jest/globals';
import type { Settings } from './settings.js';
import { welcome } from './words.js';

const STARTED = { dataDir: '/data', token: 'rkd_token', signInLink: 'http://127.0.0.1:3000/sign-in#rkc_once' };
const said = (settings: Partial<Settings>) =>
  welcome({ publicUrl: 'http://127.0.0.1:3000', ...settings } as Settings, STARTED)
    .split('\n')
    .map((line) => line.trim());
const addresses = (lines: string[]) => lines.filter((line) => line.includes('http://'));

describe('the terminal names first', () => {
  it('the link that signs in', () => {
    expect(addresses(said({ demo: false }))[0]).toMatch(/^Open +http:\/\/127\.0\.0\.1:3000\/sign-in#rkc_once$/);
  });

  it('of a demonstration its address, which opens as often as one likes', () => {
    const lines = said({ demo: true });
    expect(addresses(lines)[0]).toMatch(/^Open +http:\/\/127\.0\.0\.1:3000$/);
    expect(lines.join()).not.toContain('rkc_');
  });
});
