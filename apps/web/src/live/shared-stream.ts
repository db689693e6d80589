/** One stream for all pages of a browser, in a worker that they share: a browser has six connections to a house, and pages are many. */
import { openStream } from './event-stream.js';
import type { Heard, Says } from './heard.js';

const pages = new Set<MessagePort>();
let last: Heard | null = null;
let close: (() => void) | null = null;

function tellAll(heard: Heard): void {
  if (heard.kind !== 'changed') last = heard;
  for (const page of pages) page.postMessage(heard);
}

function welcome(page: MessagePort): void {
  pages.add(page);
  close ??= openStream(tellAll);
  if (last !== null) page.postMessage(last);
}

function seeOff(page: MessagePort): void {
  pages.delete(page);
  if (pages.size > 0) return;
  close?.();
  [close, last] = [null, null];
}

addEventListener('connect', (event) => {
  const page = (event as MessageEvent).ports[0]!;
  page.addEventListener('message', ({ data }: MessageEvent<Says>) => (data === 'hello' ? welcome(page) : seeOff(page)));
  page.start();
});
