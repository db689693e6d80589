/** The addresses of the settings: a room of its own parts. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meQuery } from './api/account.queries.js';
import { frame } from './frame-routes.js';
import { sessionsQuery } from './settings/access/sessions.queries.js';
import { defaultsQuery } from './settings/cadences/cadences.queries.js';
import { boardsQuery, parkedQuery } from './settings/installation/installation.queries.js';
import { holidaysQuery } from './settings/letters/holidays.queries.js';
import {
  removedApplicationsQuery,
  removedCompaniesQuery,
  removedPeopleQuery,
} from './settings/removed/removed.queries.js';
import { deliveriesQuery, endpointQuery, endpointsQuery } from './settings/webhooks/webhooks.queries.js';

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  loader: ({ context: { queries } }) => queries.ensureQueryData(meQuery),
  component: lazyRouteComponent(() => import('./settings/settings.screen.js')),
});

const letters = createRoute({
  getParentRoute: () => frame,
  path: '/settings/letters',
  loader: ({ context: { queries } }) => queries.ensureQueryData(holidaysQuery),
  component: lazyRouteComponent(() => import('./settings/letters/letters.screen.js')),
});

const cadences = createRoute({
  getParentRoute: () => frame,
  path: '/settings/cadences',
  loader: ({ context: { queries } }) => queries.ensureQueryData(defaultsQuery),
  component: lazyRouteComponent(() => import('./settings/cadences/cadences.screen.js')),
});

const webhooks = createRoute({
  getParentRoute: () => frame,
  path: '/settings/webhooks',
  validateSearch: ({ making }: Record<string, unknown>): { making?: true | undefined } => ({
    making: making === true ? true : undefined,
  }),
  loader: ({ context: { queries } }) => queries.ensureQueryData(endpointsQuery),
  component: lazyRouteComponent(() => import('./settings/webhooks/webhooks.screen.js')),
});

const webhook = createRoute({
  getParentRoute: () => frame,
  path: '/settings/webhooks/$id',
  loader: ({ context: { queries }, params: { id } }) =>
    Promise.all([queries.ensureQueryData(endpointQuery(id)), queries.ensureInfiniteQueryData(deliveriesQuery(id))]),
  component: lazyRouteComponent(() => import('./settings/webhooks/endpoint.screen.js')),
});

const access = createRoute({
  getParentRoute: () => frame,
  path: '/settings/access',
  loader: ({ context: { queries } }) => queries.ensureQueryData(sessionsQuery),
  component: lazyRouteComponent(() => import('./settings/access/access.screen.js')),
});

const removed = createRoute({
  getParentRoute: () => frame,
  path: '/settings/removed',
  loader: ({ context: { queries } }) =>
    Promise.all([
      queries.ensureQueryData(removedApplicationsQuery),
      queries.ensureQueryData(removedPeopleQuery),
      queries.ensureQueryData(removedCompaniesQuery),
    ]),
  component: lazyRouteComponent(() => import('./settings/removed/removed.screen.js')),
});

const installation = createRoute({
  getParentRoute: () => frame,
  path: '/settings/installation',
  loader: ({ context: { queries } }) =>
    Promise.all([
      queries.ensureQueryData(meQuery),
      queries.ensureQueryData(parkedQuery),
      queries.ensureQueryData(boardsQuery),
    ]),
  component: lazyRouteComponent(() => import('./settings/installation/installation.screen.js')),
});

export const settingsRoutes = [settings, letters, cadences, webhooks, webhook, access, removed, installation] as const;
