import { FollowUp, type Rejection } from '@app/database';
import { reasonsNow } from '../reasons/index.js';
import type { Ids } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { Mail } from '../reasons/index.js';
import { done, planAgain } from './changing.queries.js';
import { letterDueAt, letterKindFor, planLetter, spreadKeyOf } from './letter-plan.policy.js';
import { type LetterRow, letterStep, wantsContact } from './letter-step.policy.js';
import type { Planned } from './planned.policy.js';
import { insertPlanned, type Origin } from './planning.queries.js';
import { asItWas, isEndedForNow } from './reconsider.policy.js';
import { planReflection, searchForContact } from './rejected.policy.js';
import {
  isLookedFor,
  isOccupied,
  lettersAbout,
  rejectedApplication,
  type RejectedApplication,
} from './rejection-facts.queries.js';

/** The plan of a rejection as its rows call for it now: one letter, a look back, and somebody to find where nobody can be reached. */
export class RejectionPlan {
  constructor(
    private readonly ids: Ids,
    private readonly mail: Mail,
  ) {}

  async complete(tx: EntityManager, candidateId: string, applicationId: string): Promise<void> {
    const found = await rejectedApplication(tx, candidateId, applicationId);
    if (!found) return;
    const planned = await this.letter(tx, found);
    await this.reflection(tx, found);
    const letters = await lettersAbout(tx, found.rejection);
    await this.search(tx, found, wantsContact(letters as LetterRow[], planned));
  }

  private async letter(tx: EntityManager, found: RejectedApplication): Promise<Planned> {
    const { application, rejection } = found;
    const planned = await this.wouldBe(tx, found);
    const letters = await lettersAbout(tx, rejection);
    const step = letterStep(letters as LetterRow[], planned, application.contactId);
    if (step.kind === 'plan') await insertPlanned(tx, this.ids, originOf(found), step.planned);
    if (step.kind === 'again') {
      const row = letters.find(({ id }) => id === step.row.id)!;
      await planAgain(tx, this.ids, row, step.planned);
    }
    return planned;
  }

  /** The letter as it would be planned now if there were none yet. */
  private async wouldBe(tx: EntityManager, found: RejectedApplication): Promise<Planned> {
    const { application, rejection, contact, settings, now } = found;
    const place = { contact, settings, spreadKey: spreadKeyOf(rejection.id) };
    const subject = {
      ...originOf(found),
      id: this.ids.next(),
      kind: letterKindFor(rejection),
      dueAt: letterDueAt(place, rejection, now),
      details: null,
    };
    const reasons = await reasonsNow(tx, [subject], this.mail);
    const hasPendingLetter = await isOccupied(tx, application);
    return planLetter({ ...place, rejection, reasons: reasons.get(subject.id)!, hasPendingLetter, now });
  }

  private async reflection(tx: EntityManager, found: RejectedApplication): Promise<void> {
    const { rejection, settings, now } = found;
    const [known] = await ofKind(tx, rejection, 'reflection');
    const planned = planReflection({ receivedAt: rejection.receivedAt, settings, now });
    if (!planned) return;
    if (!known) await insertPlanned(tx, this.ids, originOf(found), planned);
    else if (isOpen(known)) await planAgain(tx, this.ids, known, asItWas(known, planned));
  }

  private async search(tx: EntityManager, found: RejectedApplication, isWanted: boolean): Promise<void> {
    const [known] = await ofKind(tx, found.rejection, 'find_contact');
    if (isWanted && isOpen(known) && !(await isLookedFor(tx, found.application))) {
      const planned = searchForContact(found.now);
      // Of one that was told of already the next mail would be the same.
      const isToldOf = known?.state === 'done' && known.sentAt !== null;
      if (known && !isToldOf) await planAgain(tx, this.ids, known, asItWas(known, planned));
      else await insertPlanned(tx, this.ids, originOf(found), known ? asItWas(known, planned) : planned);
    }
    if (known?.state !== 'sent') return;
    const reasons = (await reasonsNow(tx, [known], this.mail)).get(known.id)!;
    const isFound = reasons.find(({ code }) => code === 'contact_found');
    if (isFound) await done(tx, known, isFound);
  }
}

/** Never planned, or ended by a reason that has passed: the plan is only completed once none stands. */
const isOpen = (known: FollowUp | undefined): boolean =>
  known === undefined || isEndedForNow(known) || (known.state === 'done' && known.endedWhy === 'contact_found');

const ofKind = (tx: EntityManager, { candidateId, id: rejectionId }: Rejection, kind: FollowUp['kind']) =>
  tx.find(FollowUp, { where: { candidateId, rejectionId, kind }, order: { id: 'DESC' } });

function originOf({ application, rejection }: RejectedApplication): Origin {
  return {
    candidateId: application.candidateId,
    sourceId: null,
    applicationId: application.id,
    contactId: application.contactId,
    rejectionId: rejection.id,
    since: rejection.receivedAt,
  };
}

/** When a waiting letter or reflection would be due by the settings of now, had it been planned with them. */
export function plannedAgainAt(row: FollowUp, { contact, settings, rejection }: RejectedApplication): Date {
  const { receivedAt } = rejection;
  if (row.kind === 'reflection')
    return planReflection({ receivedAt, settings, now: row.createdAt })?.dueAt ?? row.dueAt;
  return letterDueAt({ contact, settings, spreadKey: spreadKeyOf(rejection.id) }, rejection, row.createdAt);
}
