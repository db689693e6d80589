/** Whether a press of a key is meant for the page, and not for whatever is being typed or chosen from. */
interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
}

/** Where keys mean something of their own. */
export const BUSY =
  'input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox], [role=grid]';

export const isForThePage = (press: Press, key: string, isBusy: boolean): boolean =>
  !isBusy && press.key.toLowerCase() === key && !press.ctrlKey && !press.metaKey && !press.altKey && !press.repeat;
