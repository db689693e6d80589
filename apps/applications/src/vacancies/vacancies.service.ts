import { refusal } from '@app/contracts';
import { Database, databaseNow, outbox, type Reopening, Vacancy, VacancyObservation } from '@app/database';
import { Ids, RuleViolation } from '@app/platform';
import { changeVacancy, findOrCreateCompany } from '@app/recording';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Env } from '../env.js';
import { shownBy, type ShownBy } from '../follow-ups/follow-up-brief.queries.js';
import { ENV } from '../foundation.module.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { entityTag, requireMatch } from '../http/entity-tag.js';
import { pageOf } from '../http/paging.js';
import { pastMoment } from '../moment.policy.js';
import { countsPerStatus, vacanciesPage } from './vacancies-list.queries.js';
import { insertVacancy, vacancyById, vacancyInUse } from './vacancies.queries.js';
import type {
  ObservationBody,
  VacanciesQuery,
  VacancyAnswer,
  VacancyBody,
  VacancyPage,
  VacancyPatch,
  VacancyWithHistory,
} from './vacancies.schemas.js';
import { showVacancies, showVacancy, showWithHistory } from './vacancy-answers.queries.js';
import { conclude, type Conclusion, evidence, type Sighting } from './vacancy.policy.js';

@Injectable()
export class VacanciesService {
  private readonly shownBy: ShownBy;

  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
    @Inject(ENV) env: Env,
  ) {
    this.shownBy = shownBy(env);
  }

  list(candidateId: string, query: VacanciesQuery): Promise<VacancyPage> {
    return this.database.asReader(candidateId, async (tx) => {
      const rows = await vacanciesPage(tx, candidateId, query);
      const page = pageOf(
        rows,
        query.limit,
        ({ vacancy, key }) => [query.sort, key, vacancy.id],
        ({ vacancy }) => vacancy,
      );
      const data = await showVacancies(tx, page.data, this.shownBy);
      return { ...page, data, counts: await countsPerStatus(tx, candidateId, query) };
    });
  }

  get(candidateId: string, id: string): Promise<VacancyWithHistory> {
    return this.database.asReader(candidateId, async (tx) =>
      showWithHistory(tx, await vacancyById(tx, id), this.shownBy),
    );
  }

  create(caller: Caller, { companyName, ...vacancy }: VacancyBody): Promise<VacancyAnswer> {
    const { candidateId } = caller;
    return this.commands.run(caller, async (tx) => {
      const company = await findOrCreateCompany(tx, this.ids, candidateId, companyName);
      const made = await insertVacancy(tx, this.ids, { ...vacancy, candidateId, companyId: company.id });
      return showVacancy(tx, made, this.shownBy);
    });
  }

  change(caller: Caller, id: string, patch: VacancyPatch): Promise<VacancyAnswer> {
    return this.commands.run(caller, async (tx) => {
      const vacancy = await vacancyById(tx, id, true);
      await requireMatch(caller, () => entityTag(vacancy));
      await changeVacancy(tx, this.ids, vacancy, patch);
      return showVacancy(tx, await vacancyById(tx, id), this.shownBy);
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
      const reopening = reopeningOf(vacancy, seen, conclusion);
      const row = { candidateId, vacancyId: id, status, observedAt: at, url, postingId, concluded, reopening };
      await tx.insert(VacancyObservation, { id: this.ids.next(), ...row });
      await this.say(tx, vacancy, seen, { ...conclusion, reopening });
      return showWithHistory(tx, await vacancyById(tx, id), this.shownBy);
    });
  }

  private async say(
    tx: EntityManager,
    vacancy: Vacancy,
    seen: Sighting,
    { concluded, closedAt, reopening }: Conclusion & { reopening: Reopening | null },
  ): Promise<void> {
    if (concluded === null || closedAt === null) return;
    const { candidateId, companyId, title } = vacancy;
    const observedAt = seen.at.toISOString();
    const data = { vacancyId: vacancy.id, companyId, title, observedAt, closedAt: closedAt.toISOString() };
    if (reopening === null) {
      await outbox.append(tx, this.ids, { candidateId, type: 'vacancy.closed.v1', data });
      return;
    }
    const posting = { url: seen.url ?? vacancy.url, postingId: seen.postingId ?? known(vacancy).postingId };
    const reopened = { ...data, ...posting, ...reopening };
    await outbox.append(tx, this.ids, { candidateId, type: 'vacancy.reopened.v1', data: reopened });
  }
}

function reopeningOf(vacancy: Vacancy, seen: Sighting, { concluded, closedAt }: Conclusion): Reopening | null {
  if (concluded !== 'reopened' || closedAt === null) return null;
  return { closedAt: closedAt.toISOString(), evidence: evidence(known(vacancy), seen) };
}

const known = ({ status, observedAt, closedAt, url, board }: Vacancy) => ({
  status,
  observedAt,
  closedAt,
  url,
  postingId: board?.postingId ?? null,
});
