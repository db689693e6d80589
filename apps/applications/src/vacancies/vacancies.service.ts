import { refusal } from '@app/contracts';
import { Database, databaseNow, outbox, Vacancy, VacancyObservation } from '@app/database';
import { Ids, RuleViolation } from '@app/platform';
import { changeVacancy, findOrCreateCompany } from '@app/recording';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { companyNames } from '../companies/companies.queries.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { entityTag, requireMatch, tagged } from '../http/entity-tag.js';
import { type Page, pageOf } from '../http/paging.js';
import { pastMoment } from '../moment.policy.js';
import { insertVacancy, latestObservations, vacanciesPage, vacancyById, vacancyInUse } from './vacancies.queries.js';
import type {
  ObservationBody,
  VacanciesQuery,
  VacancyAnswer,
  VacancyBody,
  VacancyPatch,
  VacancyWithHistory,
} from './vacancies.schemas.js';
import { conclude, type Conclusion, evidence, type Sighting } from './vacancy.policy.js';

@Injectable()
export class VacanciesService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  list(candidateId: string, query: VacanciesQuery): Promise<Page<VacancyAnswer>> {
    return this.database.asReader(candidateId, async (tx) => {
      const rows = await vacanciesPage(tx, query);
      const names = await companyNames(
        tx,
        rows.map(({ companyId }) => companyId),
      );
      return pageOf(
        rows,
        query.limit,
        ({ id }) => [id],
        (row) => show(row, names),
      );
    });
  }

  get(candidateId: string, id: string): Promise<VacancyWithHistory> {
    return this.database.asReader(candidateId, async (tx) => showWithHistory(tx, await vacancyById(tx, id)));
  }

  create(caller: Caller, { companyName, ...vacancy }: VacancyBody): Promise<VacancyAnswer> {
    const { candidateId } = caller;
    return this.commands.run(caller, async (tx) => {
      const company = await findOrCreateCompany(tx, this.ids, candidateId, companyName);
      return showOne(tx, await insertVacancy(tx, this.ids, { ...vacancy, candidateId, companyId: company.id }));
    });
  }

  change(caller: Caller, id: string, patch: VacancyPatch): Promise<VacancyAnswer> {
    return this.commands.run(caller, async (tx) => {
      const vacancy = await vacancyById(tx, id, true);
      await requireMatch(caller, () => entityTag(vacancy));
      await changeVacancy(tx, this.ids, vacancy, patch);
      return showOne(tx, await vacancyById(tx, id));
    });
  }

  remove(caller: Caller, id: string): Promise<void> {
    return this.commands.run(caller, async (tx) => {
      const vacancy = await vacancyById(tx, id, 'with_key');
      await requireMatch(caller, () => entityTag(vacancy));
      if (await vacancyInUse(tx, id)) {
        throw new RuleViolation(refusal('in_use', { what: 'vacancy' }));
      }
      await tx.delete(Vacancy, { id });
    });
  }

  observe(caller: Caller, id: string, body: ObservationBody): Promise<VacancyWithHistory> {
    const { candidateId } = caller;
    return this.commands.run(caller, async (tx) => {
      const vacancy = await vacancyById(tx, id, true);
      const at = pastMoment(body.observedAt, await databaseNow(tx), '/observedAt');
      const seen = { status: body.status, at, url: body.url ?? null, postingId: body.postingId ?? null };
      const conclusion = conclude(known(vacancy), seen);
      const { concluded, ...columns } = conclusion;
      await tx.update(Vacancy, { id }, { ...columns, updatedAt: () => 'now()' });
      const { status, url, postingId } = seen;
      const row = {
        id: this.ids.next(),
        candidateId,
        vacancyId: id,
        status,
        observedAt: at,
        url,
        postingId,
        concluded,
      };
      await tx.insert(VacancyObservation, row);
      await this.say(tx, vacancy, seen, conclusion);
      return showWithHistory(tx, await vacancyById(tx, id));
    });
  }

  private async say(tx: EntityManager, vacancy: Vacancy, seen: Sighting, conclusion: Conclusion): Promise<void> {
    const { concluded, closedAt } = conclusion;
    if (concluded === null || closedAt === null) return;
    const { candidateId, companyId, title } = vacancy;
    const observedAt = seen.at.toISOString();
    const data = { vacancyId: vacancy.id, companyId, title, observedAt, closedAt: closedAt.toISOString() };
    if (concluded === 'closed') {
      await outbox.append(tx, this.ids, { candidateId, type: 'vacancy.closed.v1', data });
      return;
    }
    await outbox.append(tx, this.ids, {
      candidateId,
      type: 'vacancy.reopened.v1',
      data: {
        ...data,
        url: seen.url ?? vacancy.url,
        postingId: seen.postingId ?? known(vacancy).postingId,
        evidence: evidence(known(vacancy), seen),
      },
    });
  }
}

const known = ({ status, observedAt, closedAt, url, board }: Vacancy) => ({
  status,
  observedAt,
  closedAt,
  url,
  postingId: board?.postingId ?? null,
});

async function showOne(tx: EntityManager, vacancy: Vacancy): Promise<VacancyAnswer> {
  return show(vacancy, await companyNames(tx, [vacancy.companyId]));
}

async function showWithHistory(tx: EntityManager, vacancy: Vacancy): Promise<VacancyWithHistory> {
  const history = await latestObservations(tx, vacancy.id);
  return {
    ...(await showOne(tx, vacancy)),
    history: history.map(({ id, status, observedAt, postingId, url, concluded }) => ({
      id,
      status,
      observedAt: observedAt.toISOString(),
      postingId,
      url,
      concluded,
    })),
  };
}

const show = (vacancy: Vacancy, companies: Map<string, string>): VacancyAnswer => {
  const answer = {
    id: vacancy.id,
    companyId: vacancy.companyId,
    companyName: companies.get(vacancy.companyId) ?? '',
    title: vacancy.title,
    location: vacancy.location,
    url: vacancy.url,
    requirements: vacancy.requirements,
    board: vacancy.board,
    status: vacancy.status,
    observedAt: vacancy.observedAt?.toISOString() ?? null,
    closedAt: vacancy.closedAt?.toISOString() ?? null,
    sample: vacancy.sample,
    createdAt: vacancy.createdAt.toISOString(),
    updatedAt: vacancy.updatedAt.toISOString(),
  };
  return tagged(answer, entityTag(vacancy));
};
