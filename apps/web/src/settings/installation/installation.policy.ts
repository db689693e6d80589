/** Whether the installation does its work, from what it says of itself. */

export type Standing = 'never' | 'silent' | 'another_version' | 'works';

interface Told {
  version: string;
  worker: { heardAt: string; version: string } | null;
}

/** It speaks every ten seconds. */
const SILENT_AFTER_MS = 60_000;

export function standingOf({ version, worker }: Told, now: Date): Standing {
  if (worker === null) return 'never';
  if (now.getTime() - Date.parse(worker.heardAt) > SILENT_AFTER_MS) return 'silent';
  return worker.version === version ? 'works' : 'another_version';
}
