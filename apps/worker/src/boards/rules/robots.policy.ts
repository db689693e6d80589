/** What a site's robots.txt (RFC 9309) says to this program about one address. */

interface Rule {
  allows: boolean;
  path: string;
}

/** As much as a crawler has to read at least; the rest says nothing. */
export const LONGEST_ROBOTS = 512_000;
const MOST_RULES = 5_000;

export function isAllowed(robots: string, agent: string, address: string): boolean {
  const { pathname, search } = new URL(address);
  if (pathname === '/robots.txt') return true;
  const path = comparable(pathname + search);
  let decided: Rule | null = null;
  for (const rule of rulesFor(robots, agent.toLowerCase())) {
    if (!matches(rule.path, path)) continue;
    const longer = rule.path.length - (decided?.path.length ?? -1);
    if (longer > 0 || (longer === 0 && rule.allows)) decided = rule;
  }
  return decided?.allows ?? true;
}

/** Of all groups that name the agent, or where none does, of those for everybody. */
function rulesFor(robots: string, agent: string): Rule[] {
  const own: Rule[] = [];
  const everybodys: Rule[] = [];
  let isNamed = false;
  let isOwn = false;
  let isEverybodys = false;
  let inRules = true;
  for (const line of robots
    .replace(/^\uFEFF/, '')
    .slice(0, LONGEST_ROBOTS)
    .split(/\r\n|[\r\n]/)) {
    const [, key = '', value = ''] = /^[ \t]*([a-z-]{1,40})[ \t]*:([^#]*)/i.exec(line) ?? [];
    const name = key.toLowerCase();
    if (name === 'user-agent') {
      if (inRules) [isOwn, isEverybodys, inRules] = [false, false, false];
      const named = /^[a-z_-]+/i.exec(value.trim())?.[0].toLowerCase();
      isOwn ||= named === agent;
      isEverybodys ||= value.trim() === '*';
      isNamed ||= named === agent;
    } else if (name === 'allow' || name === 'disallow') {
      inRules = true;
      const path = comparable(value.trim());
      const rule = { allows: name === 'allow', path };
      // An empty path allows everything, as if the line were not there.
      if (path === '' || own.length + everybodys.length >= MOST_RULES) continue;
      if (isOwn) own.push(rule);
      if (isEverybodys) everybodys.push(rule);
    }
  }
  return isNamed ? own : everybodys;
}

/** `*` stands for anything, `$` at the end for the end. One walk: each piece is looked for behind the one before. */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const pieces = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...rest] = pieces;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = isWhole ? rest.pop() : undefined;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  if (!isWhole) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}

/** What needs no escape is written out, what needs one is escaped: the same path is the same text. */
function comparable(path: string): string {
  return path
    .replace(/%([0-9a-f]{2})/gi, (escape, code: string) => {
      const character = String.fromCharCode(Number.parseInt(code, 16));
      return /[A-Za-z0-9._~-]/.test(character) ? character : escape.toUpperCase();
    })
    .replace(/[^\u0021-\u007E]/gu, (character) => (character.isWellFormed() ? encodeURIComponent(character) : ''));
}
