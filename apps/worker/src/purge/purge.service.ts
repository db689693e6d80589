import { addressMarks, candidateWithSettings, databaseNow, type Deletable, withDeleted } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
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
    application: (tx, { id }) => this.application(tx, id),
    contact: (tx, due) => this.contact(tx, due),
    company: (tx, { id }) => this.company(tx, id),
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

  private async application(tx: EntityManager, id: string): Promise<void> {
    const vacancyId = await vacancyLeftBy(tx, id);
    await forgetEvents(tx, 'application', id);
    await removeApplication(tx, id);
    if (vacancyId === null) return;
    await forgetEvents(tx, 'vacancy', vacancyId);
    await removeVacancy(tx, vacancyId);
  }

  private async contact(tx: EntityManager, { id, candidateId }: Due): Promise<void> {
    await this.remember(tx, { id, candidateId });
    await forgetEvents(tx, 'contact', id);
    await removeContact(tx, id);
  }

  private async company(tx: EntityManager, id: string): Promise<void> {
    await forgetEvents(tx, 'company', id);
    await removeCompany(tx, id);
  }

  /** Whoever is recorded with one of their addresses is left in peace as they would have been. */
  private async remember(tx: EntityManager, { id, candidateId }: Pick<Due, 'id' | 'candidateId'>): Promise<void> {
    const { keys, lastUnansweredAt: at } = await reached(tx, id);
    if (at === null) return;
    const { settings } = await candidateWithSettings(tx, candidateId);
    const until = keptUntil({ at, contactGap: settings.contactGap, timezone: settings.timezone });
    if (until > (await databaseNow(tx))) await addressMarks.putWritten(tx, candidateId, { keys, at, keptUntil: until });
  }
}
