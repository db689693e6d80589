/** What the reasons are decided from, for any number of follow-ups of one candidate in one query. */
import {
  DEFAULT_SETTINGS,
  type FollowUpKind,
  LETTER_KINDS,
  mergeSettings,
  nobodyReadsAt,
  type SettingsPatch,
  type Stage,
  type VacancyStatus,
} from '@app/contracts';
import type { FollowUp } from '@app/database';
import type { EntityManager } from 'typeorm';
import { senderLack } from '../sender.policy.js';
import { newRolesNow } from '../new-roles.queries.js';
import { freeAt } from '../wanted-moment.policy.js';
import { reasonsOf } from './reason.policy.js';
import type { Reason, Situation } from './situation.js';

/** A follow-up as its row says, or one that is only thought of yet. */
export type Subject = Pick<FollowUp, Keys | 'kind' | 'since' | 'dueAt' | 'details'> &
  Partial<Pick<FollowUp, 'rejectionId' | 'interviewId' | 'plannedDueAt' | 'heldWhy' | Said>>;
type Keys = 'id' | 'candidateId' | 'applicationId' | 'contactId';
type Said = 'chosenAt' | 'approvedAt' | 'despiteNotLooking' | 'despiteNoLetters';

/** Whether mail stays on this machine: then it may come from nobody. */
export interface Mail {
  isCaptured: boolean;
}

/** Why each of them must not go, must wait or must change, by what the rows say now; by id. */
export async function reasonsNow(
  tx: EntityManager,
  subjects: readonly Subject[],
  mail: Mail,
): Promise<Map<string, Reason[]>> {
  const situations = await situationsNow(tx, subjects, mail);
  return new Map([...situations].map(([id, situation]) => [id, reasonsOf(situation)]));
}

