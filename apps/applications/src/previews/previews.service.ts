import { databaseNow } from '@app/database';
import { Planning } from '@app/follow-ups';
import { Ids } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Env } from '../env.js';
import { shownBy } from '../follow-ups/follow-up-brief.queries.js';
import { ENV } from '../foundation.module.js';
import type { Caller } from '../http/caller.js';
import { noticeAnswers } from '../settings/notice-answers.js';
import type { NoticeAnswer } from '../settings/settings.schemas.js';
import { difference } from './preview.policy.js';
import { waitingSteps, writtenSteps } from './previews.queries.js';
import type { PreviewAnswer } from './previews.schemas.js';

/** As long as somebody waits for an answer, and others of the candidate for their turn. */
const PATIENCE_MS = 2_000;

/** What a command would do to the plan: it is done, planned from as the worker plans, looked at, and undone. */
@Injectable()
export class Previews {
  private readonly planning: Planning;

  constructor(@Inject(ENV) env: Env, ids: Ids) {
    this.planning = new Planning(ids, shownBy(env).mail);
  }

  /** The command's own answer, or the preview where that is asked for. */
  async answer<T>(
    caller: Caller,
    { dryRun }: { dryRun: boolean },
    command: (caller: Caller) => Promise<T>,
  ): Promise<T | PreviewAnswer> {
    if (!dryRun) return command(caller);
    const seen: PreviewAnswer[] = [];
    await command({
      ...caller,
      rehearsal: async (tx, run) => void seen.push(await this.look(tx, caller.candidateId, run)),
    });
    return seen[0]!;
  }

  private async look(tx: EntityManager, candidateId: string, command: () => Promise<unknown>): Promise<PreviewAnswer> {
    const before = await waitingSteps(tx, candidateId);
    const { notices = [] } = ((await command()) ?? {}) as { notices?: NoticeAnswer[] };
    const isWhole = await this.planning.handleSaid(tx, candidateId, { patienceMs: PATIENCE_MS });
    const written = await writtenSteps(tx, candidateId);
    const incomplete = noticeAnswers(isWhole ? null : 'preview_incomplete');
    return { ...difference(before, written, await databaseNow(tx)), notices: [...notices, ...incomplete] };
  }
}
