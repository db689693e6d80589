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

export const rowWithFocus = (): HTMLElement | null => rowOf(document.activeElement);
/** The verbs that are seen, whether they have their keys or not. */
export const verbsIn = (page: ParentNode): HTMLElement[] => seen(page, '[data-verb]');
/** Of that row, or of none: of the page. */
export const isOfRow = (element: HTMLElement, row: HTMLElement | null): boolean => {
  const own = rowOf(element);
  return own === null || own === row;
};

/**
 * In the row that has the focus; else what belongs to no row; else the only one there is. Where two have the same, none: nobody can say
 * which was meant.
 */
export function controlOf(page: ParentNode, key: string): HTMLElement | null {
  const all = seen(page, `[data-key="${CSS.escape(key)}"]`);
  const row = rowWithFocus();
  const ofRow = row === null ? [] : all.filter((one) => rowOf(one) === row);
  const ofPage = all.filter((one) => rowOf(one) === null);
  const meant = ofRow.length > 0 ? ofRow : ofPage.length > 0 || !isTakenBack(key) ? ofPage : all;
  return meant.length === 1 ? meant[0]! : null;
}

/** The row it stands in may have moved away from the focus. */
const isTakenBack = (key: string) => key === 'z';
