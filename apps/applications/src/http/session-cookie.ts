/** The cookie that holds the secret of a session; no script sees it. */
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';
import type { Site } from './site.js';

export const SESSION_PREFIX = 'rks';
const DAY_S = 86_400;
/** As long as a session can last. */
const MAX_AGE_S = 90 * DAY_S;

/**
 * Over https no other host can set it and no plain connection sees it. Over plain http, where browsers drop `__Host-` and `Secure`,
 * cookies are shared by all ports of a host: its name tells two installations apart.
 */
export function cookieName({ isHttps, origin }: Site): string {
  return isHttps ? '__Host-rekindle' : `rekindle-${new URL(origin).port || '80'}`;
}

export const sessionIn = ({ headers }: FastifyRequest, site: Site): string | undefined =>
  parseCookie(headers.cookie ?? '')[cookieName(site)];

export const cookieOf = (site: Site, secret: string): string => setCookie(site, secret, MAX_AGE_S);

export const noCookie = (site: Site): string => setCookie(site, '', 0);

/** `Lax`: a link in a mail leads to a page of the app, and no GET changes anything. */
function setCookie(site: Site, value: string, maxAge: number): string {
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: site.isHttps } as const;
  return stringifySetCookie({ name: cookieName(site), value, maxAge, ...attributes });
}
