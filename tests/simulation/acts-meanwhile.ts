/** What happens in the middle of a conversation with the mail server, and how the conversation goes on then. */
import { OWNER_ID } from '@app/contracts';
import fc from 'fast-check';
import { TOGETHER } from '../../apps/worker/src/effects/reminder/digest.policy.js';
import { Act, at } from './act.js';
import { isOpen, moveToContact } from './acts-on-applications.js';
import { anAddress, recordTouch, setAddress, setOptOut } from './acts-on-contacts.js';
import { deleteApplication, deleteContact } from './acts-on-deletions.js';
import { goodMorning } from './acts-of-nature.js';
import { say } from './acts-on-follow-ups.js';
import { acceptOffer } from './acts-on-offers.js';
import { endRejection, reject } from './acts-on-rejections.js';
import { changeSettings } from './acts-on-settings.js';
import { seen } from './acts-on-vacancies.js';
import { type ClaimedRow, type Conversation, isLetter } from './simulated-mail-server.js';
import type { World } from './world.js';

type Deed = (world: World, letter: ClaimedRow) => Promise<void>;

const contactOf = ({ model }: World, { contactId }: ClaimedRow) => model.contact(contactId)!;
const applicationOf = ({ model }: World, { applicationId }: ClaimedRow) => model.application(applicationId)!;
const mail = { kind: 'mail', ago: 0 };

/** Each takes the reason away. */
const DEEDS: Record<string, Deed> = {
  cancel: (world, { id }) => say(world, id, 'cancel'),
  theyWrite: (world, letter) => recordTouch(world, contactOf(world, letter), { ...mail, isIn: true }),
  iWrite: (world, letter) => recordTouch(world, contactOf(world, letter), { ...mail, isIn: false }),
  optOut: (world, letter) => setOptOut(world, contactOf(world, letter), true),
  takeBack: (world, letter) => endRejection(world, applicationOf(world, letter), true),
  revive: (world, letter) => endRejection(world, applicationOf(world, letter), false),
  replaceContact: (world, letter) => moveToContact(world, applicationOf(world, letter), 3),
  correctAddress: (world, letter) => setAddress(world, contactOf(world, letter), '8@example.net'),
  correctAddressBack: async (world, letter) => {
    await setAddress(world, contactOf(world, letter), '9@example.net');
    await setAddress(world, contactOf(world, letter), anAddress(contactOf(world, letter), 1));
  },
  deleteApplication: async (world, letter) => void (await deleteApplication(world, applicationOf(world, letter))),
  deleteContact: async (world, letter) => void (await deleteContact(world, contactOf(world, letter))),
  closeAgain: (world, letter) => seen(world, applicationOf(world, letter), 'closed'),
  acceptOffer: async (world) => {
    const open = world.model.livingApplications.find(isOpen);
    if (open) await acceptOffer(world, open, 0);
  },
  giveReasons: async (world, letter) => {
    await endRejection(world, applicationOf(world, letter), true);
    await reject(world, applicationOf(world, letter), { ago: 0, reason: 'given', isByMail: false });
  },
  switchOff: (world) => changeSettings(world, { enabled: false }),
  lookAtEach: (world) => changeSettings(world, { approval: 'review' }),
  lookNoMore: (world) => changeSettings(world, { looking: false }),
};

const dice = fc.nat(2 ** 31 - 1);

/** Where the conversations of that morning stand still, mostly before the 354. */
const somewhere = fc.record({ stands: fc.constantFrom('before', 'before', 'after'), pick: fc.nat(3), dice } as const);

/** Of the letters whose time comes next. */
async function someLetter(world: World, { stands, pick, dice }: Somewhere): Promise<Conversation | undefined> {
  const open = () => world.suspensions.open.filter(isLetter);
  if (open().length === 0) {
    const [next] = await world.ground.db.query<{ at: Date | null }>(
      `select min(due_at) as at from follow_ups where candidate_id = $1 and audience = 'contact' and state = 'waiting'`,
      [OWNER_ID],
    );
    const due = next!.at;
    world.mail.standsStill = stands;
    if (due !== null && due > world.now) await world.advance((due.getTime() - world.now.getTime()) / 1000, false);
    await (due === null ? goodMorning(world, 0, dice, 1) : world.look(dice, 1));
    world.mail.standsStill = null;
  }
  return at(open(), pick);
}
type Somewhere = typeof somewhere extends fc.Arbitrary<infer T> ? T : never;

/** Whoever handles the message of it may be faster than the mail server, or not. */
const reasonGone = fc.record({ deed: fc.constantFrom(...Object.keys(DEEDS)), looks: fc.nat(1), somewhere }).map(
  (drawn) =>
    new Act('reasonGone', drawn, async (world, { deed, looks, somewhere }) => {
      const conversation = await someLetter(world, somewhere);
      if (!conversation) return;
      await DEEDS[deed]!(world, conversation.rows[0]!);
      await world.look(somewhere.dice, looks);
      if (world.suspensions.open.includes(conversation)) await world.queue.goOn(conversation);
    }),
);

/** Of the reminders that go as one mail, the next that are more than one. */
async function someDigest(world: World, dice: number): Promise<Conversation | undefined> {
  const open = () => world.suspensions.open.find(({ rows }) => rows.length > 1);
  if (open()) return open();
  const [, second] = await world.ground.db.query<{ at: Date }>(
    `select due_at as at from follow_ups where candidate_id = $1 and kind = any($2) and state = 'waiting'
     order by due_at limit 2`,
    [OWNER_ID, TOGETHER],
  );
  if (!second) return undefined;
  world.mail.standsStill = 'before';
  if (second.at > world.now) await world.advance((second.at.getTime() - world.now.getTime()) / 1000, false);
  await world.look(dice, 1);
  world.mail.standsStill = null;
  return open();
}

/** One of them is not to go any more, and the others are. */
const memberGone = fc.record({ deed: fc.constantFrom('cancel', 'cancel', 'lookNoMore'), pick: fc.nat(3), dice }).map(
  (drawn) =>
    new Act('memberGone', drawn, async (world, { deed, pick, dice }) => {
      const digest = await someDigest(world, dice);
      if (!digest) return;
      await DEEDS[deed]!(world, at(digest.rows, pick)!);
      if (world.suspensions.open.includes(digest)) await world.queue.goOn(digest);
    }),
);

const HOUR = 3_600;

/** A sender sleeps past its lease, and wakes up before or after somebody else looked. */
const oversleep = fc.record({ seconds: fc.constantFrom(9, 9, 400, 20 * HOUR), looks: fc.nat(1), somewhere }).map(
  (drawn) =>
    new Act('oversleep', drawn, async (world, { seconds, looks, somewhere }) => {
      const sleeper = (await someLetter(world, somewhere)) ?? at(world.suspensions.open, somewhere.pick);
      if (!sleeper) return;
      await world.advance(seconds, true);
      await world.look(somewhere.dice, looks);
      if (world.suspensions.open.includes(sleeper)) await world.queue.goOn(sleeper);
    }),
);

const goOn = fc.nat(3).map(
  (drawn) =>
    new Act('goOn', drawn, async (world, pick) => {
      const conversation = at(world.suspensions.open, pick);
      if (conversation) await world.queue.goOn(conversation);
    }),
);

export const ACTS_MEANWHILE = [
  { weight: 12, arbitrary: reasonGone },
  { weight: 2, arbitrary: memberGone },
  { weight: 8, arbitrary: oversleep },
  { weight: 5, arbitrary: goOn },
];
