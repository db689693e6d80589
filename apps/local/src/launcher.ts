/** Watches the npm that started us: killed outright, it cannot pass anything on, and we would run on unseen. */
import { commandOf, isAlive, parentOf } from './process-life.js';

export async function whenLauncherEnds(then: () => void): Promise<void> {
  const npm = await findNpm();
  if (npm === undefined) return;
  const timer = setInterval(() => {
    if (isAlive(npm)) return;
    clearInterval(timer);
    then();
  }, 1_000);
  timer.unref();
}

/** Our parent, or the one above the shell that npm puts between us. */
async function findNpm(): Promise<number | undefined> {
  const parent = process.ppid;
  for (const pid of [parent, await parentOf(parent)]) {
    if (pid !== undefined && /^npm |npm-cli\.js/.test(await commandOf(pid))) return pid;
  }
  return undefined;
}
