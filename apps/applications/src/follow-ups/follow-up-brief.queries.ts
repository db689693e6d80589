/** What is shown of a follow-up wherever it is shown, from few queries for any number of them. */
import { PENDING_STATES, type StoredState } from '@app/contracts';
import { databaseNow, type FollowUp } from '@app/database';
import { type FollowUpText, type Reason, reasonsNow, sentence, textsOf, whyOf } from '@app/follow-ups';
import type { EntityManager } from 'typeorm';
import type { Env } from '../env.js';
import { shownState } from './follow-up.policy.js';
import { type About, namesOf } from './follow-up-names.queries.js';
import type { FollowUpBrief } from './follow-ups.schemas.js';

export interface ShownBy {
  publicUrl: string;
  mail: { isCaptured: boolean };
}

export const shownBy = ({ PUBLIC_URL, PORT, CAPTURED_MAIL_DIR }: Env): ShownBy => ({
  publicUrl: PUBLIC_URL ?? `http://127.0.0.1:${PORT}`,
  mail: { isCaptured: CAPTURED_MAIL_DIR !== undefined },
});

/** By follow-up id. */
export interface Surroundings {
  now: Date;
  texts: Map<string, FollowUpText>;
  reasons: Map<string, Reason[]>;
  names: Map<string, About>;
}

export async function surroundingsOf(
  tx: EntityManager,
  followUps: FollowUp[],
  { publicUrl, mail }: ShownBy,
): Promise<Surroundings> {
  const now = await databaseNow(tx);
  return {
    now,
    texts: await textsOf(tx, followUps, publicUrl),
    reasons: await reasonsNow(tx, followUps.filter(isPending), mail),
    names: await namesOf(tx, followUps, now),
  };
}

export function brief(followUp: FollowUp, { now, texts, reasons, names }: Surroundings): FollowUpBrief {
  return {
    id: followUp.id,
    kind: followUp.kind,
    audience: followUp.audience,
    dueAt: followUp.dueAt.toISOString(),
    state: shownState(followUp, now),
    subject: texts.get(followUp.id)!.subject,
    ...whyOf({ code: followUp.whyCode, facts: followUp.whyFacts }),
    heldWhy: followUp.heldWhy,
    heldUntil: followUp.heldUntil?.toISOString() ?? null,
    reasons: (reasons.get(followUp.id) ?? []).map(showReason),
    ...names.get(followUp.id)!,
    sample: followUp.sample,
    sentAt: followUp.sentAt?.toISOString() ?? null,
    updatedAt: followUp.updatedAt.toISOString(),
  };
}

const isPending = ({ state }: FollowUp): boolean => (PENDING_STATES as readonly StoredState[]).includes(state);

const showReason = (reason: Reason) => ({
  code: reason.code,
  effect: reason.effect,
  until: reason.until?.toISOString() ?? null,
  text: sentence(reason, 'en'),
  facts: { ...reason.facts },
});
