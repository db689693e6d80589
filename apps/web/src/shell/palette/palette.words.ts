import type { Kind } from './palette.policy.js';

export const TITLE = 'Go, find or do';
export const HINT = 'A room, a job, a person, a company, or what can be done here';
export const CLOSE = 'Close';
export const NONE = 'Nothing here has these words.';
export const NOT_FOUND_NOW = 'Nothing can be found while Rekindle does not answer.';
export const GROUP: Record<Kind, string> = {
  do: 'Do',
  go: 'Go',
  application: 'Applications',
  contact: 'People',
  company: 'Companies',
  vacancy: 'Jobs',
};
export const KEYS = 'See all keys';
