/** The part of the worker that records imports, on the database of a service, without the rest of it. */
import { OWNER_ID } from '@app/contracts';
import { Database } from '@app/database';
import { UuidV7Ids } from '@app/platform';
import { ImportUndo } from '../../apps/worker/src/imports/import-undo.service.js';
import { Imports } from '../../apps/worker/src/imports/imports.service.js';
import { ProcessLife } from '../../apps/worker/src/process-life.js';
import type { ApplicationsApi } from './applications-api.js';

interface Whose {
  id: string;
  headers: Record<string, string>;
}
type Told = Record<string, unknown>;

export class ImportWorker {
  private constructor(
    private readonly api: ApplicationsApi,
    private readonly database: Database,
  ) {}

  static async of(api: ApplicationsApi): Promise<ImportWorker> {
    return new ImportWorker(api, await Database.connect(api.db.workerUrl, { name: 'test' }));
  }

  /** As the hint of the relay would have it done; answers with what became of it. */
  async carryOut(id: string, { id: candidateId, headers }: Whose = { id: OWNER_ID, headers: {} }): Promise<Told> {
    const imports = new Imports(this.database, new UuidV7Ids(), new ProcessLife());
    await imports.handle({ kind: 'import', id, candidateId });
    return this.told(id, headers);
  }

  /** The same of a hint to take one back. */
  async takeBack(id: string): Promise<Told> {
    const undo = new ImportUndo(this.database, new UuidV7Ids(), new ProcessLife());
    await undo.handle({ kind: 'import_undo', id, candidateId: OWNER_ID });
    return this.told(id);
  }

  private async told(id: string, headers: Record<string, string> = {}): Promise<Told> {
    return (await this.api.call('GET', `/api/v1/imports/${id}`, undefined, headers)).body!;
  }

  stop(): Promise<void> {
    return this.database.close();
  }
}
