import { refusal, ROWS_OF_DRY_RUN, ROWS_OF_IMPORT } from '@app/contracts';
import { candidateWithSettings, Database, databaseNow, Import, lockCandidate } from '@app/database';
import { Ids, RuleViolation } from '@app/platform';
import { importedBefore, importKey, readLinkedInCsv, requireLinkedInCsv } from '@app/recording';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { type Page, pageOf } from '../http/paging.js';
import { importById, importsPage, openImports, showImport, showProblems, showRow } from './imports.queries.js';
import {
  type DryRunAnswer,
  type ImportAnswer,
  type ImportQuery,
  type ImportsQuery,
  ROWS_SHOWN,
} from './imports.schemas.js';

/** Files are kept until they are recorded, so there are only so many of them. */
const MOST_OPEN = 10;

@Injectable()
export class ImportsService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  list(candidateId: string, query: ImportsQuery): Promise<Page<ImportAnswer>> {
    return this.database.asReader(candidateId, async (tx) =>
      pageOf(await importsPage(tx, query), query.limit, ({ id }) => [id], showImport),
    );
  }

  get(candidateId: string, id: string): Promise<ImportAnswer> {
    return this.database.asReader(candidateId, async (tx) => showImport(await importById(tx, id)));
  }

  /** The file is read outside any transaction, however long that takes. */
  async judge(caller: Caller, file: Buffer): Promise<DryRunAnswer> {
    const circumstances = await this.database.asReader(caller.candidateId, async (tx) => {
      const { settings } = await candidateWithSettings(tx, caller.candidateId);
      return { timezone: settings.timezone, now: await databaseNow(tx) };
    });
    const reading = await readLinkedInCsv(file, { ...circumstances, most: ROWS_OF_DRY_RUN });
    const { rows, applications, repeated, problemCount } = reading;
    const problems = showProblems(reading.problems);
    return this.commands.run(caller, async (tx) => {
      const known = await importedBefore(tx, caller.candidateId, applications.map(importKey));
      const unchanged = repeated + known.size;
      const created = applications.length - known.size;
      const shown = applications.slice(0, ROWS_SHOWN).map((application) => showRow(application, known));
      return { dryRun: true, rows, created, applications: shown, unchanged, problemCount, problems };
    });
  }

  /** Kept for the worker. */
  async keep(caller: Caller, file: Buffer, { format }: ImportQuery): Promise<ImportAnswer> {
    const { candidateId } = caller;
    await requireLinkedInCsv(file, { most: ROWS_OF_IMPORT });
    return this.commands.run(caller, async (tx) => {
      await lockCandidate(tx, `imports of ${candidateId}`);
      if ((await openImports(tx)) >= MOST_OPEN) throw tooManyOpen();
      const { settings } = await candidateWithSettings(tx, candidateId);
      const id = this.ids.next();
      await tx.insert(Import, { id, candidateId, format, state: 'waiting', file, timezone: settings.timezone });
      return showImport(await importById(tx, id));
    });
  }

  /** What was recorded stays. */
  stop(caller: Caller, id: string): Promise<ImportAnswer> {
    return this.commands.run(caller, async (tx) => {
      const { endedAt, state } = await importById(tx, id, true);
      if (endedAt !== null) throw new RuleViolation(refusal('import_over', { state }));
      await tx.query(`update imports set state = 'stopped', file = null, ended_at = now() where id = $1`, [id]);
      return showImport(await importById(tx, id));
    });
  }

  /** The worker does it, in chunks; what it recorded is found by its id. */
  undo(caller: Caller, id: string): Promise<ImportAnswer> {
    return this.commands.run(caller, async (tx) => {
      const { state } = await importById(tx, id, true);
      if (state === 'waiting' || state === 'running') throw new RuleViolation(refusal('import_not_over', { state }));
      if (state === 'undone') throw new RuleViolation(refusal('import_undone'));
      await tx.query(`update imports set state = 'undoing', retry_at = now(), failures = 0 where id = $1`, [id]);
      return showImport(await importById(tx, id));
    });
  }
}

const tooManyOpen = () => new RuleViolation(refusal('too_many_imports', { most: MOST_OPEN }));
