/** What must be true of the rows after anything that happened. */
import type { StoredState } from '@app/contracts';
import type { FollowUpRow } from './follow-up-rows.js';
import { ledgerViolations } from './ledger-rules.js';
import type { Model } from './model.js';
import { carries, type Conversation } from './simulated-mail-server.js';
import type { Violation } from './violation.js';

export function rowViolations(rows: FollowUpRow[], model: Model, conversations: readonly Conversation[]): Violation[] {
  return [
    ...rows.flatMap((row) => [...ledgerViolations(row), ...sentViolations(row, model, conversations)]),
    ...crowdViolations(rows),
  ];
}

/** A draft occupies nothing. */
const ON_ITS_WAY = new Set<StoredState>(['waiting', 'held', 'sending', 'retrying']);
const PENDING = new Set<StoredState>(['draft', 'waiting', 'held', 'retrying']);

function crowdViolations(rows: FollowUpRow[]): Violation[] {
  const letters = rows.filter(({ audience, contactId }) => audience === 'contact' && contactId !== null);
  const onTheirWay = letters.filter(({ state }) => ON_ITS_WAY.has(state));
  const pending = letters.filter(({ state, applicationId }) => PENDING.has(state) && applicationId !== null);
  const [outreach, answers] = [true, false].map((is) =>
    pending.filter(({ kind }) => (kind === 'reopened_outreach') === is),
  );
  const clocks = rows.filter(({ occasion, state, endedBy }) => {
    return occasion !== null && (state !== 'cancelled' || endedBy === 'candidate');
  });
  const oneHello = ({ contactId, kind, since, occasion }: FollowUpRow) =>
    `${contactId} ${kind} ${since.toISOString()} ${occasion}`;
  const aboutOne = ({ applicationId, since }: FollowUpRow) => `${applicationId} ${since.toISOString()}`;
  return [
    ...several(onTheirWay, ({ contactId }) => contactId!, 'letters on their way to one contact'),
    ...several(outreach!, ({ applicationId }) => applicationId!, 'letters about the same vacancy that is open again'),
    ...several(answers!, aboutOne, 'letters about one rejection'),
    ...several(clocks, oneHello, 'reminders of one hello'),
  ];
}

function several(letters: FollowUpRow[], by: (row: FollowUpRow) => string, what: string): Violation[] {
  return [...Map.groupBy(letters, by).values()]
    .filter(({ length }) => length > 1)
    .map((list) => ({ kind: 'doubled', what: `${list.length} ${what}: ${list.map(({ id }) => id).join(', ')}` }));
}

function sentViolations(row: FollowUpRow, model: Model, conversations: readonly Conversation[]): Violation[] {
  const { id, kind, state } = row;
  const own = conversations.filter((one) => carries(one, id));
  if ((state === 'sent' || state === 'answered') && !own.some(({ kept }) => kept) && !model.followUp(id).markedSent) {
    return [{ kind: 'lost', what: `${kind} ${id} is ${state} and no server has it` }];
  }
  if (state === 'unconfirmed' && !own.some(({ isAsked }) => isAsked)) {
    return [{ kind: 'wrong', what: `${kind} ${id} is unconfirmed and no server asked for it` }];
  }
  return [];
}

/** A refused mailbox is a fact once the refusal is written down; an address that came later was not refused. */
export function learnOfBounces(
  model: Model,
  conversations: readonly Conversation[],
  all: FollowUpRow[],
  now: Date,
): void {
  for (const conversation of conversations) {
    const { rows, to, ending, isRefused, isLearned } = conversation;
    const contact = model.contact(rows[0]?.contactId ?? null);
    const isWritten = all.some(({ id, state }) => id === rows[0]?.id && state === 'failed');
    if (!contact || ending !== 'noSuchMailbox' || !isRefused || isLearned || !isWritten) continue;
    conversation.isLearned = true;
    if (contact.email !== to) continue;
    contact.bounced = true;
    contact.ever.add('address_bounced');
    model.dead.set(to, now);
  }
}
