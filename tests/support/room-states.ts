/** The states of the rooms beyond the first; those of the other screens stand in states.spec.ts. */
import type { States } from './settings-states.js';

export const ROOM_STATES: Record<string, States> = {
  '/applications/$id/look-back': {
    path: '/applications/:crowded/look-back',
    empty: null,
    crowded: null,
    asks: /\/reflection$/,
  },
  '/people': {
    path: '/people',
    empty: /People come with applications/,
    crowded: '/people',
    asks: /\/api\/v1\/contacts\?/,
  },
  '/people/$id': {
    path: '/people/:person',
    empty: null,
    crowded: '/people/:person',
    asks: /\/api\/v1\/contacts\/[^/]+$/,
  },
  '/radar': {
    path: '/radar',
    empty: /the day it opens again/,
    crowded: '/radar',
    asks: /\/api\/v1\/boards\?/,
  },
  '/radar/boards/$id': {
    path: '/radar/boards/:board',
    empty: null,
    crowded: '/radar/boards/:board',
    asks: /\/api\/v1\/boards\/[^/]+$/,
  },
  '/look-back': {
    path: '/look-back',
    empty: /After the first no/,
    crowded: null,
    asks: /\/api\/v1\/insights\/rejections$/,
  },
  '/look-back/pattern': {
    path: '/look-back/pattern',
    empty: /no row of refusals/,
    crowded: null,
    asks: /\/api\/v1\/insights\/rejections$/,
  },
  '/plan': { path: '/plan', empty: /Nothing is planned/, crowded: '/plan', asks: /\/api\/v1\/follow-ups\?/ },
  '/import': { path: '/import', empty: /becomes applications here/, crowded: '/import', asks: /\/api\/v1\/imports\?/ },
};
