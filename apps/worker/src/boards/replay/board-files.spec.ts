import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBoardFiles, tableOf } from './board-files.js';

let folder: string;
const put = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'boards-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('stored answers of boards', () => {
  it('are counted, and what is wrong with them is said', async () => {
    const twice = { title: 'Analyst', shortcode: 'A1', country: 'Spain' };
    put('README.md', 'not a board');
    put('workable/acme.json', JSON.stringify({ jobs: [twice, { ...twice, country: 'Portugal' }] }));
    put('smartrecruiters/acme.json', JSON.stringify({ totalFound: 9, content: [{ id: '1', name: 'Nurse' }] }));
    put('lever/half.json', '[{"id":"1"');
    put('lever/bad.json', '[{"text":"No id"}]');
    put('monster/acme.json', '{}');

    const checked = await checkBoardFiles(folder);

    expect(tableOf(checked).split('\n')).toEqual([
      'provider         file       postings  distinct ids  problems',
      'lever            bad.json   0         0             1',
      'lever            half.json  0         0             1',
      'monster          acme.json  0         0             1',
      'smartrecruiters  acme.json  1         1             0         of 9 on the board',
      'workable         acme.json  2         1             0',
      '',
      'lever/bad.json: posting 1 was left out: id is not what it should be',
      'lever/half.json: it answered JSON that is broken or breaks off',
      'monster/acme.json: "monster" is no provider that can be read',
    ]);
  });

  it('that are not there are an error', async () => {
    await expect(checkBoardFiles(join(folder, 'nowhere'))).rejects.toThrow('ENOENT');
  });
});
