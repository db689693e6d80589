/** Every address, the screen that opens there, and what is read before it does. */
import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { meQuery, sampleQuery } from './api/account.queries.js';
import {
  applicationQuery,
  applicationsQuery,
  foretoldUntil,
  planQuery,
  storyQuery,
} from './application/application.queries.js';
import { stageShown } from './application/board/board.policy.js';
import { boardQueries } from './application/board/columns.queries.js';
import { askedIn } from './application/list/asked.policy.js';
import { capturedLetterQuery, capturedMailQuery } from './captured-mail/captured-mail.queries.js';
import { contactQuery } from './contact/contact.queries.js';
import { followUpQuery } from './follow-up/follow-up.queries.js';
import { letterQuery } from './letter/letter.queries.js';
import { reflectionQuery } from './reflection/reflection.queries.js';
import { ALONE, frame, letIn, root } from './frame-routes.js';
import { roomRoutes } from './room-routes.js';
import { settingsRoutes } from './settings-routes.js';
import { NotFound, Trouble, Waiting } from './shell/trouble.js';
import { todayQuery } from './today/today.queries.js';
import { vacancyQuery } from './vacancy/vacancy.queries.js';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ to }: Record<string, unknown>): { to?: string | undefined } => ({
    to: typeof to === 'string' ? to : undefined,
  }),
  component: lazyRouteComponent(() => import('./sign-in/sign-in.screen.js')),
  ...ALONE,
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  beforeLoad: ({ context: { queries }, location }) => letIn(queries, location.href),
  loader: ({ context: { queries } }) =>
    Promise.all([queries.ensureQueryData(meQuery), queries.ensureQueryData(sampleQuery)]),
  component: lazyRouteComponent(() => import('./first-run/first-run.screen.js')),
  ...ALONE,
});

const List = lazyRouteComponent(() => import('./application/list/applications.screen.js'));
const Board = lazyRouteComponent(() => import('./application/board/board.screen.js'));
const applications = createRoute({
  getParentRoute: () => frame,
  path: '/applications',
  validateSearch: askedIn,
  // Seen the other way, it is another page, with answers of its own.
  loaderDeps: ({ search: { view } }) => ({ view }),
  // Whoever asks otherwise, once there, sees the former answer until the other one has come: a field in use stays where it is.
  loader: async ({ context: { queries }, location: { search } }) => {
    const { view, ...asked } = askedIn(search);
    if (view === undefined) return void (await queries.ensureInfiniteQueryData(applicationsQuery(asked)));
    const { q, stage } = asked;
    const [first] = await Promise.all([
      ...boardQueries(q).map((query) => queries.ensureInfiniteQueryData(query)),
      Board.preload?.(),
    ]);
    // The one that a narrow screen shows.
    const shown = stageShown(stage, first!.pages[0]!.counts);
    await queries.ensureInfiniteQueryData(applicationsQuery({ q, stage: shown }));
  },
  component: Object.assign(Applications, { preload: () => List.preload?.() }),
});

/** The same address, seen as a list or as a board. */
function Applications() {
  return applications.useSearch().view === 'board' ? <Board /> : <List />;
}

const application = createRoute({
  getParentRoute: () => frame,
  path: '/applications/$id',
  loader: async ({ context: { queries }, params: { id } }) => {
    const told = Promise.all([
      queries.ensureQueryData(storyQuery(id)),
      queries.ensureQueryData(planQuery(id, foretoldUntil(queries, id))),
    ]);
    told.catch(() => undefined);
    const { contactId, vacancyId, deletedAt, rejection } = await queries.ensureQueryData(applicationQuery(id));
    // Of one that is removed neither is shown.
    if (deletedAt !== null) return;
    const vacancy = queries.ensureQueryData(vacancyQuery(vacancyId));
    vacancy.catch(() => undefined);
    if (rejection !== null) await queries.ensureQueryData(reflectionQuery(id));
    await told;
    if (contactId !== null) await queries.ensureQueryData(contactQuery(contactId));
    await vacancy;
  },
  component: lazyRouteComponent(() => import('./application/application.screen.js')),
});

const letter = createRoute({
  getParentRoute: () => frame,
  path: '/follow-ups/$id',
  loader: async ({ context: { queries }, params: { id } }) => {
    const { contactId, audience } = await queries.ensureQueryData(followUpQuery(id));
    if (audience === 'contact') await queries.ensureQueryData(letterQuery(id));
    if (contactId !== null) await queries.ensureQueryData(contactQuery(contactId));
  },
  component: lazyRouteComponent(() => import('./letter/letter.screen.js')),
});

const capturedMail = createRoute({
  getParentRoute: () => frame,
  path: '/captured-mail',
  loader: ({ context: { queries } }) => queries.ensureQueryData(capturedMailQuery),
  component: lazyRouteComponent(() => import('./captured-mail/captured-mail.screen.js')),
});

const capturedLetter = createRoute({
  getParentRoute: () => frame,
  path: '/captured-mail/$id',
  loader: ({ context: { queries }, params: { id } }) => queries.ensureQueryData(capturedLetterQuery(id)),
  component: lazyRouteComponent(() => import('./captured-mail/captured-letter.screen.js')),
});

const today = createRoute({
  getParentRoute: () => frame,
  path: '/',
  loader: ({ context: { queries } }) => queries.ensureQueryData(todayQuery),
  component: lazyRouteComponent(() => import('./today/today.screen.js')),
});

const nowhere = createRoute({ getParentRoute: () => frame, path: '$', component: NotFound });

const tree = root.addChildren([
  signIn,
  welcome,
  frame.addChildren([
    today,
    applications,
    application,
    letter,
    capturedMail,
    capturedLetter,
    ...roomRoutes,
    ...settingsRoutes,
    nowhere,
  ]),
]);

export const createAppRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    defaultPendingMs: 400,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: Trouble,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
