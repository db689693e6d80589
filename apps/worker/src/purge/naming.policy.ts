/** Whether words name somebody: by the whole name, and not as a part of somebody else's. */

/** `others`: the names of those who are still there. */
export function names(text: string, name: string, others: readonly string[]): boolean {
  const longer = others.filter((other) => other !== name && other.includes(name));
  const isWithin = (start: number, other: string) =>
    occurrences(text, other).some((from) => from <= start && start + name.length <= from + other.length);
  return occurrences(text, name).some((start) => !longer.some((other) => isWithin(start, other)));
}

/** Where it stands as words of its own. */
function occurrences(text: string, name: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (isApart(text.slice(0, at), name, text.slice(at + name.length))) found.push(at);
  }
  return found;
}

/** A hyphen or an apostrophe between letters makes one name of two, save the one of "Al's". */
function isApart(before: string, name: string, after: string): boolean {
  const goesOn = /[\p{L}\p{M}\p{N}]$/u.test(name) && /^(?:[-‐’']?[\p{L}\p{M}\p{N}])/u.test(after);
  const isOwner = /^[’']s(?![\p{L}\p{M}\p{N}])/u.test(after);
  const began = /^[\p{L}\p{M}\p{N}]/u.test(name) && /[\p{L}\p{M}\p{N}][-‐’']?$/u.test(before);
  return !began && (!goesOn || isOwner);
}
