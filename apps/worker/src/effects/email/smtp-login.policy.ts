/** How a user name and a password reach a mail server: in safety, by a way that it offers, or not at all. */

export const MECHANISMS = ['PLAIN', 'LOGIN', 'CRAM-MD5'] as const;
export type Mechanism = (typeof MECHANISMS)[number];

export type Login =
  | { by: Mechanism }
  | { by: null; because: 'no_login_offered' }
  | { by: null; because: 'none_we_speak'; offered: string[] };

/** `ehlo`: the server's last answer to EHLO. In clear the way that does not tell the password comes first. */
export function loginBy(ehlo: string, isEncrypted: boolean): Login {
  const offered = mechanismsIn(ehlo);
  if (offered.length === 0) return { by: null, because: 'no_login_offered' };
  const wanted: readonly Mechanism[] = isEncrypted ? MECHANISMS : ['CRAM-MD5', 'PLAIN', 'LOGIN'];
  const by = wanted.find((mechanism) => offered.includes(mechanism));
  return by ? { by } : { by: null, because: 'none_we_speak', offered };
}

function mechanismsIn(ehlo: string): string[] {
  const lists = ehlo.split(/\r?\n/).flatMap((line) => /^250[ -]AUTH[ =](.*)$/i.exec(line)?.[1] ?? []);
  return [...new Set(lists.flatMap((list) => list.toUpperCase().split(/[ =]/)).filter((name) => name !== ''))];
}

/** To this machine itself nothing goes over a network. */
export function isThisMachine(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$|\.$/g, '');
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name);
}

const HOST_NAME = /^[a-z0-9_](?:[a-z0-9_.-]{0,252}[a-z0-9_])?$/i;
const ADDRESS_LITERAL = /^\[[0-9a-f:.]{2,45}\]$|^\[IPv6:[0-9a-f:.]{2,45}\]$/i;

export const isEhloName = (name: string): boolean => HOST_NAME.test(name) || ADDRESS_LITERAL.test(name);

/** What a server is told that we are called: the name that people know this installation by, if it is one; null: as this machine is called. */
export function ehloNameOf(publicUrl: string): string | null {
  const host = URL.canParse(publicUrl) ? new URL(publicUrl).hostname : '';
  const isName = host.includes('.') && /[a-z]$/i.test(host) && HOST_NAME.test(host);
  return isName && !isThisMachine(host) ? host : null;
}
