import { DEFAULT_SETTINGS, mergeSettings, type Settings, type SettingsPatch } from '@app/contracts';
import { Candidate, Database, databaseNow } from '@app/database';
import { Ids } from '@app/platform';
import { changeCandidate, changeSettings, lockedCandidate } from '@app/recording';
import { Inject, Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { entityTag, requireMatch, tagged } from '../http/entity-tag.js';
import { mailRefusalOf } from './mail-refusal.queries.js';
import { isNewcomer } from './newcomer.queries.js';
import { requirePauseAhead } from './settings.policy.js';
import type { MailRefusal, MeAnswer, MePatch } from './settings.schemas.js';

@Injectable()
export class SettingsService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async settings(candidateId: string): Promise<Settings> {
    return showSettings(await this.candidate(candidateId));
  }

  changeSettings(caller: Caller, patch: SettingsPatch): Promise<Settings> {
    return this.commands.inTurn(caller, async (tx) => {
      const candidate = await locked(tx, caller);
      requirePauseAhead(patch, candidate.settings, await databaseNow(tx));
      const { overrides, fields } = changeSettings(candidate.settings, patch);
      // What they say themselves no acceptance takes back.
      const lookingOffBy = patch.looking === undefined ? candidate.lookingOffBy : null;
      // Said is said, also what holds without a word.
      const isSaid = !isDeepStrictEqual(overrides, candidate.settings);
      if (isSaid || lookingOffBy !== candidate.lookingOffBy) {
        await changeCandidate(tx, this.ids, candidate, { settings: overrides, lookingOffBy }, fields);
      }
      return showSettings(await tx.findOneByOrFail(Candidate, { id: candidate.id }));
    });
  }

  me(candidateId: string): Promise<MeAnswer> {
    return this.database.asReader(candidateId, (tx) => this.showMe(tx, candidateId));
  }

  changeMe(caller: Caller, patch: MePatch): Promise<MeAnswer> {
    return this.commands.inTurn(caller, async (tx) => {
      const candidate = await locked(tx, caller);
      const fields = (Object.keys(patch) as (keyof MePatch)[]).filter((key) => patch[key] !== candidate[key]);
      // Letters are From these.
      if (fields.length > 0) await changeCandidate(tx, this.ids, candidate, patch, fields);
      return this.showMe(tx, candidate.id);
    });
  }

  private async showMe(tx: EntityManager, id: string): Promise<MeAnswer> {
    const candidate = await tx.findOneByOrFail(Candidate, { id });
    // Captured mail leaves for no server that could refuse it.
    const isCaptured = this.env.CAPTURED_MAIL_DIR !== undefined;
    return show(candidate, isCaptured ? null : await mailRefusalOf(tx, id), await isNewcomer(tx, candidate));
  }

  private candidate(id: string): Promise<Candidate> {
    return this.database.asReader(id, (tx) => tx.findOneByOrFail(Candidate, { id }));
  }
}

async function locked(tx: EntityManager, caller: Caller): Promise<Candidate> {
  const candidate = await lockedCandidate(tx, caller.candidateId);
  await requireMatch(caller, () => entityTag(candidate));
  return candidate;
}

const showSettings = (candidate: Candidate): Settings =>
  tagged(mergeSettings(DEFAULT_SETTINGS, candidate.settings), entityTag(candidate));

const show = (candidate: Candidate, mailRefusal: MailRefusal | null, newcomer: boolean): MeAnswer => {
  const { id, name, email, createdAt, updatedAt } = candidate;
  const moments = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return tagged({ id, name, email, mailRefusal, newcomer, ...moments }, entityTag(candidate));
};
