/** How new roles at a company read in a reminder; their titles are a stranger's words. */
import { properName } from './company-name.policy.js';

export interface NewRole {
  title: string;
  url: string | null;
  locations: string[];
}

export interface NewRoles {
  companyName: string | null;
  /** Of the contacts that are warm, the one touched last first. */
  contactNames: string[];
  /** The first of them. */
  roles: NewRole[];
  total: number;
}

const LONGEST_TITLE = 120;
const LONGEST_PLACE = 60;
const MOST_NAMES = 3;
/** They turn the text that follows, or cannot be seen. */
const MARKS = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const BREAKS = /[\p{Cc}\p{Z}]+/gu;

export function newRolesSubject({ companyName, total }: NewRoles): string {
  const at = `at ${properName(companyName) ?? 'a company you know'}`;
  if (total === 0) return `New roles ${at}`;
  return total === 1 ? `A new role ${at}` : `${total} new roles ${at}`;
}

export function newRolesParagraphs({ companyName, contactNames, roles, total }: NewRoles): string[] {
  const name = properName(companyName);
  const company = name ?? 'A company you know';
  const names = enumerated(contactNames, MOST_NAMES);
  if (total === 0)
    return [`What ${name ?? 'a company you know'} had put up was taken down again. There is nothing to do.`];
  const rest = total - roles.length;
  const lines = [...roles.map(lineOf), ...(rest > 0 ? [`and ${rest} more`] : [])];
  return [
    `${company} has put up ${total === 1 ? 'a role that was' : `${total} roles that were`} not there before.${names ? ` You know ${names} there, and the contact is warm.` : ''}`,
    `${total === 1 ? 'The new role' : 'The new roles'}:\n${lines.join('\n')}`,
    ...(names
      ? [`If one of them is for you, a short word to ${contactNames[0]} before you apply is worth more than a form.`]
      : []),
  ];
}

function lineOf({ title, url, locations }: NewRole): string {
  const place = inOneLine(locations.join(', '), LONGEST_PLACE);
  const name = `- ${inOneLine(title, LONGEST_TITLE) || 'A role without a title'}${place ? ` (${place})` : ''}`;
  return url === null ? name : `${name}\n${url}`;
}

export function inOneLine(text: string, most: number): string {
  const plain = text.replaceAll(MARKS, '').replaceAll(BREAKS, ' ').trim();
  const characters = [...plain];
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : plain;
}

function enumerated(names: readonly string[], most: number): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  const items = rest > 0 ? [...shown, rest === 1 ? 'one other' : `${rest} others`] : shown;
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${items.at(-1)}` : (items[0] ?? '');
}
