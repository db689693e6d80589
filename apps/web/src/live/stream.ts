/** Where a page hears of changes: from the worker that all pages share, or by itself while it is seen. */
import { openStream } from './event-stream.js';
import type { Hear, Heard, Says } from './heard.js';

const NAME = 'rekindle-stream';

/** Returns what ends it. */
export const follow = (hear: Hear): (() => void) =>
  typeof SharedWorker === 'undefined' ? followWhileSeen(hear) : followShared(hear);

function followShared(hear: Hear): () => void {
  const { port } = new SharedWorker(new URL('./shared-stream.ts', import.meta.url), { type: 'module', name: NAME });
  const say = (says: Says) => port.postMessage(says);
  const leave = () => say('bye');
  // Also a page that was kept for the way back.
  const come = () => say('hello');
  port.addEventListener('message', ({ data }: MessageEvent<Heard>) => hear(data));
  port.start();
  come();
  addEventListener('pagehide', leave);
  addEventListener('pageshow', come);
  return () => {
    removeEventListener('pagehide', leave);
    removeEventListener('pageshow', come);
    leave();
    port.close();
  };
}

function followWhileSeen(hear: Hear): () => void {
  let close: (() => void) | null = null;
  const look = () => {
    if (document.visibilityState === 'visible') close ??= openStream(hear);
    else {
      close?.();
      close = null;
    }
  };
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    close?.();
  };
}
