import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { playDemo } from '../../apps/local/src/demo/play-demo.js';
import { TEST_TOKEN } from '../support/applications.process.js';
import { House } from '../support/house.js';

jest.setTimeout(90_000);

let house: House;
let told: string[];
beforeAll(async () => {
  house = await House.open();
});
beforeEach(() => {
  told = [];
});
afterAll(() => house.close());

const play = (patienceMs: number, onLine: (line: string) => void = () => undefined) =>
  playDemo({
    apiUrl: house.api.url,
    publicUrl: house.api.url,
    token: TEST_TOKEN,
    patienceMs,
    print: (line) => {
      told.push(line);
      onLine(line);
    },
  });

it('the story of the demonstration is told to its end', async () => {
  await play(60_000);
  expect(told.at(-1)).toContain('The story is told.');
  expect(told.find((line) => line.includes('Three in a row'))).toBeDefined();
});

it('whoever takes it into their own hands ends the story, and nothing else', async () => {
  const hold = async () => {
    const { data } = await house.api.expect<{ data: { id: string }[] }>(
      'GET',
      '/follow-ups?kind=feedback_request&state=waiting',
    );
    const [letter] = data;
    await house.api.expect('POST', `/follow-ups/${letter!.id}/hold`);
  };
  let held: Promise<void> | undefined;
  await play(6_000, (line) => {
    if (line.includes('That became a plan')) held = hold();
  });
  await held;
  expect(told.at(-1)).toMatch(/The story ends here: its next step did not happen\.\nIf you moved something/);
});
