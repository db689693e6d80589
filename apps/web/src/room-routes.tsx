/** Who one knows, what is watched, what comes and what was: each room's addresses, and what is read before they open. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { applicationQuery } from './application/application.queries.js';
import { peopleQuery, readPerson } from './contact/contact.queries.js';
import { askedIn as peopleAskedIn } from './contact/people/asked.policy.js';
import { frame } from './frame-routes.js';
import { importsQuery } from './import/import.queries.js';
import { readPattern, readRoom } from './look-back/look-back.queries.js';
import { planAsked } from './plan/plan.policy.js';
import { aheadQuery, heldQuery } from './plan/plan.queries.js';
import { askedOfBoard, askedOfRadar } from './radar/asked.policy.js';
import { readBoard, readRadar } from './radar/radar.queries.js';
import { reflectionQuery } from './reflection/reflection.queries.js';

const people = createRoute({
  getParentRoute: () => frame,
  path: '/people',
  validateSearch: peopleAskedIn,
  loader: ({ context: { queries }, location: { search } }) =>
    queries.ensureInfiniteQueryData(peopleQuery(peopleAskedIn(search))),
  component: lazyRouteComponent(() => import('./contact/people/people.screen.js')),
});

const person = createRoute({
  getParentRoute: () => frame,
  path: '/people/$id',
  validateSearch: ({ merge }: Record<string, unknown>): { merge?: true | undefined } => ({
    merge: merge === true ? true : undefined,
  }),
  loader: ({ context: { queries }, params: { id } }) => readPerson(queries, id),
  component: lazyRouteComponent(() => import('./contact/person/person.screen.js')),
});

const lookBackOn = createRoute({
  getParentRoute: () => frame,
  path: '/applications/$id/look-back',
  loader: ({ context: { queries }, params: { id } }) =>
    Promise.all([queries.ensureQueryData(applicationQuery(id)), queries.ensureQueryData(reflectionQuery(id))]),
  component: lazyRouteComponent(() => import('./reflection/reflection.screen.js')),
});

const radar = createRoute({
  getParentRoute: () => frame,
  path: '/radar',
  validateSearch: askedOfRadar,
  loader: ({ context: { queries }, location: { search } }) => readRadar(queries, askedOfRadar(search)),
  component: lazyRouteComponent(() => import('./radar/radar.screen.js')),
});

const board = createRoute({
  getParentRoute: () => frame,
  path: '/radar/boards/$id',
  validateSearch: askedOfBoard,
  loader: ({ context: { queries }, params: { id }, location }) => readBoard(queries, id, askedOfBoard(location.search)),
  component: lazyRouteComponent(() => import('./radar/board/board.screen.js')),
});

const lookBack = createRoute({
  getParentRoute: () => frame,
  path: '/look-back',
  loader: ({ context: { queries } }) => readRoom(queries),
  component: lazyRouteComponent(() => import('./look-back/look-back.screen.js')),
});

const pattern = createRoute({
  getParentRoute: () => frame,
  path: '/look-back/pattern',
  loader: ({ context: { queries } }) => readPattern(queries),
  component: lazyRouteComponent(() => import('./look-back/pattern.screen.js')),
});

const plan = createRoute({
  getParentRoute: () => frame,
  path: '/plan',
  validateSearch: planAsked,
  loader: ({ context: { queries }, location: { search } }) =>
    Promise.all([
      queries.ensureInfiniteQueryData(aheadQuery(planAsked(search))),
      queries.ensureInfiniteQueryData(heldQuery(planAsked(search))),
    ]),
  component: lazyRouteComponent(() => import('./plan/plan.screen.js')),
});

const imports = createRoute({
  getParentRoute: () => frame,
  path: '/import',
  loader: ({ context: { queries } }) => queries.ensureQueryData(importsQuery),
  component: lazyRouteComponent(() => import('./import/import.screen.js')),
});

export const roomRoutes = [imports, people, person, lookBackOn, radar, board, lookBack, pattern, plan];
