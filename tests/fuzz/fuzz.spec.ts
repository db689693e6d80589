/** Everything that the API description offers, asked for rightly, nearly rightly and with ill will, by a seed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { type ApplicationsApi, startApplicationsApi, TOKEN } from '../support/applications-api.js';
import { Fuzzer } from './fuzzer.js';

/** Every day the same requests; `npm run fuzz` draws others, for as long as it is told. */
const { FUZZ_SEED, FUZZ_MINUTES, FUZZ_RESULTS } = process.env;
const seed = Number(FUZZ_SEED ?? 20261129);
const SHORT_RUN = 1_000;

let api: ApplicationsApi;
let fuzzer: Fuzzer;
beforeAll(async () => {
  api = await startApplicationsApi({ OUTBOUND_ALLOW: '127.0.0.1/32' });
  fuzzer = await Fuzzer.open(api, TOKEN, seed);
}, 300_000);
afterAll(async () => {
  await fuzzer.close();
  await api.stop();
});

describe(`whatever is sent (seed ${seed})`, () => {
  it(
    'is answered as the description says, and never with a fault of the service',
    async () => {
      const end = performance.now() + Number(FUZZ_MINUTES ?? 0) * 60_000;
      const { tally } = fuzzer;
      const isEnough = () => tally.totals.requests >= SHORT_RUN && tally.neverSucceeded.length === 0;
      const isLong = () => tally.totals.requests >= 10 * SHORT_RUN || tally.isFull;
      await fuzzer.run(FUZZ_MINUTES === undefined ? () => isEnough() || isLong() : () => performance.now() > end);
      if (FUZZ_RESULTS)
        writeFileSync(FUZZ_RESULTS, JSON.stringify({ ...tally.totals, ...tally, rules: [...tally.rules] }));
      expect(tally.faults.join('\n')).toBe('');
      expect(tally.neverSucceeded).toEqual([]);
      expect(tally.totals.strangers).toBeGreaterThan(0);
    },
    600_000 + Number(FUZZ_MINUTES ?? 0) * 60_000,
  );
});
