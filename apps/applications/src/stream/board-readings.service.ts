import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';
import { watchedOf } from './stream.queries.js';

/** Boards are read for everybody, many at a time: who watches which is asked once for all that were read in the meantime. */
const GATHER_MS = 1_000;

/** Tells those who listen of a reading of a board that they watch. */
@Injectable()
export class BoardReadings {
  private read = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly database: Database) {}

  /** `listening` is asked when the time has come. */
  tell(boardIds: string[], listening: () => string[], tell: (candidateId: string, boardIds: string[]) => void): void {
    for (const id of boardIds) this.read.add(id);
    this.timer ??= setTimeout(() => {
      const read = [...this.read];
      this.read = new Set();
      this.timer = null;
      void this.tellEach(read, listening(), tell);
    }, GATHER_MS).unref();
  }

  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private async tellEach(
    read: string[],
    listening: string[],
    tell: (candidateId: string, boardIds: string[]) => void,
  ): Promise<void> {
    for (const candidateId of listening) {
      // Where it cannot be asked, all that were read may be theirs: reading again costs them little.
      const watched = await this.database
        .asCandidate(candidateId, (tx) => watchedOf(tx, candidateId, read))
        .catch(() => null);
      if (watched === null || watched.length > 0) tell(candidateId, watched ?? []);
    }
  }
}
