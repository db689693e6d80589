const LONGEST = 160;

/** What was written, as a line: its first one, cut at a word where it is long. */
export function gist(text: string): string {
  const first = text.trim().split('\n', 1)[0]!.replace(/\s+/g, ' ');
  if (first.length <= LONGEST) return first;
  const cut = first.slice(0, LONGEST);
  const end = cut.lastIndexOf(' ');
  return `${end === -1 ? cut : cut.slice(0, end)}…`;
}
