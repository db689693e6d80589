import { rmSync } from 'node:fs';

export default async function globalTeardown() {
  const { cluster, redis, dataDir } = globalThis.testParts;
  redis?.stop();
  await cluster.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
