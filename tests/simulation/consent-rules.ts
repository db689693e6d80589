/** What the candidate has to have said before a letter goes, by their settings and by what they did by hand. */
import type { Model, ModelFollowUp } from './model.js';
import { carries, type ClaimedRow, type Conversation } from './simulated-mail-server.js';
import type { Rule } from './violation.js';

export function consentRules(model: Model, row: ClaimedRow, now: Conversation, all: readonly Conversation[]): Rule[] {
  const said = model.followUp(row.id);
  const { approval, enabled, looking, noLettersUntil } = model.settings;
  const isApproved = said.approvedAt !== null;
  const isDraft = row.draftedAt !== null && (said.approvedAt === null || said.approvedAt < row.draftedAt);
  const others = isApproved ? [] : aboutTheSame(model, row);
  const isCancelled = others.some(([, other]) => other.cancelled);
  const isTouched = others.some(
    ([id, { about, held, edit }]) =>
      about!.contactId !== row.contactId && (held || edit !== null) && !all.some((one) => carries(one, id)),
  );
  return [
    ['early', isDraft, 'a draft without a yes'],
    [
      'early',
      approval === 'review' && !isApproved && !said.resumed,
      'the candidate wants to see every letter before it goes',
    ],
    [
      'early',
      row.kind !== 'reopened_outreach' && !enabled && !said.despite.has('disabled'),
      'letters after a rejection are switched off',
    ],
    ['early', !looking && !said.despite.has('not_looking'), 'the candidate does not look'],
    [
      'early',
      noLettersUntil !== null && now.handedOverAt! < noLettersUntil && !said.despite.has('no_letters'),
      'no letters go yet',
    ],
    ['late', isCancelled, 'the candidate cancelled the letter about this rejection, and this one has no yes'],
    ['early', isTouched, 'the letter to the former contact was held or edited, and this one has no yes'],
    ['wrong', saysTheyLook(now, all), 'it says that they keep looking, and they do not'],
  ];
}

/** Other answers to the same rejection of which the candidate said something. */
function aboutTheSame(model: Model, row: ClaimedRow): [string, ModelFollowUp][] {
  if (row.kind === 'reopened_outreach' || !model.rejectionOf(row)) return [];
  return [...model.followUps].filter(
    ([id, { about }]) =>
      id !== row.id &&
      about !== null &&
      /^(feedback_request|thank_you)$/.test(about.kind) &&
      about.applicationId === row.applicationId &&
      about.since.getTime() === row.since.getTime(),
  );
}

/** The words are those of the first try. */
function saysTheyLook({ mime, rows }: Conversation, all: readonly Conversation[]): boolean {
  const first = all.find((one) => carries(one, rows[0]!.id) && one.mime.equals(mime));
  return first?.settings.looking === false && mime.toString('latin1').includes('I keep looking');
}
