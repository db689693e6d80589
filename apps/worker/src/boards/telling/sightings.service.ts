import {
  Board,
  Database,
  outbox,
  type Reopening,
  Sighting,
  type SightingEvidence,
  Vacancy,
  VacancyObservation,
  Watch,
} from '@app/database';
import { Ids } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordFailure, type WaitingNote } from './note-failures.queries.js';
import { concludeSighting, OBSERVED, type Conclusion, type Seen } from '../rules/sighting.policy.js';
import { isGoneFor, sightFor, type WatchedJob } from '../rules/watched-job.policy.js';
import { watchedBeside } from './watched-beside.queries.js';

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
  private async tell(tx: EntityManager, { candidateId, vacancyId }: Sighting): Promise<void> {
    const vacancy = await tx.findOne(Vacancy, { where: { id: vacancyId }, lock: { mode: 'for_no_key_update' } });
    const watch = await tx.findOneBy(Watch, { candidateId, vacancyId });
    // It is told when the application that was deleted is there again.
    if (vacancy === null || watch?.paused) return;
    const waiting = await tx.find(Sighting, { where: { candidateId, vacancyId } });
    for (const sighting of waiting.toSorted(inOrder)) {
      // The candidate may have stopped watching, or moved the vacancy to another board or posting.
      const isOfWatch = watch?.boardId === sighting.boardId && sighting.observedAt >= watch.createdAt;
      if (isOfWatch) await this.hear(tx, sighting, watch);
      await tx.delete(Sighting, { id: sighting.id });
    }
  }

  private async hear(tx: EntityManager, sighting: Sighting, watch: Watch): Promise<void> {
    const { vacancyId, title, evidence, byPage } = sighting;
    const vacancy = await tx.findOneByOrFail(Vacancy, { id: vacancyId });
    if (sighting.kind === 'board_gone') return this.sayGone(tx, vacancy, sighting, watch);
    const job: WatchedJob = { id: watch.id, vacancyTitle: vacancy.title, jobTitle: watch.title };
    const beside = byPage ? await watchedBeside(tx, watch) : [];
    const previousTitle = evidence?.previousTitle ?? null;
    if (sighting.kind === 'page_gone') {
      const isTheirs = vacancy.status !== 'closed' && isGoneFor(job, title, beside);
      if (isTheirs) await this.observe(tx, vacancy, { ...sighting, kind: 'closed' }, watch);
      return this.markToldGone(tx, watch, sighting);
    }
    const wasGone = watch.goneToldAt !== null && vacancy.status === 'closed';
    const pageIsBack = wasGone && sighting.kind === 'reopened' && isGoneFor(job, previousTitle ?? title, beside);
    const kind = sightFor(job, { kind: sighting.kind, title, previousTitle, byPage, pageIsBack }, beside);
    if (kind === 'similar') return this.saySimilar(tx, vacancy, sighting, watch);
    if (kind !== null) await this.observe(tx, vacancy, { ...sighting, kind }, watch);
  }

  private async observe(
    tx: EntityManager,
    vacancy: Vacancy,
    sighting: Sighting & { kind: Seen['kind'] },
    watch: Watch,
  ): Promise<void> {
    const { candidateId, vacancyId, kind, observedAt, postingId, url } = sighting;
    const conclusion = concludeSighting(vacancy, sighting);
    const { concluded, ...columns } = conclusion;
    const followed = kind === 'reopened' && vacancy.board !== null ? { board: { ...vacancy.board, postingId } } : {};
    await tx.update(Vacancy, { id: vacancyId }, { ...columns, ...followed, updatedAt: () => 'now()' });
    if (kind === 'reopened') {
      watch.title = null;
      await tx.update(Watch, { id: watch.id }, { postingId, title: null, goneToldAt: null });
    }
    await tx.insert(VacancyObservation, {
      id: this.ids.next(),
      candidateId,
      vacancyId,
      status: OBSERVED[kind],
      observedAt,
      postingId,
      url,
      concluded,
      reopening: reopeningOf(sighting, conclusion),
    });
    await this.say(tx, vacancy, sighting, conclusion);
  }

  private async say(tx: EntityManager, vacancy: Vacancy, sighting: Sighting, conclusion: Conclusion): Promise<void> {
    const { observedAt, postingId, url } = sighting;
    const { concluded, closedAt } = conclusion;
    if (concluded === null || closedAt === null) return;
    const { candidateId } = vacancy;
    const fact = factOf(vacancy, observedAt, closedAt);
    if (concluded === 'closed') {
      await outbox.append(tx, this.ids, { candidateId, type: 'vacancy.closed.v1', data: fact });
      return;
    }
    const reopening = reopeningOf(sighting, conclusion);
    if (reopening !== null) {
      const data = { ...fact, ...reopening, url, postingId };
      await outbox.append(tx, this.ids, { candidateId, type: 'vacancy.reopened.v1', data });
    }
  }

  /** Another job: the vacancy stays as it is. Where it took the posting's very id, that is the vacancy's no more. */
  private async saySimilar(tx: EntityManager, vacancy: Vacancy, sighting: Sighting, watch: Watch): Promise<void> {
    const { observedAt, closedAt, postingId, title, url, evidence, byPage } = sighting;
    if (closedAt === null || evidence === null || 'daysAbsent' in evidence) return;
    if (!byPage && evidence.previousPostingId === postingId && evidence.previousTitle !== undefined) {
      watch.title = evidence.previousTitle;
      await tx.update(Watch, { id: watch.id }, { title: watch.title });
    }
    const { candidateId } = vacancy;
    const data = { ...factOf(vacancy, observedAt, closedAt), similar: { postingId, title, url }, evidence };
    await outbox.append(tx, this.ids, { candidateId, type: 'vacancy.similar_role_found.v1', data });
  }

  private async markToldGone(tx: EntityManager, { id, candidateId }: Watch, { observedAt }: Sighting): Promise<void> {
    await tx.update(Watch, { id, candidateId }, { goneToldAt: observedAt });
  }

  private async sayGone(tx: EntityManager, vacancy: Vacancy, sighting: Sighting, watch: Watch): Promise<void> {
    const { candidateId, boardId, observedAt, closedAt: goneSince } = sighting;
    if (goneSince === null) return;
    const { provider, slug } = await tx.findOneByOrFail(Board, { id: boardId });
    const { id: vacancyId, companyId, title } = vacancy;
    const moments = { observedAt: observedAt.toISOString(), goneSince: goneSince.toISOString() };
    const data = { vacancyId, companyId, title, ...moments, board: { provider, slug } };
    await outbox.append(tx, this.ids, { candidateId, type: 'vacancy.board_gone.v1', data });
    await this.markToldGone(tx, watch, sighting);
  }
}

