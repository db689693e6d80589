import { candidateWithSettings, databaseNow, lockCandidate } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ApplicationsService } from '../applications/applications.service.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import type { NoticeAnswer } from '../settings/settings.schemas.js';
import { LookingService } from '../settings/looking.service.js';
import { importedBefore, importKey } from './imports.queries.js';
import type { ImportAnswer, ImportQuery } from './imports.schemas.js';
import { type ImportedApplication, readLinkedInCsv } from './linkedin-csv.policy.js';

@Injectable()
export class ImportsService {
  constructor(
    private readonly commands: Commands,
    private readonly applications: ApplicationsService,
    private readonly looking: LookingService,
  ) {}

  /** The whole file in one transaction: an import that fails half-way leaves nothing behind. */
  run(caller: Caller, file: Buffer, { dryRun }: ImportQuery): Promise<ImportAnswer> {
    const { candidateId } = caller;
    return this.commands.run(caller, async (tx) => {
      // Of two imports at once the second finds what the first has made.
      await lockCandidate(tx, `import ${candidateId}`);
      const { settings } = await candidateWithSettings(tx, candidateId);
      const now = await databaseNow(tx);
      const { rows, applications, repeated, problems } = readLinkedInCsv(file, { timezone: settings.timezone, now });
      const known = await importedBefore(tx, applications);
      const missing = applications.filter((application) => !known.has(importKey(application)));
      const created = dryRun ? [] : await this.record(tx, candidateId, missing);
      const notices = await this.noticesOf(tx, candidateId, created, missing);
      const unchanged = repeated + applications.length - missing.length;
      return { dryRun, rows, created: missing.length, unchanged, problems, applications: created, notices };
    });
  }

  /** At the end, because the candidate's row is locked: the file may be long. */
  private async noticesOf(
    tx: EntityManager,
    candidateId: string,
    [applicationId]: string[],
    recorded: ImportedApplication[],
  ): Promise<NoticeAnswer[]> {
    if (applicationId === undefined) return [];
    const appliedFor = new Date(Math.max(...recorded.map(({ appliedAt }) => appliedAt.getTime())));
    return this.looking.bringUpToDate(tx, candidateId, { applicationId, appliedFor, became: null });
  }

  private async record(tx: EntityManager, candidateId: string, missing: ImportedApplication[]): Promise<string[]> {
    const created: string[] = [];
    for (const row of missing) {
      const { companyName, title, url, appliedAt } = row;
      const body = { companyName, title, url, stage: 'applied', appliedAt: appliedAt.toISOString() } as const;
      const { id } = await this.applications.record(tx, candidateId, { ...body, importKey: importKey(row) });
      created.push(id);
    }
    return created;
  }
}
