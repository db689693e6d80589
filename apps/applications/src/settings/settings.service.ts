import { DEFAULT_SETTINGS, mergeSettings, type Settings, type SettingsPatch } from '@app/contracts';
import { Candidate, Database } from '@app/database';
import { Ids } from '@app/platform';
import { changeCandidate, changeSettings, lockedCandidate } from '@app/recording';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { requireMatch } from '../http/entity-tag.js';
import type { MeAnswer, MePatch } from './settings.schemas.js';

@Injectable()
export class SettingsService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  async settings(candidateId: string): Promise<Settings> {
    return mergeSettings(DEFAULT_SETTINGS, (await this.candidate(candidateId)).settings);
  }

  changeSettings(caller: Caller, patch: SettingsPatch): Promise<Settings> {
    return this.commands.inTurn(caller, async (tx) => {
      const candidate = await locked(tx, caller);
      const { overrides, settings, fields } = changeSettings(candidate.settings, patch);
      // What they say themselves no acceptance takes back.
      const lookingOffBy = patch.looking === undefined ? candidate.lookingOffBy : null;
      if (fields.length > 0 || lookingOffBy !== candidate.lookingOffBy) {
        await changeCandidate(tx, this.ids, candidate, { settings: overrides, lookingOffBy }, fields);
      }
      return settings;
    });
  }

  async me(candidateId: string): Promise<MeAnswer> {
    return show(await this.candidate(candidateId));
  }

  changeMe(caller: Caller, patch: MePatch): Promise<MeAnswer> {
    return this.commands.inTurn(caller, async (tx) => {
      const candidate = await locked(tx, caller);
      const fields = (Object.keys(patch) as (keyof MePatch)[]).filter((key) => patch[key] !== candidate[key]);
      // Letters are From these.
      if (fields.length > 0) await changeCandidate(tx, this.ids, candidate, patch, fields);
      return show(await tx.findOneByOrFail(Candidate, { id: candidate.id }));
    });
  }

  private candidate(id: string): Promise<Candidate> {
    return this.database.asCandidate(id, (tx) => tx.findOneByOrFail(Candidate, { id }));
  }
}

async function locked(tx: EntityManager, caller: Caller): Promise<Candidate> {
  const candidate = await lockedCandidate(tx, caller.candidateId);
  requireMatch(caller, candidate);
  return candidate;
}

const show = ({ id, name, email, createdAt, updatedAt }: Candidate): MeAnswer => ({
  id,
  name,
  email,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
