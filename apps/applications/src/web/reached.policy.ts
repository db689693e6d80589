/** By which name a reader came, and what to make of it: the cookie of a session belongs to one name. */
import { isLoopback } from '@app/contracts';

export type Reached = 'here' | 'elsewhere on this machine' | 'elsewhere';

/** `host` as a browser or a proxy says it, `site` as `PUBLIC_URL` has it. */
export function reached(host: string | undefined, site: string): Reached {
  const came = partsOf(host?.toLowerCase() ?? site);
  const wanted = partsOf(site);
  if (came.name === wanted.name && came.port === wanted.port) return 'here';
  if (!isLoopback(came.name)) return 'elsewhere';
  if (came.port === wanted.port) return 'elsewhere on this machine';
  return isLoopback(wanted.name) ? 'elsewhere' : 'here';
}

function partsOf(host: string): { name: string; port: string } {
  const [, name = host, port = ''] = /^(.*?)(?::(\d+))?$/.exec(host) ?? [];
  return { name, port };
}
