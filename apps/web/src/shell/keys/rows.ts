/** The rows of the page, and what a key does in the one that has the focus. */

const ROW = '[data-row]';
const CONTROL = 'a[href], button';

const isSeen = (element: HTMLElement) => element.checkVisibility();
const seen = (within: ParentNode, selector: string) =>
  [...within.querySelectorAll<HTMLElement>(selector)].filter(isSeen);
const rowOf = (element: Element | null) => element?.closest<HTMLElement>(ROW) ?? null;

/** To the first thing in the next row, or the one before; from nowhere, to the first row there is. */
export function goToRow(page: ParentNode, by: 1 | -1): void {
  const rows = seen(page, ROW).filter((row) => seen(row, CONTROL).length > 0);
  const at = rows.findIndex((row) => row === rowOf(document.activeElement));
  const row = at === -1 ? rows[0] : rows[at + by];
  if (row !== undefined) seen(row, CONTROL)[0]!.focus();
}

/** In the row that has the focus; else what belongs to no row; else the only one there is. */
export function controlOf(page: ParentNode, key: string): HTMLElement | null {
  const all = seen(page, `[data-key="${CSS.escape(key)}"]`);
  const row = rowOf(document.activeElement);
  const inRow = row === null ? undefined : all.find((one) => rowOf(one) === row);
  const ofPage = all.find((one) => rowOf(one) === null);
  return inRow ?? ofPage ?? (all.length === 1 && isTakenBack(key) ? all[0]! : null);
}

/** The row it stands in may have moved away from the focus. */
const isTakenBack = (key: string) => key === 'z';
