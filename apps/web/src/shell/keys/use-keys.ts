/** Listens for single keys: nothing below a sheet is done by one (the sheet has the keyboard, also while it is on its way), and nothing where one types. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { areKeysOn } from '../../look/key-switch.js';
import { isApple } from './platform.js';
import { FOUND_BY, type Meaning, meaningOf, opensPalette, TYPED_IN } from './press.policy.js';
import { controlOf, goToRow } from './rows.js';

/** After *G* the next letter says where to; who thinks longer begins anew. */
const GO_MS = 1_500;

export interface Ways {
  /** By its letter; whether there is one. */
  room(key: string): boolean;
  no(): void;
  add(): void;
  list(): void;
  find(): void;
  palette(): void;
}

export function useKeys(page: RefObject<HTMLElement | null>, ways: Ways): void {
  const latest = useRef(ways);
  latest.current = ways;
  // Before the page is painted: what is pressed once it is seen counts.
  useLayoutEffect(() => {
    let was: { kind: Meaning['kind']; at: number } | null = null;
    const press = (event: KeyboardEvent) => {
      // What an input method is still putting together is nothing that was pressed.
      if (event.defaultPrevented || event.isComposing || page.current === null) return;
      if (document.querySelector('[role=dialog], [data-opening]') !== null) return;
      if (opensPalette(event, isApple())) {
        event.preventDefault();
        return latest.current.palette();
      }
      if (!areKeysOn()) return;
      const typedIn = event.target instanceof Element ? event.target.closest(TYPED_IN) : null;
      const typing = typedIn === null ? null : typedIn.matches(FOUND_BY) ? 'what is found' : 'words';
      const before = was !== null && event.timeStamp - was.at < GO_MS ? was.kind : null;
      const meaning = meaningOf(event, before, typing);
      if (event.key !== 'Shift') was = meaning === null ? null : { kind: meaning.kind, at: event.timeStamp };
      if (meaning !== null && take(meaning, page.current, latest.current)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [page]);
}

/** Whether it did something; else the browser does what it does. */
function take(meaning: Meaning, page: HTMLElement, ways: Ways): boolean {
  if (meaning.kind === 'room') return ways.room(meaning.key);
  // Of the application that is shown, or that has the focus; else of any.
  const key = meaning.kind === 'no' ? 'n' : meaning.kind === 'verb' ? meaning.key : null;
  const control = key === null ? null : controlOf(page, key);
  control?.click();
  if (meaning.kind === 'row') goToRow(page, meaning.by);
  else if (meaning.kind === 'add') ways.add();
  else if (meaning.kind === 'list') ways.list();
  else if (meaning.kind === 'find') ways.find();
  else if (meaning.kind === 'no' && control === null) ways.no();
  return meaning.kind !== 'verb' || control !== null;
}
