/** The words of the reminders to the candidate: calm, useful on the day, and never a demand. */
import { REASON_CATEGORIES, type ReminderKind } from '@app/contracts';
import { elapsed, isLong } from './elapsed.policy.js';
import { hello } from './greeting.policy.js';
import { newRolesParagraphs, newRolesSubject } from './new-roles.policy.js';
import {
  dayOf,
  type Evidence,
  isOfAgency,
  list,
  personOf,
  positionOf,
  REASON_NAMES,
  type ReminderFacts,
  shares,
  timeOf,
} from './reminder-facts.policy.js';
import { positionName, roleName } from './role-name.policy.js';

const TOO_FEW = 5;

export const SUBJECTS: Record<ReminderKind, (facts: ReminderFacts) => string> = {
  reflection: (facts) => `A quiet look back: ${positionOf(facts)}`,
  check_in: (facts) => `Time for a hello to ${personOf(facts)}`,
  half_year: (facts) => `${timeSince(facts) ?? 'Some time'} on: ${personOf(facts)}`,
  find_contact: (facts) => `Whom to write to about ${positionOf(facts)}`,
  streak: ({ streak }) => `${streak?.length ?? 'Several'} rejections in a row: a look for the pattern`,
  reopened: (facts) =>
    facts.evidence?.grade === 'another_title'
      ? `Open again under another title: ${positionOf(facts)}`
      : `Open again: ${positionOf(facts)}`,
  interview_prep: (facts) => `Getting ready for the interview: ${positionOf(facts)}`,
  vacancy_closed: (facts) => `No longer advertised: ${positionOf(facts)}`,
  new_roles: ({ newRoles }) => (newRoles ? newRolesSubject(newRoles) : 'New roles at a company you know'),
  related_role: (facts) => `A related role: ${facts.role ? oneLine(facts.role.title) : positionOf(facts)}`,
  board_gone: ({ board }) => (board ? `The job board is gone: ${board.name}` : 'A job board is gone'),
};

