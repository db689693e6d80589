/** Formats of dates, each made once: making one costs a hundred times what using it does, and a list uses several in each row. */
const made = new Map<string, Intl.DateTimeFormat>();

/** Those that are asked for are few: a reader's, in their own zone and in those of the people they write to. */
export function formatOf(locale: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify([locale, parts]);
  const known = made.get(name);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, parts);
  made.set(name, format);
  return format;
}
