/** The sessions that are open, and their end. */
import { Candidate, Credential, Database } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { Shown } from '../http/authentication.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { type Page, pageOf } from '../http/paging.js';
import { revokeSession, sessionsPage } from './sessions.queries.js';
import type { OpenSessionAnswer, PageById, SessionAnswer } from './sessions.schemas.js';

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
  ) {}

  get({ id, kind, candidateId }: Shown): Promise<SessionAnswer> {
    return this.database.asReader(candidateId, async (tx) => {
      const candidate = await tx.findOneByOrFail(Candidate, { id: candidateId });
      const { createdAt, expiresAt, idleUntil } = await tx.findOneByOrFail(Credential, { id, candidateId });
      return {
        id,
        kind: kind === 'session' ? kind : 'token',
        candidate: { id: candidateId, name: candidate.name, email: candidate.email },
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt?.toISOString() ?? null,
        idleUntil: idleUntil?.toISOString() ?? null,
      };
    });
  }

  async list({ candidateId, id }: Shown, query: PageById): Promise<Page<OpenSessionAnswer>> {
    const rows = await this.database.asReader(candidateId, (tx) => sessionsPage(tx, candidateId, query));
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => show(row, id),
    );
  }

  revoke(caller: Caller, id: string): Promise<void> {
    return this.commands.run(caller, (tx) => revokeSession(tx, caller.candidateId, id));
  }
}

/** A session has both ends. */
const show = (session: Credential, current: string): OpenSessionAnswer => ({
  id: session.id,
  name: session.name,
  isCurrent: session.id === current,
  createdAt: session.createdAt.toISOString(),
  lastUsedAt: session.lastUsedAt?.toISOString() ?? null,
  expiresAt: session.expiresAt!.toISOString(),
  idleUntil: session.idleUntil!.toISOString(),
});
