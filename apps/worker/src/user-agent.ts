/** How this program names itself to boards: with somebody who can be written to about it, never with whom it reads for. */

/** For installations whose operator names nobody. */
const PROJECT_PAGE = 'https://rekindle.example/robots';

export function userAgent(version: string, contact: string | undefined): string {
  const reachable = contact?.includes('@') && !contact.includes('/') ? `mailto:${contact}` : contact;
  return `Rekindle/${version} (+${reachable ?? PROJECT_PAGE})`;
}
