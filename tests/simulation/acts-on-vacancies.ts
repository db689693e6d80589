/** Vacancies close, and open again. */
import fc from 'fast-check';
import { Act, at } from './act.js';
import { isRejected } from './acts-on-applications.js';
import { say } from './acts-on-follow-ups.js';
import type { ModelApplication } from './model.js';
import type { World } from './world.js';

export async function seen(world: World, { vacancyId }: ModelApplication, status: 'closed' | 'open'): Promise<void> {
  const { isDone } = await world.call('POST', `/vacancies/${vacancyId}/observations`, { status });
  if (!isDone) return;
  const vacancy = world.model.vacancy(vacancyId);
  if (status === 'closed' && !vacancy.isClosed) vacancy.closes.push(world.now);
  vacancy.isClosed = status === 'closed';
}

const pick = fc.nat(7);

const observe = fc.record({ pick, status: fc.constantFrom('closed', 'open') }).map(
  (drawn) =>
    new Act(
      'observe',
      drawn,
      (world, { pick, status }) => seen(world, at(world.model.livingApplications, pick)!, status),
      ({ livingApplications }) => livingApplications.length > 0,
    ),
);

const HOUR = 3_600_000;

/** The candidate says yes to the draft, for now or for another day; it may be over by then. */
const reopen = fc
  .record({
    pick,
    yes: fc.constantFrom('none', 'approve', 'approve', 'send-now'),
    isOver: fc.nat(3),
    dice: fc.nat(2 ** 31 - 1),
  })
  .map(
    (drawn) =>
      new Act(
        'reopen',
        drawn,
        async (world, { pick, yes, isOver, dice }) => {
          const application = at(world.model.livingApplications.filter(isRejected), pick)!;
          await seen(world, application, 'closed');
          await world.advance(HOUR / 1000, false);
          await seen(world, application, 'open');
          await world.look(dice, 1);
          if (yes !== 'none') await sayToDraft(world, application.id, yes);
          if (isOver === 0) await seen(world, application, 'closed');
        },
        ({ livingApplications }) => livingApplications.some(isRejected),
      ),
  );

export async function sayToDraft(world: World, applicationId: string, yes: string): Promise<void> {
  const [draft] = await world.ground.db.query<{ id: string }>(
    `select id from follow_ups where application_id = $1 and kind = 'reopened_outreach' and state = 'draft' order by id desc`,
    [applicationId],
  );
  if (!draft) return;
  // Proposed for the end of the cooldown; the candidate wants it sooner.
  const dueAt = new Date(world.now.getTime() + HOUR).toISOString();
  await world.call('PATCH', `/follow-ups/${draft.id}`, { dueAt });
  await say(world, draft.id, yes);
}

export const ACTS_ON_VACANCIES = [
  { weight: 2, arbitrary: observe },
  { weight: 4, arbitrary: reopen },
];
