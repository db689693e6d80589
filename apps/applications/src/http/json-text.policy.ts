/** What a JSON text may not do, whatever it means: nest without end, or name a member twice. One pass, no recursion. */
import { DEEPEST_BODY, RULES } from '@app/contracts';
import { pointerTo } from './pointer.policy.js';
import type { MemberError } from './problem.js';

/** Strings (with the colon of a member's name) and what opens, parts and closes; one without its end is taken whole, not looked at again. */
const TOKENS = /"([^"\\]*(?:\\.[^"\\]*)*)"?(\s*:)?|[{}[\],]/g;

interface Level {
  /** The members named so far; null in a list. */
  names: Set<string> | null;
  at: string | number;
}

/** Of a text that is JSON. */
export function faultIn(json: string): MemberError | null {
  const levels: Level[] = [];
  for (const [token, name, colon] of json.matchAll(TOKENS)) {
    const here = levels.at(-1);
    if (token === '{' || token === '[') {
      if (levels.length === DEEPEST_BODY) return tooDeep;
      levels.push(token === '{' ? { names: new Set(), at: '' } : { names: null, at: 0 });
    } else if (token === '}' || token === ']') {
      levels.pop();
    } else if (token === ',') {
      if (typeof here?.at === 'number') here.at += 1;
    } else if (colon !== undefined && here?.names) {
      here.at = name?.includes('\\') ? (JSON.parse(`"${name}"`) as string) : name!;
      if (here.names.has(here.at)) return twice(levels.map(({ at }) => at));
      here.names.add(here.at);
    }
  }
  return null;
}

const tooDeep = {
  pointer: '',
  detail: RULES.too_deep,
  code: 'too_deep',
  facts: { deepest: DEEPEST_BODY },
};

const twice = (path: PropertyKey[]) => ({
  pointer: pointerTo(path),
  detail: RULES.duplicate_member,
  code: 'duplicate_member',
  facts: {},
});
