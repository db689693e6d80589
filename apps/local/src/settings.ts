/** What one run uses, decided once from the environment and the command line. */
import { join } from 'node:path';
import type { LocalEnv } from './env.js';

export interface Settings extends LocalEnv {
  demo: boolean;
  /** Where people reach it. */
  publicUrl: string;
  /** Where this machine reaches it. */
  localUrl: string;
}

export function settingsOf(env: LocalEnv, demo: boolean): Settings {
  const localUrl = `http://${forBrowser(env.HOST)}:${env.PORT}`;
  const chosen = demo ? demoEnv(env) : env;
  return { ...chosen, demo, localUrl, publicUrl: (chosen.PUBLIC_URL ?? localUrl).replace(/(?<!\/)\/+$/, '') };
}

/** Nothing of the operator's is touched, and the demonstration's webhook receiver is on this machine. */
function demoEnv({ PORT, HOST, DATA_DIR, LOG_LEVEL }: LocalEnv): LocalEnv {
  return {
    PORT,
    HOST,
    LOG_LEVEL,
    DATA_DIR: join(DATA_DIR, 'demo'),
    OUTBOUND_ALLOW: '127.0.0.1/32',
    OWNER_NAME: 'Olena Demo',
    OWNER_EMAIL: 'olena@demo.example',
  };
}

function forBrowser(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