export async function situationsNow(
  tx: EntityManager,
  subjects: readonly Subject[],
  mail: Mail,
): Promise<Map<string, Situation>> {
  const found = new Map<string, Situation>();
  if (subjects.length === 0) return found;
  const rows: Row[] = await tx.query(situationsOf(subjects.length), [
    JSON.stringify(subjects.map(keysOf)),
    subjects[0]!.candidateId,
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const subject of subjects) {
    const newRoles = subject.kind === 'new_roles' ? await newRolesNow(tx, subject) : null;
    found.set(subject.id, situationOf(subject, byId.get(subject.id)!, newRoles, mail));
  }
  return found;
}

const keysOf = ({ id, kind, applicationId, contactId, interviewId = null, chosenAt = null }: Subject) => ({
  id,
  is_letter: (LETTER_KINDS as readonly FollowUpKind[]).includes(kind),
  is_answer: kind === 'feedback_request' || kind === 'thank_you',
  application_id: applicationId,
  contact_id: contactId,
  interview_id: interviewId,
  chosen_at: chosenAt,
});

interface Row {
  id: string;
  name: string | null;
  email: string | null;
  settings: SettingsPatch;
  now: Date;
  acceptedAt: Date | null;
  stage: Stage | null;
  presentContactId: string | null;
  presentAddress: string | null;
  presentUnread: boolean | null;
  rejectionId: string | null;
  reasonCategory: string | null;
  vacancyStatus: VacancyStatus | null;
  vacancyClosedAt: Date | null;
  interviewAt: Date | null;
  hasContact: boolean;
  address: string | null;
  doNotContact: boolean;
  isBounced: boolean;
  unread: boolean | null;
  lastMailInAt: Date | null;
  lastManualMailOutAt: Date | null;
  lastUnansweredLetterAt: Date | null;
  isKeptWarm: boolean;
  writtenBeforeAt: Date | null;
  isMailRefused: boolean;
}

function situationOf(subject: Subject, row: Row, newRoles: Situation['newRoles'], mail: Mail): Situation {
  return {
    asked: {
      kind: subject.kind,
      contactId: subject.contactId,
      rejectionId: subject.rejectionId ?? null,
      interviewId: subject.interviewId ?? null,
      since: subject.since,
      dueAt: freeAt({ plannedDueAt: null, chosenAt: null, approvedAt: null, heldWhy: null, ...subject }),
      isOfEarlierVersion: subject.plannedDueAt === null,
      ...momentsOf(subject.details),
      chosenAt: subject.chosenAt ?? null,
      approvedAt: subject.approvedAt ?? null,
      despiteNotLooking: subject.despiteNotLooking ?? false,
      despiteNoLetters: subject.despiteNoLetters ?? false,
    },
    application: row.stage && { stage: row.stage, contactId: row.presentContactId },
    contact: row.hasContact ? contactOf(row) : null,
    rejection: row.rejectionId === null ? null : { id: row.rejectionId, reasonCategory: row.reasonCategory },
    vacancy: row.vacancyStatus && { status: row.vacancyStatus, closedAt: row.vacancyClosedAt },
    interview: row.interviewAt && { scheduledAt: row.interviewAt },
    hasReachableContact:
      row.presentAddress !== null && !nobodyReadsAt({ email: row.presentAddress, unread: row.presentUnread }),
    newRoles,
    acceptedAt: row.acceptedAt,
    writtenBeforeAt: row.writtenBeforeAt,
    senderMissing: senderLack(row, mail.isCaptured),
    isMailRefused: !mail.isCaptured && row.isMailRefused,
    settings: mergeSettings(DEFAULT_SETTINGS, row.settings),
    now: row.now,
  };
}

function momentsOf(details: object | null): Pick<Situation['asked'], 'closedAt' | 'interviewAt'> {
  const { closedAt = null, interviewAt = null } = (details ?? {}) as { closedAt?: string; interviewAt?: string };
  return { closedAt, interviewAt };
}

function contactOf(row: Row): NonNullable<Situation['contact']> {
  return {
    email: row.address,
    doNotContact: row.doNotContact,
    isBounced: row.isBounced,
    isUnread: nobodyReadsAt({ email: row.address, unread: row.unread }),
    lastMailInAt: row.lastMailInAt,
    lastManualMailOutAt: row.lastManualMailOutAt,
    lastUnansweredLetterAt: row.lastUnansweredLetterAt,
    isKeptWarm: row.isKeptWarm,
  };
}

/**
 * The gap is the person's and that of every address they have or had, whoever was recorded with it: a letter to any counts, and so does an
 * answer. The candidate is named beside row level security: the worker's policies on follow-ups are two, and no index serves both.
 * `count`: said in the text, so that the planner knows how few they are; and each reader is asked alone, since it takes them for a thousand.
 */
const situationsOf = (count: number) => `
with s as materialized (
  select * from jsonb_to_recordset($1::jsonb) as r (id uuid, is_letter boolean, is_answer boolean, application_id uuid, contact_id uuid, interview_id uuid, chosen_at timestamptz) limit ${count}),
readers as materialized (
  select * from readers_at($2::uuid, array(
    select key from contacts, unnest(former_keys || email_key) key
    where candidate_id = $2 and id in (select contact_id from s where is_letter) and key is not null)))
select s.id, me.name, me.email, me.settings, now() as now, accepted.at as "acceptedAt",
  a.stage, a.contact_id as "presentContactId",
  case when present.bounced_at is null and not present.do_not_contact then present.email end as "presentAddress",
  present.unread as "presentUnread",
  r.id as "rejectionId", r.reason_category as "reasonCategory",
  v.status as "vacancyStatus", v.closed_at as "vacancyClosedAt", i.scheduled_at as "interviewAt",
  c.id is not null as "hasContact", c.email as address, c.unread,
  coalesce(c.do_not_contact, false) or marks.opted_out as "doNotContact",
  c.bounced_at is not null or marks.dead as "isBounced",
  mail.last_in as "lastMailInAt", mail.last_manual_out as "lastManualMailOutAt",
  greatest(letter.at, case when answer.at > marks.written then null else marks.written end) as "lastUnansweredLetterAt",
  c.last_touch_at is not null and exists (
    select from applications said join rejections no on no.application_id = said.id and no.revoked_at is null
    where said.contact_id = c.id and said.stage = 'rejected') as "isKeptWarm",
  mailbox_refuses($2::uuid, s.id, own.refused_at, own.refused_until, own.refused_alone, s.chosen_at) as "isMailRefused",
  case when s.is_answer then letter_before_deletion($2::uuid, a.id, r.id, c.id, had.keys) end as "writtenBeforeAt"
from s
join candidates me on me.id = $2
cross join lateral (
  select max(sc.at) as at from applications won
  join lateral (select at from stage_changes where application_id = won.id and to_stage = 'accepted'
                order by id desc limit 1) sc on true
  where won.candidate_id = $2 and won.stage = 'accepted' and not won.sample) accepted
left join follow_ups own on own.id = s.id and own.candidate_id = $2
left join applications a on a.id = s.application_id and a.candidate_id = $2
left join contacts present on present.id = a.contact_id and present.candidate_id = $2
left join rejections r on r.application_id = a.id and r.revoked_at is null
left join vacancies v on v.id = a.vacancy_id and v.candidate_id = $2
left join interviews i on i.id = s.interview_id
left join contacts c on c.id = s.contact_id and c.candidate_id = $2
cross join lateral (select array_remove(c.former_keys || c.email_key, null) as keys) had
left join lateral (
  select coalesce(bool_or(kind = 'opted_out'), false) as opted_out, coalesce(bool_or(kind = 'dead'), false) as dead,
    max(at) filter (where kind = 'written') as written
  from address_marks where candidate_id = $2 and address_hash in (select address_hash($2::uuid, k) from unnest(had.keys) k)
    and (kind = 'written' or address_hash = address_hash($2::uuid, c.email_key))) marks on true
left join lateral (
  select max(at) filter (where direction = 'in') as last_in,
    max(at) filter (where direction = 'out' and follow_up_id is null) as last_manual_out
  from touches where candidate_id = $2 and contact_id = c.id and kind = 'mail') mail on true
left join lateral (
  select max(mail.at) as at from (select c.id union select id from readers where keys_had && had.keys) reader
  cross join lateral (
    select max(at) as at from touches
    where candidate_id = $2 and contact_id = reader.id and kind = 'mail' and direction = 'in') mail) answer on true
left join lateral (
  select max(sent.at) as at from (select c.id union select id from readers where keys_had && had.keys) reader
  join follow_ups f on f.contact_id = reader.id and f.candidate_id = $2 and f.id is distinct from s.id
    and f.audience = 'contact' and f.state in ('sent', 'unconfirmed')
  cross join lateral (select coalesce(f.sent_at, f.updated_at) as at) sent
  where answer.at is null or answer.at <= sent.at) letter on true`;