/** Paragraphs; null ones have nothing to say. */
export const BODIES: Record<ReminderKind, (facts: ReminderFacts) => (string | null)[]> = {
  reflection: (facts) => [
    facts.rejection
      ? `Your application for ${positionOf(facts)} was turned down at the ${facts.rejection.stage} stage on ${dayOf(facts.rejection.receivedAt, facts.timezone)}. While it is fresh, a few minutes of writing can make it worth something. There are no right answers.`
      : `A few minutes of writing about ${positionOf(facts)} can make it worth something while it is fresh. There are no right answers.`,
    `What was said:\n${list(['What was I asked?', 'What did I answer?', 'What would I change?'])}`,
    `What I saw:\n${list(['Did I like the company?', 'Did I like the people I met?'])}`,
    `What I bring:\n${list(['Which of my qualities match what the vacancy asks for?', 'Which requirement do I not meet yet, and does it matter to me?'])}`,
    requirements(facts),
    facts.rejection?.words ? `Their words:\n${facts.rejection.words}` : 'They gave no reason in words.',
    `The reason as I see it, beside theirs:\n${list(REASON_CATEGORIES.map((reason) => REASON_NAMES[reason]))}`,
    'A refusal is a decision about one match on one day. It is not a verdict on you.',
  ],

  check_in: (facts) => [
    facts.unreadAddress
      ? `${lastTouch(facts)} A short hello keeps the contact warm, but nobody reads at ${facts.unreadAddress}: it only sends. If you know another way to reach them, here is a draft.`
      : `${lastTouch(facts)} A short hello keeps the contact warm. Here is a draft: change what you like and send it from your own mailbox, or leave it for another time.`,
    'Draft:',
    hello(facts.contact?.name, { ...facts.contact, companyName: facts.contact?.companyName ?? facts.companyName }),
    `I wanted to say hello. ${youMayRemember(facts)} I remain interested in this kind of work.`,
    [
      facts.looking === false
        ? null
        : 'If something comes up where you think I could help, I would be glad to hear about it.',
      `I hope that you ${isOfAgency(facts.contact) ? '' : 'and the team '}are doing well.`,
    ]
      .filter((sentence) => sentence !== null)
      .join(' '),
    'Kind regards,',
    facts.candidateName,
  ],

  half_year: (facts) => [
    `${lastTouch(facts)} ${timePasses(facts)}`,
    `Two small steps, if you like:\n${list([`look at the open roles${facts.companyName ? ` at ${facts.companyName}` : ''}`, `say hello to ${facts.contact?.name ?? 'the person you were in touch with'}`])}`,
    posting(facts, 'The posting you applied to'),
    cooldown(facts),
  ],

  find_contact: (facts) => [
    facts.unreadAddress
      ? `Nobody reads at ${facts.unreadAddress}, the address beside your application for ${positionOf(facts)}: it only sends. So no letter can reach anybody.`
      : `There is nobody with a working e-mail address beside your application for ${positionOf(facts)}, so no letter can reach anybody.`,
    `Where a name and an address often turn up:\n${list(['the sender and signature of the mail that turned you down', 'the invitation to an interview or a call', 'the posting itself', "the company's team page, or the recruiter's public profile"])}`,
    posting(facts, 'The posting'),
    'Add the person to the application when you find one. If there is nobody to find, that is fine too.',
  ],

  streak: ({ streak }) =>
    streak
      ? [
          `${streak.length} rejections came in a row. That is hard, and it is also something to look at calmly: is there a pattern?`,
          `By stage, of all ${streak.total} rejections:\n${shares(streak.byStage, streak.total)}`,
          `By reason, of all ${streak.total} rejections:\n${shares(streak.byReason, streak.total)}`,
          streak.total < TOO_FEW
            ? `With ${streak.total} in all, these are too few to conclude anything. Keep them in mind and look again later.`
            : `Where most of them gather is the place to try one change:\n${list(['before an interview: the CV, or the choice of roles', 'after an interview: how one topic is told', 'at the end: the terms, or the level of the roles'])}`,
          'A row of refusals says something about matches so far. It says nothing about the next one.',
        ]
      : ['Several rejections came in a row. When you have a quiet moment, look for what they have in common.'],

  reopened: (facts) => [
    `${positionOf(facts)} is open again.`,
    facts.evidence ? evidenceOf(facts.evidence, facts.timezone) : null,
    posting(facts, 'The posting'),
    cooldown(facts),
    facts.contact && facts.hasDraft !== false
      ? `A draft to ${facts.contact.name}${facts.cooldownUntil ? ', proposed for the end of that time,' : ''} is ready for you to read. It waits for your yes, and nothing goes out without it.`
      : null,
  ],

  interview_prep: (facts) => [
    facts.interviewAt
      ? `Your interview for ${positionOf(facts)} is on ${dayOf(facts.interviewAt, facts.timezone)} at ${timeOf(facts.interviewAt, facts.timezone)} (${facts.timezone}).`
      : `Your interview for ${positionOf(facts)} is coming up.`,
    facts.requirements
      ? `${requirements(facts)}\n\nFor each of them, one thing you have done is enough: what it was, what you did, what came of it.`
      : 'Read the posting once more. For each thing it asks for, one thing you have done is enough: what it was, what you did, what came of it.',
    posting(facts, 'The posting'),
    `Questions worth asking:\n${list(['What would a good first half-year in this role look like?', 'Why is the position open?', 'How does the team decide when opinions differ?', 'What is the hardest part of the work at the moment?', 'What comes next, and by when?'])}`,
    'A refusal is one of the possible outcomes, and you would get through it. What you prepare stays yours either way.',
    isOnAnotherDay(facts) ? 'Then stop early and sleep well.' : null,
  ],

  vacancy_closed: (facts) => [
    `The posting for ${positionOf(facts)} ${facts.closedAt ? `has been gone since ${dayOf(facts.closedAt, facts.timezone)}` : 'is gone'}. Your application is still in process${facts.stage ? `, at the ${facts.stage} stage` : ''}.`,
    `What that may mean:\n${list(['the role was filled', 'hiring is paused', 'the ad was only taken off the board: there are applications enough, and the talks go on'])}`,
    `It says nothing about you yet. ${whomToAsk(facts)}`,
    posting(facts, 'Where the posting was'),
  ],

  new_roles: ({ newRoles }) =>
    newRoles ? newRolesParagraphs(newRoles) : ['A company where a contact of yours is warm has put up new roles.'],

  related_role: (facts) => [
    `The ad for ${positionOf(facts)}, which had closed, came back as another job${facts.role ? `: "${oneLine(facts.role.title)}"` : ''}.`,
    'It bears the id or the number of the one you applied for, and another title. So nobody is written to about it, and your vacancy stays closed.',
    facts.role?.url ? `The posting: ${facts.role.url}` : null,
  ],

  board_gone: (facts) => [
    facts.board
      ? `The job board on which you watch ${positionOf({ ...facts, title: facts.title ?? facts.board.title })} (${facts.board.name}) has answered since ${dayOf(facts.board.goneSince, facts.timezone)} that it is not there.`
      : 'A job board on which you watch a vacancy has been gone for a month.',
    'Most often the company has moved to another one. Nothing counts as closed by that, and nothing more can be seen there.',
    'If you find the posting elsewhere, give the vacancy its new address, and it is watched again.',
  ],
};

