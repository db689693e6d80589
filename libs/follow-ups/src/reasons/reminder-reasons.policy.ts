/** Why a reminder to the candidate must not go, or must wait. */
import { INTERVIEW_STAGES, type Stage } from '@app/contracts';
import type { Asked, Reason, Situation } from './situation.js';
import { ends, holds, isClosedAgain, isInProcess, only } from './verdict.policy.js';

export function reminderReasons(situation: Situation): Reason[] {
  const { senderMissing } = situation;
  const isNowhere = senderMissing === 'address' || senderMissing === 'name_and_address';
  return only([
    ...reminderEnds(situation),
    isNowhere && holds('sender_missing', null, { missing: 'address' }),
    situation.isMailRefused && holds('mailbox_refused'),
  ]);
}

function reminderEnds(situation: Situation): (Reason | false)[] {
  const { asked, application, contact, vacancy, newRoles, rejection, settings } = situation;
  const isAnother = asked.rejectionId !== null && rejection !== null && rejection.id !== asked.rejectionId;
  const isOver = (application?.stage !== 'rejected' || isAnother) && ends('no_longer_rejected');
  const isQuiet = !settings.looking && ends('not_looking');
  const isOptedOut = contact?.doNotContact === true && ends('do_not_contact');
  const isGone = contact === null && ends('contact_deleted');
  const isCold = contact?.isKeptWarm === false && ends('no_rejection_stands');
  const isDeleted = application === null && ends('application_deleted');
  switch (asked.kind) {
    case 'reflection':
      return [isDeleted, isOver];
    case 'find_contact':
      return [isDeleted, isOver, situation.hasReachableContact && ends('contact_found')];
    case 'check_in':
      return [isGone, isOptedOut, isCold];
    case 'half_year':
      return [isGone, isOptedOut, isCold, isQuiet];
    case 'reopened':
      return [isDeleted, isOver, isClosedAgain(situation) && ends('closed_again'), isQuiet];
    case 'interview_prep':
      return [isDeleted, ...preparationEnds(situation)];
    case 'vacancy_closed':
      return [isDeleted, !isInProcess(application?.stage) && ends('no_longer_in_process'), isSeenOpen(asked, vacancy)];
    case 'related_role':
      return [isDeleted, isQuiet];
    case 'board_gone':
      return [isQuiet];
    case 'new_roles':
      return [
        isQuiet,
        !newRoles?.contactNames.length && ends('no_warm_contact'),
        !newRoles?.total && ends('roles_gone'),
      ];
    default:
      return [];
  }
}

function preparationEnds({ asked, application, interview, now }: Situation): (Reason | false)[] {
  const isAhead = application !== null && (INTERVIEW_STAGES as readonly Stage[]).includes(application.stage);
  return [
    application !== null && !isAhead && ends('no_longer_interview'),
    asked.interviewId !== null && interview === null && ends('interview_gone'),
    interview !== null && interview.scheduledAt.toISOString() !== asked.interviewAt && ends('interview_moved'),
    interview !== null && interview.scheduledAt <= now && ends('interview_over'),
  ];
}

function isSeenOpen({ closedAt }: Asked, vacancy: Situation['vacancy']): Reason | false {
  const stands = vacancy?.status === 'closed' && vacancy.closedAt?.toISOString() === closedAt;
  return !stands && ends('seen_open');
}
