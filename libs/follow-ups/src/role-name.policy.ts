/** How a vacancy reads inside a sentence; its title is a stranger's words and may hold what the sentence says already. */
import { isSameCompany, properName } from './company-name.policy.js';

export interface Vacant {
  title: string;
  location?: string | null;
  companyName: string | null;
}

const SAYS_ROLE =
  /(?<![\p{L}\p{M}])(?:roles?|positions?|jobs?|openings?|vacanc(?:y|ies)|opportunit(?:y|ies)|stelle|posten)(?![\p{L}\p{M}])/iu;
const ARTICLE = /^\s*(?:the|an?)\s+(?=\S)/iu;
const AT = /(?<!\s)\s+(?:at|@|[-–—|])\s+/iu;
/** What may follow the company: "at Acme (m/w/d)", "at Acme, remote". */
const TAIL = /(?<!\s)(?:\s*[([,|]|\s+[-–—]\s).*$/su;

/** Without an article, and without the company it is at. */
export function titleOf({ title, companyName }: Pick<Vacant, 'title' | 'companyName'>): string {
  const plain = title.replace(ARTICLE, '');
  const at = AT.exec(plain);
  if (at === null || companyName === null) return plain;
  const [before, after] = [plain.slice(0, at.index), plain.slice(at.index + at[0].length)];
  if (isSameCompany(after, companyName)) return before;
  const tail = TAIL.exec(after)?.[0] ?? '';
  if (isSameCompany(after.slice(0, after.length - tail.length), companyName)) return `${before}${tail}`;
  return isSameCompany(before, companyName) ? after : plain;
}

/** "the Senior Engineer role", "the Platform Engineer position". */
export function roleName(vacant: Pick<Vacant, 'title' | 'companyName'>): string {
  const title = titleOf(vacant);
  if (title.trim() === '') return 'the role';
  return SAYS_ROLE.test(title) ? `the ${title}` : `the ${title} role`;
}

/** With the place, where the title does not say it, and the company, where it has a name. */
export function positionName(vacant: Vacant): string {
  const { title, location } = vacant;
  const company = properName(vacant.companyName);
  const isPlaced = !location?.trim() || title.toLowerCase().includes(location.trim().toLowerCase());
  return `${roleName(vacant)}${isPlaced ? '' : ` (${location})`}${company === null ? '' : ` at ${company}`}`;
}
