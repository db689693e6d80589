/** The way to a board's server: one page at a time, with an end to everything it can draw out. */
import type { Sentence } from '@app/contracts';
import type { Body } from './body.js';

export interface PageRequest {
  url: string;
  accept: string;
  /** Set by the operator, so it may be private. Where it redirects to is not trusted. */
  trusted: boolean;
  etag: string | null;
  lastModified: string | null;
}

export type PageAnswer =
  /** `movedTo`: where the address led to, if it was another. */
  | { kind: 'page'; body: Body; etag: string | null; lastModified: string | null; movedTo: string | null }
  | { kind: 'not_modified' }
  /** `moved`: said by an address that the one asked for redirects to. */
  | { kind: 'gone'; why: Sentence; moved: boolean }
  /** `status`: what was answered, if anything was; `moved`: by an address that the one asked for redirects to. */
  | { kind: 'failed'; why: Sentence; retryAfterSeconds: number | null; status: number | null; moved: boolean };

/** Never throws: whatever happens is an answer. */
export abstract class BoardClient {
  abstract get(request: PageRequest): Promise<PageAnswer>;
}
