import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { getApplicationQueryKey } from '../api/generated/@tanstack/react-query.gen.js';
import { getApplication, moveApplication, revokeRejection, takeAwayInterview } from '../api/generated/sdk.gen.js';
import type { Application, Preview, Problem } from '../api/shapes.js';
import { freshen } from '../live/freshen.js';
import { keepForetold } from './application.queries.js';
import { type Move, type Rung, wayBack } from './moves.policy.js';

export interface Moving {
  to: Move;
  /** ISO 8601; of an interview. */
  scheduledAt?: string;
}

export interface Moved {
  to: Move;
  /** Null: nothing leads back. */
  back: Rung[] | null;
  /** The interview that came with it. */
  interviewId: string | null;
  /** As it stands then. */
  application: Application;
}

interface Given {
  query?: { dryRun: 'true' };
  headers?: { 'If-Match'?: string };
}

interface Standing extends Pick<Application, 'id' | 'stage' | 'contactId' | 'interviews'> {
  /** Of what was read: what somebody changed since is looked at first. */
  tag?: string | undefined;
}

/** Every move is one command, wherever it is made. */
export function movesOn(queries: QueryClient, { id, stage, contactId, interviews, tag }: Standing) {
  const path = { id };
  const moveTo = async ({ to, ...body }: Moving & { to: Exclude<Move, 'not_rejected'> }, given: Given) =>
    (await moveApplication({ path, body: { stage: to, ...body }, ...given, throwOnError: true })).data;
  const isOfStage = (moving: Moving): moving is Moving & { to: Exclude<Move, 'not_rejected'> } =>
    moving.to !== 'not_rejected';
  const headers = tag === undefined ? {} : { 'If-Match': tag };
  const know = (application: Application) => {
    queries.setQueryData(getApplicationQueryKey({ path }), application);
    const person = contactId === null ? [] : [{ kind: 'contact' as const, id: contactId }];
    const looking = application.notices.length === 0 ? [] : [{ kind: 'settings' as const }];
    void freshen(queries, [{ kind: 'application', id }, ...person, ...looking]);
  };
  const read = async () => (await getApplication({ path, throwOnError: true })).data;

  const foretell = async (moving: Moving): Promise<Preview> =>
    isOfStage(moving)
      ? ((await moveTo(moving, { query: { dryRun: 'true' } })) as Preview)
      : (await revokeRejection({ path, query: { dryRun: 'true' }, throwOnError: true })).data!;

  const act = async (moving: Moving): Promise<Moved> => {
    let application: Application;
    if (isOfStage(moving)) application = (await moveTo(moving, { headers })) as Application;
    else {
      await revokeRejection({ path, headers, throwOnError: true });
      application = await read();
      // What the no was about to start does not come any more.
      keepForetold(queries, application, []);
    }
    know(application);
    const interview = application.interviews.find((one) => interviews.every(({ id: known }) => known !== one.id));
    return { to: moving.to, back: wayBack(stage, moving.to), interviewId: interview?.id ?? null, application };
  };

  const takeBack = async ({ back, interviewId }: Moved): Promise<Application> => {
    try {
      if (interviewId !== null) await takeAwayInterview({ path: { id, interviewId }, throwOnError: true });
      for (const to of back ?? []) await moveTo({ to }, {});
      const application = await read();
      know(application);
      return application;
    } catch (error) {
      // Halfway, it stands where the last step led.
      void freshen(queries, [{ kind: 'application', id }]);
      throw error;
    }
  };
  return { foretell, act, takeBack };
}

export function useMoves(standing: Standing) {
  const { foretell, act, takeBack } = movesOn(useQueryClient(), standing);
  return { foretell, act, undo: useMutation<Application, Problem, Moved>({ mutationFn: takeBack }) };
}
