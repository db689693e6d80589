import { addressMarks, candidateWithSettings, databaseNow, type Deletable, withDeleted } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type Named,
  reached,
  removeApplication,
  removeCompany,
  removeContact,
  removeVacancy,
  vacancyLeftBy,
} from './purge-rows.queries.js';
import { dropMails, type Due, forgetDeletion, forgetEvents, hasToWait, isDeleted, postpone } from './purge.queries.js';
import { keptUntil } from './written-mark.policy.js';

/** Takes one deleted row for good, and with it whatever only it was there for. In the candidate's turn. */
@Injectable()
export class Purge {
  private readonly removal: Record<Deletable, (tx: EntityManager, due: Due) => Promise<void>> = {
    application: (tx, due) => this.application(tx, due),
    contact: (tx, due) => this.contact(tx, due),
    company: (tx, due) => this.company(tx, due),
  };

  take(tx: EntityManager, due: Due): Promise<void> {
    return withDeleted(tx, async () => {
      if (!(await isDeleted(tx, due))) return forgetDeletion(tx, due);
      if (await hasToWait(tx, due)) return postpone(tx, due);
      await dropMails(tx, due);
      await this.removal[due.subject](tx, due);
      return forgetDeletion(tx, due);
    });
  }

  private async application(tx: EntityManager, { id, candidateId }: Named): Promise<void> {
    const vacancyId = await vacancyLeftBy(tx, { id, candidateId });
    await forgetEvents(tx, 'application', { id, candidateId });
    await removeApplication(tx, { id, candidateId });
    if (vacancyId === null) return;
    await forgetEvents(tx, 'vacancy', { id: vacancyId, candidateId });
    await removeVacancy(tx, vacancyId);
  }

  private async contact(tx: EntityManager, { id, candidateId }: Due): Promise<void> {
    await this.remember(tx, { id, candidateId });
    await forgetEvents(tx, 'contact', { id, candidateId });
    await removeContact(tx, id);
  }

  private async company(tx: EntityManager, due: Named): Promise<void> {
    await forgetEvents(tx, 'company', due);
    await removeCompany(tx, due);
  }

  /** Whoever is recorded with one of their addresses is left in peace as they would have been. */
  private async remember(tx: EntityManager, { id, candidateId }: Named): Promise<void> {
    const { keys, lastUnansweredAt: at } = await reached(tx, id);
    if (at === null) return;
    const { settings } = await candidateWithSettings(tx, candidateId);
    const until = keptUntil({ at, contactGap: settings.contactGap, timezone: settings.timezone });
    if (until > (await databaseNow(tx))) await addressMarks.putWritten(tx, candidateId, { keys, at, keptUntil: until });
  }
}
