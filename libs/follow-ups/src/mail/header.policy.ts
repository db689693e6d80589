/** What may stand in a line of a mail's head. */

export function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').trim();
}

/** A thread's ids come from other people's mail: of one that is not a plain id nothing is left. */
export function threadId(id: string): string {
  return /^<?([^\s<>\p{Cc}]+)>?$/u.exec(id.trim())?.[1] ?? '';
}
