/** Why a letter to a contact must not go, must wait, or needs a yes. */
import { namesReason, type Settings } from '@app/contracts';
import { addDuration } from '../duration.policy.js';
import type { Asked, ContactNow, Reason, Situation } from './situation.js';
import { ends, holds, isClosedAgain, only } from './verdict.policy.js';

export function letterReasons(situation: Situation): Reason[] {
  const { asked, application, contact, settings, now } = situation;
  const isOutreach = asked.kind === 'reopened_outreach';
  return only([
    ...personReasons(situation),
    ...rejectionReasons(situation),
    wasAcceptedSince(situation) && ends('offer_accepted', { at: situation.acceptedAt!.toISOString() }),
    isOutreach && isClosedAgain(situation) && ends('closed_again'),
    !isOutreach && now > lapsesAt(asked, settings) && ends('too_late', { since: asked.since.toISOString() }),
    application !== null && !settings.looking && !asked.despiteNotLooking && holds('not_looking'),
    !isOutreach && !settings.feedbackRequest.enabled && holds('disabled'),
    situation.senderMissing !== null && holds('sender_missing', null, { missing: situation.senderMissing }),
    ...theLongerFirst([...gapReason(asked, contact, settings, now), ...pauseReason(asked, settings, now)]),
    situation.isMailRefused && holds('mailbox_refused'),
    !isOutreach && recordedAnew(situation),
    !isOutreach && settings.approval === 'review' && asked.approvedAt === null && NOT_APPROVED,
  ]);
}

const NOT_APPROVED: Reason = { code: 'not_approved', effect: 'asks', until: null, facts: {} };

/** It may be what they were asked about, unless the candidate let it go or chose a moment for it. */
function recordedAnew({ asked, writtenBeforeAt }: Situation): Reason | false {
  if (writtenBeforeAt === null || asked.approvedAt !== null || asked.chosenAt !== null) return false;
  return { code: 'written_before', effect: 'asks', until: null, facts: { at: writtenBeforeAt.toISOString() } };
}

function personReasons({ asked, application, contact }: Situation): (Reason | false)[] {
  const isSince = (at: Date | null) => at !== null && at > asked.since;
  return [
    application === null && ends('application_deleted'),
    application !== null &&
      asked.contactId !== null &&
      application.contactId !== asked.contactId &&
      ends('contact_changed'),
    (contact === null || contact.email === null) && ends('no_address'),
    contact?.doNotContact === true && ends('do_not_contact'),
    contact?.isBounced === true && ends('address_bounced'),
    contact?.isUnread === true && ends('unread_address', { address: contact.email }),
    isSince(contact?.lastMailInAt ?? null) && ends('contact_wrote'),
    isSince(contact?.lastManualMailOutAt ?? null) && ends('candidate_wrote'),
  ];
}

function rejectionReasons({ asked, application, rejection }: Situation): (Reason | false)[] {
  const isAnother = asked.rejectionId !== null && rejection !== null && rejection.id !== asked.rejectionId;
  const given = rejection !== null && namesReason(rejection.reasonCategory);
  return [
    application !== null && (application.stage !== 'rejected' || isAnother) && ends('no_longer_rejected'),
    asked.kind === 'feedback_request' && given && ends('reasons_given'),
    asked.kind === 'thank_you' &&
      rejection !== null &&
      !given &&
      !asked.isOfEarlierVersion &&
      ends('reasons_taken_back'),
  ];
}

/** An acceptance is a moment: what happened after it has nothing to do with it. */
function wasAcceptedSince({ asked, acceptedAt }: Situation): boolean {
  return acceptedAt !== null && acceptedAt > asked.since;
}

const FIRST_GO_GRACE = 'P20D';
const CHOSEN_GRACE = 'P7D';

/** From when on an answer to a rejection would seem odd, unless the candidate let it go or chose a moment lately. */
export function lapsesAt(
  { since, chosenAt }: Pick<Asked, 'since' | 'chosenAt'>,
  { feedbackRequest }: Pick<Settings, 'feedbackRequest'>,
): Date {
  const first = addDuration(addDuration(since, feedbackRequest.delay, 'UTC'), FIRST_GO_GRACE, 'UTC');
  const chosen = chosenAt && addDuration(chosenAt, CHOSEN_GRACE, 'UTC');
  return chosen !== null && chosen > first ? chosen : first;
}

function gapReason(asked: Asked, contact: ContactNow | null, settings: Settings, now: Date): Reason[] {
  const { contactGap, timezone } = settings;
  const lastUnansweredLetterAt = contact?.lastUnansweredLetterAt ?? null;
  const until = gapUntil({ lastUnansweredLetterAt, contactGap, timezone, now });
  return until !== null && until > asked.dueAt ? [holds('contact_gap', until)] : [];
}

/** The candidate lets no letters go for a while; what would go after that is not concerned. */
function pauseReason(asked: Asked, settings: Settings, now: Date): Reason[] {
  const until = pausedUntil(settings, now);
  if (until === null || asked.despiteNoLetters || asked.dueAt >= until) return [];
  const lapses = lapsesAt(asked, settings);
  const isLost = asked.kind !== 'reopened_outreach' && lapses < until;
  const facts = { until: until.toISOString(), ...(isLost && { endsAt: lapses.toISOString() }) };
  return [holds('no_letters_until', until, facts)];
}

/** Until when no letters go; null when they may. */
export function pausedUntil({ noLettersUntil }: Pick<Settings, 'noLettersUntil'>, now: Date): Date | null {
  const until = noLettersUntil === null ? null : new Date(noLettersUntil);
  return until !== null && until > now ? until : null;
}

const theLongerFirst = (reasons: Reason[]): Reason[] => reasons.sort((a, b) => Number(b.until) - Number(a.until));

interface Gap {
  lastUnansweredLetterAt: Date | null;
  contactGap: string;
  timezone: string;
  now: Date;
}

/** Until when a contact is left in peace after a letter they have not answered; null when they may be written to. */
export function gapUntil({ lastUnansweredLetterAt, contactGap, timezone, now }: Gap): Date | null {
  if (lastUnansweredLetterAt === null) return null;
  const until = addDuration(lastUnansweredLetterAt, contactGap, timezone);
  return until > now ? until : null;
}
