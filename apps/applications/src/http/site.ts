/** Where people reach this installation, as `PUBLIC_URL` says: by it links are made, pages are told apart and cookies named. */
import type { Env } from '../env.js';

export class Site {
  /** Without a slash at its end. */
  readonly url: string;
  readonly origin: string;
  /** As a browser names it in `Host`. */
  readonly host: string;
  readonly isHttps: boolean;

  constructor({ PUBLIC_URL, HOST, PORT }: Pick<Env, 'PUBLIC_URL' | 'HOST' | 'PORT'>) {
    const url = new URL(PUBLIC_URL ?? `http://${asReached(HOST)}:${PORT}`);
    this.url = `${url.origin}${url.pathname.replace(/\/$/, '')}`;
    this.origin = url.origin;
    this.host = url.host;
    this.isHttps = url.protocol === 'https:';
  }
}

function asReached(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