const KINDS: Sighting['kind'][] = ['missing', 'open', 'closed', 'page_gone', 'reopened', 'similar', 'board_gone'];
const DAY_MS = 86_400_000;

/** As it is kept beside what was seen, and told. */
function reopeningOf({ observedAt, evidence }: Sighting, { concluded, closedAt }: Conclusion): Reopening | null {
  if (concluded !== 'reopened' || closedAt === null || evidence === null) return null;
  return { closedAt: closedAt.toISOString(), evidence: asBack(evidence, { observedAt, closedAt }) };
}

/** Another job had its id in between: to those who watched the former one it is back. */
function asBack(evidence: SightingEvidence, { observedAt, closedAt }: { observedAt: Date; closedAt: Date }) {
  if ('daysAbsent' in evidence) return evidence;
  const daysAbsent = Math.max(0, Math.floor((observedAt.getTime() - closedAt.getTime()) / DAY_MS));
  return { ...evidence, grade: 'same_posting' as const, daysAbsent };
}

function inOrder(one: Sighting, other: Sighting): number {
  const later = one.observedAt.getTime() - other.observedAt.getTime();
  return later || KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind);
}

function factOf({ id, companyId, title }: Vacancy, observedAt: Date, closedAt: Date) {
  const moments = { observedAt: observedAt.toISOString(), closedAt: closedAt.toISOString() };
  return { vacancyId: id, companyId, title, ...moments };
}