const oneLine = (title: string): string => title.replace(/\s+/g, ' ').trim().slice(0, 200);

const GRADES: Record<Evidence['grade'], string> = {
  observed: 'Somebody saw it open and recorded that.',
  same_posting: 'The very same posting is back.',
  same_requisition: 'A posting with the same requisition number appeared.',
  same_title: 'A posting with the same title appeared. It may be another opening, so have a look first.',
  another_title: 'It is back under another title, so have a look first.',
};

function evidenceOf(evidence: Evidence, timezone: string): string {
  const { grade, matched, daysAbsent, closedAt, previousTitle, title } = evidence;
  const isRenamed = grade === 'another_title' && previousTitle !== undefined && title !== undefined;
  const titles = isRenamed ? ` It was "${oneLine(previousTitle)}", and is "${oneLine(title)}" now.` : '';
  const absent = `It was closed on ${dayOf(closedAt, timezone)} and away for ${daysAbsent} ${daysAbsent === 1 ? 'day' : 'days'}.`;
  return `${GRADES[grade]}${titles} ${absent}${matched.length > 0 ? ` What matched: ${matched.join(', ')}.` : ''}`;
}

function lastTouch(facts: ReminderFacts): string {
  const when = facts.lastTouchAt ? `on ${dayOf(facts.lastTouchAt, facts.timezone)}` : 'some time ago';
  return `You were last in touch with ${personOf(facts)} ${when}.`;
}

/** An agency has many clients. */
function youMayRemember({ title, companyName = null, contact }: ReminderFacts): string {
  const vacant = { title: title ?? '', companyName };
  const named = isOfAgency(contact) ? positionName(vacant) : roleName(vacant);
  return `You may remember my application${title ? ` for ${named}` : ''}.`;
}

function timeSince({ lastTouchAt, at }: ReminderFacts): string | null {
  const time = lastTouchAt && at ? elapsed(lastTouchAt, at) : null;
  return time === null ? null : `${time.charAt(0).toUpperCase()}${time.slice(1)}`;
}

function timePasses(facts: ReminderFacts): string {
  const { lastTouchAt, at } = facts;
  const isLongAgo = !lastTouchAt || !at || isLong(lastTouchAt, at);
  return isLongAgo
    ? `${timeSince(facts) ?? 'After some time'}${timeSince(facts) ? ' on' : ''}, teams change: people move, budgets open, and there may be roles now that did not exist then.`
    : 'There may be something new to see there by now.';
}

function whomToAsk({ contact, contactOptedOut, unreadAddress, companyName }: ReminderFacts): string {
  const whom = contactOptedOut || unreadAddress ? null : contact?.name;
  return whom
    ? `If you have not heard from ${whom} for a while, one short question is fine: is the role still open, and what comes next?`
    : `If there is somebody${companyName ? ` at ${companyName}` : ''} you can ask, one short question is fine: is the role still open, and what comes next?`;
}

function requirements(facts: ReminderFacts): string | null {
  return facts.requirements ? `What the vacancy asks for:\n${facts.requirements}` : null;
}

function posting({ url }: ReminderFacts, name: string): string | null {
  return url ? `${name}: ${url}` : null;
}

function cooldown({ cooldownUntil, companyName, timezone }: ReminderFacts): string | null {
  if (!cooldownUntil) return null;
  return `The waiting time before a new application${companyName ? ` at ${companyName}` : ''} runs until ${dayOf(cooldownUntil, timezone)}.`;
}

/** There is a night before it. */
function isOnAnotherDay({ interviewAt, at, timezone }: ReminderFacts): boolean {
  return !interviewAt || !at || dayOf(interviewAt, timezone) !== dayOf(at, timezone);
}
