/** Rounds of interviews: two ahead at once, moved, taken away. */
import fc from 'fast-check';
import { Act, at } from './act.js';
import { isOpen } from './acts-on-applications.js';
import type { ModelApplication } from './model.js';
import type { World } from './world.js';

const HOUR = 3_600_000;
const pick = fc.nat(7);
const inHours = fc.constantFrom(5, 30, 76, 200);
const somewhereOpen = ({ livingApplications }: World['model']) => livingApplications.some(isOpen);

export async function schedule(world: World, application: ModelApplication, inHours: number): Promise<void> {
  const scheduledAt = new Date(world.now.getTime() + inHours * HOUR);
  const body = { stage: 'interview', scheduledAt: scheduledAt.toISOString() };
  const { isDone } = await world.call('POST', `/applications/${application.id}/stage`, body);
  if (!isDone) return;
  application.stage = 'interview';
  add(application, scheduledAt);
}

/** The same hour again is the same interview. */
function add({ interviews }: ModelApplication, at: Date): void {
  if (!interviews.some((known) => known.getTime() === at.getTime())) interviews.push(at);
}

const dice = fc.nat(2 ** 31 - 1);
const hours = fc.array(inHours, { minLength: 1, maxLength: 2 });

const rounds = fc.record({ pick, hours, looks: fc.nat(1), dice }).map(
  (drawn) =>
    new Act(
      'interviews',
      drawn,
      async (world, { pick, hours, looks, dice }) => {
        const application = at(world.model.livingApplications.filter(isOpen), pick)!;
        for (const inHours of hours) await schedule(world, application, inHours);
        await world.look(dice, looks);
      },
      somewhereOpen,
    ),
);

/** Another hour for one of them, one more, or one less; a service that knows no single interview says so. */
export async function changeInterview(
  world: World,
  application: ModelApplication,
  { pick, deed, inHours }: { pick: number; deed: 'move' | 'remove' | 'add'; inHours: number },
): Promise<void> {
  const path = `/applications/${application.id}/interviews`;
  const scheduledAt = new Date(world.now.getTime() + inHours * HOUR);
  const hour = { scheduledAt: scheduledAt.toISOString() };
  const { isDone: isKnown, body } = await world.call('GET', path);
  if (!isKnown) return;
  if (deed === 'add') {
    const { isDone } = await world.call('POST', path, hour);
    if (isDone) add(application, scheduledAt);
    return;
  }
  const one = at(body.data as { id: string; scheduledAt: string }[], pick);
  if (!one) return;
  const [verb, said] = deed === 'move' ? (['PATCH', hour] as const) : (['DELETE', undefined] as const);
  const { isDone } = await world.call(verb, `${path}/${one.id}`, said);
  if (!isDone) return;
  const former = application.interviews.findIndex((at) => at.toISOString() === one.scheduledAt);
  application.interviews.splice(former, 1, ...(said ? [scheduledAt] : []));
}

const change = fc
  .record({ pick, deed: fc.constantFrom('move', 'remove', 'add'), inHours })
  .map(
    (drawn) =>
      new Act(
        'changeInterview',
        drawn,
        (world, given) => changeInterview(world, at(world.model.livingApplications.filter(isOpen), given.pick)!, given),
        somewhereOpen,
      ),
  );

export const ACTS_ON_INTERVIEWS = [
  { weight: 3, arbitrary: rounds },
  { weight: 2, arbitrary: change },
];
