/** Every address, the screen that opens there, and what is read before it does. */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { instanceQuery, meQuery, sampleQuery, settingsQuery } from './api/account.queries.js';
import { isSignedOut } from './api/problems.js';
import { hasSignedIn, rememberSignedIn } from './api/signed-in.js';
import {
  applicationQuery,
  applicationsQuery,
  foretoldUntil,
  planQuery,
  storyQuery,
} from './application/application.queries.js';
import { askedIn } from './application/list/asked.policy.js';
import { capturedLetterQuery, capturedMailQuery } from './captured-mail/captured-mail.queries.js';
import { contactQuery } from './contact/contact.queries.js';
import { followUpQuery } from './follow-up/follow-up.queries.js';
import { letterQuery } from './letter/letter.queries.js';
import { readPattern, readRoom } from './look-back/look-back.queries.js';
import { reflectionQuery } from './reflection/reflection.queries.js';
import { sessionsQuery } from './settings/sessions.queries.js';
import { Frame } from './shell/frame.js';
import { NotFound, Trouble, TroubleAlone, Waiting, WaitingAlone } from './shell/trouble.js';
import { todayQuery } from './today/today.queries.js';

interface Context {
  queries: QueryClient;
}

const root = createRootRouteWithContext<Context>()({});

const ALONE = { pendingComponent: WaitingAlone, errorComponent: TroubleAlone } as const;

const door = (to: string) => redirect({ to: '/sign-in', search: { to } });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ to }: Record<string, unknown>): { to?: string | undefined } => ({
    to: typeof to === 'string' ? to : undefined,
  }),
  component: lazyRouteComponent(() => import('./sign-in/sign-in.screen.js')),
  ...ALONE,
});

/** Before anything else is asked for: what stands behind the door is read only for whoever is let in. */
async function letIn(queries: QueryClient, href: string): Promise<void> {
  if (!hasSignedIn()) throw door(href);
  try {
    await queries.ensureQueryData(settingsQuery);
  } catch (error) {
    if (!isSignedOut(error)) throw error;
    rememberSignedIn(false);
    throw door(href);
  }
}

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  beforeLoad: ({ context: { queries }, location }) => letIn(queries, location.href),
  loader: ({ context: { queries } }) =>
    Promise.all([queries.ensureQueryData(meQuery), queries.ensureQueryData(sampleQuery)]),
  component: lazyRouteComponent(() => import('./first-run/first-run.screen.js')),
  ...ALONE,
});

const noOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^(new|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/.test(value) ? value : undefined;

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  // *They said no* lies over whatever is shown, and so does the list of keys.
  validateSearch: ({ no, keys }: Record<string, unknown>): { no?: string | undefined; keys?: true | undefined } => ({
    no: noOf(no),
    keys: keys === true ? true : undefined,
  }),
  beforeLoad: ({ context: { queries }, location }) => letIn(queries, location.href),
  loader: ({ context: { queries } }) =>
    Promise.all([queries.ensureQueryData(instanceQuery), queries.ensureQueryData(sampleQuery)]),
  component: Frame,
  ...ALONE,
});

const applications = createRoute({
  getParentRoute: () => frame,
  path: '/applications',
  validateSearch: askedIn,
  // Whoever asks otherwise, once there, sees the former answer until the other one has come: a field in use stays where it is.
  loader: ({ context: { queries }, location: { search } }) =>
    queries.ensureInfiniteQueryData(applicationsQuery(askedIn(search))),
  component: lazyRouteComponent(() => import('./application/list/applications.screen.js')),
});

const application = createRoute({
  getParentRoute: () => frame,
  path: '/applications/$id',
  loader: async ({ context: { queries }, params: { id } }) => {
    const told = Promise.all([
      queries.ensureQueryData(storyQuery(id)),
      queries.ensureQueryData(planQuery(id, foretoldUntil(queries, id))),
    ]);
    told.catch(() => undefined);
    const { contactId, deletedAt, rejection } = await queries.ensureQueryData(applicationQuery(id));
    // Of one that is removed neither is shown.
    if (deletedAt !== null) return;
    if (rejection !== null) await queries.ensureQueryData(reflectionQuery(id));
    await told;
    if (contactId !== null) await queries.ensureQueryData(contactQuery(contactId));
  },
  component: lazyRouteComponent(() => import('./application/application.screen.js')),
});

const lookBackOn = createRoute({
  getParentRoute: () => frame,
  path: '/applications/$id/look-back',
  loader: ({ context: { queries }, params: { id } }) =>
    Promise.all([applicationQuery(id), reflectionQuery(id)].map((query) => queries.ensureQueryData(query as never))),
  component: lazyRouteComponent(() => import('./reflection/reflection.screen.js')),
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

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  loader: ({ context: { queries } }) =>
    Promise.all([queries.ensureQueryData(meQuery), queries.ensureQueryData(sessionsQuery)]),
  component: lazyRouteComponent(() => import('./settings/settings.screen.js')),
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
    lookBackOn,
    letter,
    lookBack,
    pattern,
    capturedMail,
    capturedLetter,
    settings,
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
