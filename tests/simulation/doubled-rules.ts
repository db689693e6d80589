/** Nobody is written to twice: not about one rejection or reopening, not within the gap, nor more of them on a day than the cap. */
import { localTime } from './local-time.js';
import type { Model } from './model.js';
import { carries, type ClaimedRow, type Conversation, isLetter } from './simulated-mail-server.js';
import type { Rule } from './violation.js';

const DAY = 86_400_000;
/** Days of a calendar are an hour longer or shorter twice a year. */
const HOUR = 3_600_000;

const letterOf = ({ rows }: Conversation) => rows[0]!;
const isAnswer = ({ kind }: ClaimedRow) => kind !== 'reopened_outreach';

export function doubledRules(model: Model, row: ClaimedRow, now: Conversation, all: readonly Conversation[]): Rule[] {
  const { resends } = model.followUp(row.id);
  const copies = all.filter(
    (one) => one !== now && carries(one, row.id) && one.handedOverAt !== null && !one.isRefused,
  ).length;
  const before = all.filter((one) => one !== now && one.kept && isLetter(one) && letterOf(one).id !== row.id);
  // What nobody could confirm, the candidate may take for not delivered.
  const stands = ({ id }: ClaimedRow) => !model.followUp(id).cancelled && model.followUp(id).resends === 0;
  const others = before.filter((one) => stands(letterOf(one)));
  const isToThem = (one: Conversation) => letterOf(one).contactId === row.contactId || one.addresses.includes(now.to);
  const toThem = others.filter(isToThem);
  const today = lettersOn(now, before);
  return [
    ['doubled', copies > resends, `the server may have ${copies} of it already`],
    broken(toThem.find(isTooSoon(model, row, now)), 'within the gap of'),
    broken(others.find(isAboutTheSame(row)), 'what it is about was answered by'),
    broken(toThem.find(isOfDeleted(model, row)), 'it was recorded anew, and answered before it was deleted by'),
    ['early', today >= now.settings.dailyCap, `${today} others went today`],
  ];
}

function broken(other: Conversation | undefined, what: string): Rule {
  return ['doubled', other !== undefined, `${what} ${other && letterOf(other).id}`];
}

function isTooSoon(model: Model, row: ClaimedRow, now: Conversation) {
  return (one: Conversation): boolean => {
    const isAnswered = model
      .readersWith(row.contactId)
      .concat(model.contact(letterOf(one).contactId) ?? [])
      .some(({ lastMailIn }) => lastMailIn !== null && lastMailIn > one.handedOverAt!);
    const ago = now.handedOverAt!.getTime() - one.handedOverAt!.getTime();
    return !isAnswered && ago < model.settings.gapDays * DAY - HOUR;
  };
}

/** One rejection, or one close of one vacancy. */
function isAboutTheSame(row: ClaimedRow) {
  return (one: Conversation): boolean => {
    const other = letterOf(one);
    if (other.applicationId !== row.applicationId || isAnswer(other) !== isAnswer(row)) return false;
    return isAnswer(row) ? other.since.getTime() === row.since.getTime() : other.closedAt === row.closedAt;
  };
}

const SAME_STORY = 30 * DAY;

/** A letter about a deleted application counts for the next one there, unless the candidate wants another. */
function isOfDeleted(model: Model, row: ClaimedRow) {
  const application = model.application(row.applicationId);
  return (one: Conversation): boolean => {
    const other = letterOf(one);
    const deleted = model.application(other.applicationId);
    if (!application || !deleted?.deletedAt || model.followUp(row.id).approvedAt !== null) return false;
    return (
      isAnswer(row) &&
      isAnswer(other) &&
      application.recordedAt >= deleted.deletedAt &&
      application.companyName === deleted.companyName &&
      Math.abs(row.since.getTime() - other.since.getTime()) < SAME_STORY
    );
  };
}

function lettersOn({ handedOverAt, settings }: Conversation, before: readonly Conversation[]): number {
  const day = (moment: Date) => localTime(moment, settings.timezone).day;
  const today = before.filter((one) => day(one.handedOverAt!) === day(handedOverAt!));
  return new Set(today.map((one) => letterOf(one).id)).size;
}
