import { REJECTABLE_STAGES, type Stage } from '@app/contracts';
import { Application, candidateWithSettings, databaseNow, FollowUp } from '@app/database';
import type { Ids } from '@app/platform';
import { In, type EntityManager } from 'typeorm';
import type { Envelope } from './envelope.js';
import type { Planned } from './planned.policy.js';
import { insertPlanned } from './planning.queries.js';
import { planBoardGone, planRelatedRole } from './board-notices.policy.js';

const CONCERNED: Stage[] = ['saved', ...REJECTABLE_STAGES, 'rejected'];

/** A word in the next digest, one for each vacancy or board: a vacancy's other applications need no second one. */
export class BoardNotices {
  constructor(private readonly ids: Ids) {}

  async related(tx: EntityManager, message: Envelope<'vacancy.similar_role_found.v1'>): Promise<void> {
    if (message.data.evidence.grade !== 'related_role') return;
    const application = await latestOf(tx, message.data.vacancyId);
    if (application)
      await this.plan(tx, message, application, planRelatedRole(message.data, await momentOf(tx, message)));
  }

  async gone(tx: EntityManager, message: Envelope<'vacancy.board_gone.v1'>): Promise<void> {
    const planned = planBoardGone(message.data, await momentOf(tx, message));
    const { candidateId } = message;
    const told = await tx.findBy(FollowUp, { candidateId, kind: 'board_gone' });
    if (told.some(({ details }) => isSameBoard(details, planned.details))) return;
    await this.plan(tx, message, await latestOf(tx, message.data.vacancyId), planned);
  }

  private async plan(
    tx: EntityManager,
    { id: sourceId, candidateId, data }: Envelope<'vacancy.similar_role_found.v1' | 'vacancy.board_gone.v1'>,
    application: Application | null,
    planned: Planned,
  ): Promise<void> {
    const applicationId = application?.id ?? null;
    const since = new Date(data.observedAt);
    await insertPlanned(tx, this.ids, { candidateId, sourceId, applicationId, contactId: null, since }, planned);
  }
}

const latestOf = (tx: EntityManager, vacancyId: string): Promise<Application | null> =>
  tx.findOne(Application, { where: { vacancyId, stage: In(CONCERNED) }, order: { id: 'DESC' } });

async function momentOf(tx: EntityManager, { candidateId }: { candidateId: string }) {
  const { settings } = await candidateWithSettings(tx, candidateId);
  return { settings, now: await databaseNow(tx) };
}

/** Gone since the same moment: another vacancy on it said so. */
function isSameBoard(...[told, planned]: (object | null | undefined)[]): boolean {
  const [one, other] = [told, planned].map((details) => (details as { board?: Gone } | null)?.board);
  return one !== undefined && one.name === other?.name && one.goneSince === other.goneSince;
}

interface Gone {
  name: string;
  goneSince: string;
}
