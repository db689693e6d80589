/** What every address stands in: whoever is signed in, and the frame around the screens. */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import { instanceQuery, sampleQuery, settingsQuery } from './api/account.queries.js';
import { isSignedOut } from './api/problems.js';
import { hasSignedIn, rememberSignedIn } from './api/signed-in.js';
import { Frame } from './shell/frame.js';
import { TroubleAlone, WaitingAlone } from './shell/trouble.js';

interface Context {
  queries: QueryClient;
}

const LONGEST_ADDRESS = 2_048;

export const root = createRootRouteWithContext<Context>()({});

/** Of what fills the window, as no frame stands around it. */
export const ALONE = { pendingComponent: WaitingAlone, errorComponent: TroubleAlone } as const;

/** Signed out, one signs in and lands where one was going. */
const door = (to: string) => redirect({ to: '/sign-in', search: { to } });

/** Before anything else is asked for: what stands behind the door is read only for whoever is let in. */
export async function letIn(queries: QueryClient, href: string): Promise<void> {
  if (!hasSignedIn()) throw door(href);
  try {
    await queries.ensureQueryData(settingsQuery);
  } catch (error) {
    if (!isSignedOut(error)) throw error;
    rememberSignedIn(false);
    throw door(href);
  }
}

const noOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^(new|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/.test(value) ? value : undefined;

/** `new`, or the address of a job. */
const addOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, LONGEST_ADDRESS) : undefined;

interface Over {
  no?: string | undefined;
  add?: string | undefined;
  keys?: true | undefined;
}

export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  // *They said no* lies over whatever is shown, and so do what is added and the list of keys.
  validateSearch: ({ no, add, keys }: Record<string, unknown>): Over => ({
    no: noOf(no),
    add: addOf(add),
    keys: keys === true ? true : undefined,
  }),
  beforeLoad: ({ context: { queries }, location }) => letIn(queries, location.href),
  loader: ({ context: { queries } }) =>
    Promise.all([queries.ensureQueryData(instanceQuery), queries.ensureQueryData(sampleQuery)]),
  component: Frame,
  ...ALONE,
});
