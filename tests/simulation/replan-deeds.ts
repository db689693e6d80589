/** What is edited, deleted, set and said in such a course. */
import type { Life, Lived } from './replan-life.js';

export type Deed = (life: Life, one: Lived) => Promise<unknown>;
const patch =
  (path: string, body: object): Deed =>
  ({ world }) =>
    world.call('PATCH', path, body);
const set = (body: object): Deed => patch('/settings', body);

/** By name, so that a failing course reads like a story. */
export const DEEDS: Record<string, Deed> = {
  reject: ({ world }, { id }) => world.call('POST', `/applications/${id}/rejection`, {}),
  rejectWithReason: ({ world }, { id }) =>
    world.call('POST', `/applications/${id}/rejection`, { reason: { category: 'experience' } }),
  takeBack: ({ world }, { id }) => world.call('DELETE', `/applications/${id}/rejection`),
  giveReason: ({ world }, { id }) =>
    world.call('PATCH', `/applications/${id}/rejection`, { reason: { category: 'language' } }),
  takeReasonBack: ({ world }, { id }) =>
    world.call('PATCH', `/applications/${id}/rejection`, { reason: { category: null } }),
  offer: ({ world }, { id }) => world.call('POST', `/applications/${id}/stage`, { stage: 'offer' }),
  accept: ({ world }, { id }) => world.call('POST', `/applications/${id}/stage`, { stage: 'accepted' }),
  interview: ({ world }, { id }) =>
    world.call('POST', `/applications/${id}/interviews`, { scheduledAt: '2026-03-20T10:00:00Z' }),
  anotherContact: (life, { id }) => life.world.call('PATCH', `/applications/${id}`, { contact: life.somebody() }),
  formerContact: ({ world }, { id, contactId }) => world.call('PATCH', `/applications/${id}`, { contactId }),
  noContact: ({ world }, { id }) => world.call('PATCH', `/applications/${id}`, { contactId: null }),
  loseAddress: ({ world }, { contactId }) => world.call('PATCH', `/contacts/${contactId}`, { email: null }),
  findAddress: ({ world }, { contactId, address }) => world.call('PATCH', `/contacts/${contactId}`, { email: address }),
  optOut: ({ world }, { contactId }) => world.call('PATCH', `/contacts/${contactId}`, { doNotContact: true }),
  optIn: ({ world }, { contactId }) => world.call('PATCH', `/contacts/${contactId}`, { doNotContact: false }),
  moveAway: ({ world }, { contactId }) => world.call('PATCH', `/contacts/${contactId}`, { timezone: 'Asia/Tokyo' }),
  touch: ({ world }, { contactId }) => world.call('POST', `/contacts/${contactId}/touches`, { kind: 'call' }),
  delete: ({ world }, { id }) => world.call('DELETE', `/applications/${id}`),
  restore: ({ world }, { id }) => world.call('POST', `/applications/${id}/restore`),
  enable: set({ feedbackRequest: { enabled: true } }),
  disable: set({ feedbackRequest: { enabled: false } }),
  look: set({ looking: true }),
  lookNot: set({ looking: false }),
  laterLetters: set({ feedbackRequest: { delay: 'P6D' } }),
  soonerLetters: set({ feedbackRequest: { delay: 'P2D' } }),
  review: set({ approval: 'review' }),
  auto: set({ approval: 'auto' }),
  otherZone: set({ timezone: 'America/Los_Angeles', reminders: { at: '19:30' } }),
  otherRhythm: set({ keepWarm: { after: ['P30D', 'P60D'], halfYear: 'P100D' }, reflection: { delay: 'P4D' } }),
  otherWindow: set({ sendingWindow: { from: '14:00', to: '18:00' } }),
  handle: (life) => life.handled(),
};

/** The one of that kind which was planned last. */
const say =
  (verb: string, kinds: readonly string[], body?: object): Deed =>
  async ({ world }, { id }) => {
    const [row] = await world.ground.db.query<{ id: string }>(
      'select id from follow_ups where application_id = $1 and kind = any($2) order by id desc limit 1',
      [id, kinds],
    );
    if (row) await world.call('POST', `/follow-ups/${row.id}/${verb}`, body);
  };
const edit: Deed = async ({ world }, { id }) => {
  const [row] = await world.ground.db.query<{ id: string }>(
    `select id from follow_ups where application_id = $1 and audience = 'contact' order by id desc limit 1`,
    [id],
  );
  if (row) await world.call('PATCH', `/follow-ups/${row.id}`, { body: 'My own words.' });
};
const LETTERS = ['feedback_request', 'thank_you'];
const HELLOS = ['check_in', 'half_year'];

export const BY_HAND: Record<string, Deed> = {
  edit,
  hold: say('hold', LETTERS),
  resume: say('resume', LETTERS),
  approve: say('approve', LETTERS),
  cancel: say('cancel', LETTERS),
  undo: say('restore', LETTERS),
  snooze: say('snooze', LETTERS, { until: '2026-03-09T10:00:00Z' }),
  holdLook: say('hold', ['reflection']),
  cancelLook: say('cancel', ['reflection']),
  undoLook: say('restore', ['reflection']),
  holdHello: say('hold', HELLOS),
  cancelHello: say('cancel', HELLOS),
  undoHello: say('restore', HELLOS),
};

export const SHARED: Record<string, Deed> = {
  /** Somebody moves, and another has their address by now. */
  addressOfAnother: async (life, { id, contactId }) => {
    const { world, all } = life;
    const another = all[(all.findIndex((one) => one.contactId === contactId) + 1) % all.length]!;
    const { email } = life.somebody();
    await world.call('PATCH', `/contacts/${another.contactId}`, { email });
    await world.call('PATCH', `/applications/${id}`, { contact: { name: 'Bea Sato', email: another.address } });
    another.address = email;
  },
};
