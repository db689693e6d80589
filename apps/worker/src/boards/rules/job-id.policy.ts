/** Which ids of the job behind an ad say something: boards fill the field with whatever passes their form. */

/** `requisition:R-1` as comparable text; null for a placeholder such as "See Opening ID", "N/A" or "000". */
export function jobId(shown: string): string | null {
  const text = shown.normalize('NFKC').trim().toLowerCase();
  const value = text.slice(text.indexOf(':') + 1).trim();
  // A number that somebody gave has digits, and not only noughts.
  return /[1-9]/.test(value) ? `${text.slice(0, text.indexOf(':') + 1)}${value}` : null;
}

export function jobIdsOf({ jobIds }: { jobIds: readonly string[] }): string[] {
  return [...new Set(jobIds.flatMap((shown) => jobId(shown) ?? []))];
}
