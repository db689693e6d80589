import { Database, outbox, Sighting, Vacancy, VacancyObservation, Watch } from '@app/database';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { recordFailure, type WaitingNote } from './note-failures.queries.js';
import { speaksFor } from '../rules/page-posting.policy.js';
import { concludeSighting, OBSERVED, type Conclusion } from '../rules/sighting.policy.js';

/** Tells a candidate's vacancy what a sweep saw of its posting: knowing it and forgetting the sighting is one transaction. */
@Injectable()
export class Sightings {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  async handle(waiting: WaitingNote): Promise<void> {
    const { id, candidateId } = waiting;
    try {
      await this.database.asCandidate(candidateId, async (tx) => {
        const hinted = await tx.findOneBy(Sighting, { id });
        if (!hinted || hinted.parkedAt) return;
        await this.tell(tx, hinted);
      });
    } catch (error) {
      await recordFailure(this.database, 'sightings', waiting, error as Error);
      throw error;
    }
  }

  /** All that waits for this vacancy, in the order in which it was seen. */
  private async tell(tx: EntityManager, { vacancyId }: Sighting): Promise<void> {
    const vacancy = await tx.findOne(Vacancy, { where: { id: vacancyId }, lock: { mode: 'for_no_key_update' } });
    const watch = await tx.findOneBy(Watch, { vacancyId });
    // It is told when the application that was deleted is there again.
    if (vacancy === null || watch?.paused) return;
    const waiting = await tx.find(Sighting, { where: { vacancyId } });
    for (const sighting of waiting.toSorted(inOrder)) {
      // The candidate may have stopped watching, or moved the vacancy to another board.
      if (watch?.boardId === sighting.boardId) await this.observe(tx, sighting, watch);
      await tx.delete(Sighting, { id: sighting.id });
    }
  }

  private async observe(tx: EntityManager, sighting: Sighting, watch: Watch): Promise<void> {
    const { candidateId, vacancyId, kind, observedAt, postingId, url } = sighting;
    const vacancy = await tx.findOneByOrFail(Vacancy, { id: vacancyId });
    if (!speaksFor({ ...vacancy, postingId: watch.postingId, isShared: await isShared(tx, watch) }, sighting)) return;
    if (kind === 'similar') return this.saySimilar(tx, vacancy, sighting);
    const conclusion = concludeSighting(vacancy, { ...sighting, kind });
    const { concluded, ...columns } = conclusion;
    const followed = kind === 'reopened' && vacancy.board !== null ? { board: { ...vacancy.board, postingId } } : {};
    await tx.update(Vacancy, { id: vacancyId }, { ...columns, ...followed, updatedAt: () => 'now()' });
    if (kind === 'reopened') await tx.update(Watch, { id: watch.id }, { postingId });
    await tx.insert(VacancyObservation, {
      id: this.ids.next(),
      candidateId,
      vacancyId,
      status: OBSERVED[kind],
      observedAt,
      postingId,
      url,
      concluded,
    });
    await this.say(tx, vacancy, sighting, conclusion);
  }

  private async say(
    tx: EntityManager,
    vacancy: Vacancy,
    { observedAt, postingId, url, evidence }: Sighting,
    { concluded, closedAt }: Conclusion,
  ): Promise<void> {
    if (concluded === null || closedAt === null) return;
    const { candidateId } = vacancy;
    const fact = factOf(vacancy, observedAt, closedAt);
    if (concluded === 'closed') {
      await outbox.append(tx, this.ids, { candidateId, type: 'vacancy.closed.v1', data: fact });
    } else if (evidence !== null && evidence.grade !== 'similar_role') {
      const data = { ...fact, url, postingId, evidence };
      await outbox.append(tx, this.ids, { candidateId, type: 'vacancy.reopened.v1', data });
    }
  }

  /** Another job: the vacancy stays as it is. */
  private async saySimilar(tx: EntityManager, vacancy: Vacancy, sighting: Sighting): Promise<void> {
    const { observedAt, closedAt, postingId, title, url, evidence } = sighting;
    if (closedAt === null || evidence?.grade !== 'similar_role') return;
    const { candidateId } = vacancy;
    const data = { ...factOf(vacancy, observedAt, closedAt), similar: { postingId, title, url }, evidence };
    await outbox.append(tx, this.ids, { candidateId, type: 'vacancy.similar_role_found.v1', data });
  }
}

async function isShared(tx: EntityManager, { id, boardId }: Watch): Promise<boolean> {
  return tx.existsBy(Watch, { boardId, id: Not(id), vacancyId: Not(IsNull()) });
}

const KINDS: Sighting['kind'][] = ['missing', 'open', 'closed', 'reopened', 'similar'];

function inOrder(one: Sighting, other: Sighting): number {
  const later = one.observedAt.getTime() - other.observedAt.getTime();
  return later || KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind);
}

function factOf({ id, companyId, title }: Vacancy, observedAt: Date, closedAt: Date) {
  const moments = { observedAt: observedAt.toISOString(), closedAt: closedAt.toISOString() };
  return { vacancyId: id, companyId, title, ...moments };
}
