/** The stream as it comes over the wire, whoever holds it: it comes back by itself. */
import type { Changed } from '../api/shapes.js';
import type { Hear } from './heard.js';

const STREAM = '/api/v1/stream';
/** A refusal (nobody is signed in, or too many streams) ends an `EventSource`; a lost connection does not. */
const AFTER_REFUSAL_MS = 10_000;

/** Returns what ends it. */
export function openStream(hear: Hear): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(STREAM);
    source.addEventListener('open', () => hear({ kind: 'open' }));
    source.addEventListener('changed', ({ data }: MessageEvent<string>) =>
      hear({ kind: 'changed', change: JSON.parse(data) as Changed }),
    );
    source.addEventListener('error', () => {
      hear({ kind: 'lost' });
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, AFTER_REFUSAL_MS);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
