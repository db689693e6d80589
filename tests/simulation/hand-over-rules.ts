/** What must be true, by the model, at the moment a message passes the point of no return. */
import type { Model } from './model.js';
import { isInWindow } from './model-settings.js';
import { carries, type ClaimedRow, type Conversation, isLetter } from './simulated-mail-server.js';
import type { Violation } from './violation.js';

const DAY = 86_400_000;
/** Between the claim and the 354, as long as the sender keeps its lease. */
const LONGEST_GREETING = 300_000;

export function handOverViolations(model: Model, now: Conversation, all: readonly Conversation[]): Violation[] {
  return now.rows.flatMap((row) => {
    const rules: Rule[] = [
      ...early(model, row, now),
      ['late', model.followUp(row.id).cancelled, 'the candidate cancelled it'],
      ...(row.audience === 'contact' ? [...reasonsGone(model, row), ...doubled(model, row, now, all)] : []),
      ...edited(model, row, now, all),
    ];
    const broken = rules.filter(([, isBroken]) => isBroken);
    return broken.map(([kind, , what]) => ({ kind, what: `${row.kind} ${row.id}: ${what}` }));
  });
}

type Rule = [Violation['kind'], boolean, string];

function early(model: Model, row: ClaimedRow, { claimedAt, handedOverAt, settings }: Conversation): Rule[] {
  const said = model.followUp(row.id);
  const toContact = row.audience === 'contact';
  const zone = model.contact(row.contactId)?.timezone ?? null;
  const took = handedOverAt!.getTime() - claimedAt.getTime();
  return [
    ['early', claimedAt < row.dueAt, `claimed at ${claimedAt.toISOString()}, due at ${row.dueAt.toISOString()}`],
    [
      'early',
      toContact && !row.atOnce && !isInWindow(claimedAt, zone, settings),
      `claimed at ${claimedAt.toISOString()}, outside the window`,
    ],
    ['early', took > LONGEST_GREETING, `handed over ${took / 1000} s after the claim`],
    ['early', !row.atOnce && said.notBefore !== null && claimedAt < said.notBefore, 'before the moment they chose'],
    ['early', said.held, 'the candidate holds it'],
    ['early', row.born === 'drafted' && !said.approved, 'a draft without a yes'],
  ];
}

function reasonsGone(model: Model, row: ClaimedRow): Rule[] {
  const contact = model.contact(row.contactId);
  const application = model.application(row.applicationId);
  const isSince = (at: Date | null | undefined) => at !== null && at !== undefined && at > row.since;
  return [
    ['late', contact?.doNotContact === true, 'the contact opted out'],
    ['late', contact?.bounced === true, 'the address bounced'],
    ['late', contact?.email === null, 'the contact has no address'],
    ['late', isSince(contact?.lastMailIn), 'the contact wrote'],
    ['late', isSince(contact?.lastMailOut), 'the candidate wrote'],
    ['late', application?.stage !== 'rejected', `the application is ${application?.stage}`],
    ['late', model.hasAcceptedOffer, 'an offer was accepted'],
    ['late', row.kind === 'reopened_outreach' && !model.settings.looking, 'the candidate does not look any more'],
  ];
}

function doubled(model: Model, row: ClaimedRow, now: Conversation, all: readonly Conversation[]): Rule[] {
  const { handedOverAt } = now;
  const at = handedOverAt!.getTime();
  const before = all.filter((one) => one !== now && one.kept && isLetter(one));
  const copies = all.filter(
    (one) => one !== now && carries(one, row.id) && one.handedOverAt !== null && !one.isRefused,
  ).length;
  const isAnswered = ({ handedOverAt: earlier }: Conversation) => {
    const mailIn = model.contact(row.contactId)?.lastMailIn;
    return mailIn !== null && mailIn !== undefined && mailIn > earlier!;
  };
  // What nobody could confirm, the candidate may take for not delivered.
  const letterOf = ({ rows }: Conversation) => rows[0]!;
  const stands = ({ id }: ClaimedRow) => !model.followUp(id).cancelled && model.followUp(id).resends === 0;
  const others = before.filter((one) => letterOf(one).id !== row.id && stands(letterOf(one)));
  const tooSoon = others.find(
    (one) =>
      letterOf(one).contactId === row.contactId &&
      !isAnswered(one) &&
      at - one.handedOverAt!.getTime() < model.settings.gapDays * DAY,
  );
  const sameRejection = others.find(
    (one) =>
      row.kind !== 'reopened_outreach' &&
      letterOf(one).kind !== 'reopened_outreach' &&
      letterOf(one).applicationId === row.applicationId &&
      letterOf(one).since.getTime() === row.since.getTime(),
  );
  const day = (moment: Date) => moment.toISOString().slice(0, 10);
  const today = new Set(
    before.filter((one) => day(one.handedOverAt!) === day(handedOverAt!)).map((one) => letterOf(one).id),
  );
  today.delete(row.id);
  return [
    ['doubled', copies > model.followUp(row.id).resends, `the server may have ${copies} of it already`],
    ['doubled', tooSoon !== undefined, `within the gap of ${tooSoon && letterOf(tooSoon).id}`],
    [
      'doubled',
      sameRejection !== undefined,
      `the rejection was answered by ${sameRejection && letterOf(sameRejection).id}`,
    ],
    ['early', today.size >= now.settings.dailyCap, `${today.size} others went today`],
  ];
}

function edited(model: Model, row: ClaimedRow, now: Conversation, all: readonly Conversation[]): Rule[] {
  const { edit } = model.followUp(row.id);
  const text = now.mime.toString('latin1');
  const subject = now.rows.length > 1 ? `Edit ${edit}` : `Subject: Edit ${edit}\r\n`;
  const first = all.find((one) => carries(one, row.id) && one.to === now.to && one.handedOverAt !== null)!;
  return [
    ['wrong', edit !== null && !text.includes(subject), 'not the subject that was edited'],
    ['wrong', edit !== null && !text.includes(`Words ${edit} end`), 'not the words that were edited'],
    ['wrong', isLetter(now) && !first.mime.equals(now.mime), 'not the bytes of the first try'],
  ];
}
