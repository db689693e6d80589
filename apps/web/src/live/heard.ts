/** What the stream tells a page. */
import type { Changed } from '../api/shapes.js';

export type Heard =
  | { kind: 'changed'; change: Changed }
  /** From now on nothing is missed; what was before may have been. */
  | { kind: 'open' }
  | { kind: 'lost' };

/** What a page tells the worker that all pages share. */
export type Says = 'hello' | 'bye';

export type Hear = (heard: Heard) => void;
