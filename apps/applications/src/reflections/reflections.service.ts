import { refusal } from '@app/contracts';
import { candidateWithSettings, Database, databaseNow, FollowUp, type Reflection, type Rejection } from '@app/database';
import { insertPlanned, planReflection } from '@app/follow-ups';
import { Ids, RuleViolation } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { applicationById, standingRejection } from '../applications/applications.queries.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { RestoresService } from '../follow-ups/restores.service.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { entityTag, requireMatch, tagged } from '../http/entity-tag.js';
import { columnsOf, isSettled, reminderDeed, settledBy, settledFor, toldOf } from './reflection.policy.js';
import { reflectionOf, writeReflection } from './reflections.queries.js';
import type { ReflectionAnswer, ReflectionBody } from './reflections.schemas.js';

/** The candidate's own reading of a rejection, written little by little. */
@Injectable()
export class ReflectionsService {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly followUps: FollowUpsService,
    private readonly restores: RestoresService,
    private readonly ids: Ids,
  ) {}

  get(candidateId: string, applicationId: string): Promise<ReflectionAnswer> {
    return this.database.asReader(candidateId, async (tx) => {
      await applicationById(tx, applicationId);
      return this.show(tx, applicationId);
    });
  }

  put(caller: Caller, applicationId: string, body: ReflectionBody): Promise<ReflectionAnswer> {
    // Its reminder writes the same row when it is done, and may be at its sender's point of no return.
    return this.commands.inTurn(caller, (tx) => this.write(tx, caller, applicationId, body));
  }

  private async write(
    tx: EntityManager,
    caller: Caller,
    applicationId: string,
    { lookedBack, skipped, ...said }: ReflectionBody,
  ): Promise<ReflectionAnswer> {
    const { candidateId, contactId } = await applicationById(tx, applicationId, true);
    const rejection = await standingRejection(tx, applicationId);
    if (rejection === null) throw new RuleViolation(refusal('nothing_to_look_back_on'));
    const row = await reflectionOf(tx, applicationId);
    await requireMatch(caller, () => tagOf(row));
    const is = settledBy(settledFor(row, rejection.id), { lookedBack, skipped }, await databaseNow(tx));
    const of = { applicationId, candidateId, rejectionId: rejection.id };
    await writeReflection(tx, row, of, { ...columnsOf(said), ...is });
    if (lookedBack !== undefined || skipped !== undefined)
      await this.settleReminder(tx, caller, { ...rejection, contactId }, isSettled(is));
    return this.show(tx, applicationId);
  }

  private async settleReminder(
    tx: EntityManager,
    caller: Caller,
    rejection: Rejection,
    becomes: boolean,
  ): Promise<void> {
    const reminder = (await reminderOf(tx, rejection.id)) ?? (becomes ? await this.reminderAhead(tx, rejection) : null);
    const deed = reminderDeed(reminder, becomes);
    if (reminder === null || deed === null) return;
    if (deed === 'done') await this.followUps.doneWithin(tx, caller, reminder.id);
    else await this.restores.restoreWithin(tx, caller, reminder.id);
  }

  /** The worker has not come to it yet, and finds that it is over when it does. */
  private async reminderAhead(tx: EntityManager, rejection: Rejection): Promise<FollowUp | null> {
    const { id: rejectionId, candidateId, applicationId, contactId, receivedAt } = rejection;
    const { settings } = await candidateWithSettings(tx, candidateId);
    const planned = planReflection({ receivedAt, settings, now: await databaseNow(tx) });
    if (planned === null) return null;
    const origin = { candidateId, sourceId: null, applicationId, contactId, rejectionId, since: receivedAt };
    await insertPlanned(tx, this.ids, origin, planned);
    return reminderOf(tx, rejectionId);
  }

  private async show(tx: EntityManager, applicationId: string): Promise<ReflectionAnswer> {
    const row = await reflectionOf(tx, applicationId);
    const rejectionId = (await standingRejection(tx, applicationId))?.id ?? null;
    const { lookedBackAt, skippedAt } = settledFor(row, rejectionId);
    const answer = {
      applicationId,
      rejectionId,
      ...toldOf(row),
      lookedBackAt: lookedBackAt?.toISOString() ?? null,
      skippedAt: skippedAt?.toISOString() ?? null,
      updatedAt: row?.updatedAt.toISOString() ?? null,
    };
    return tagged(answer, tagOf(row));
  }
}

const reminderOf = (tx: EntityManager, rejectionId: string): Promise<FollowUp | null> =>
  tx.findOneBy(FollowUp, { rejectionId, kind: 'reflection' });

/** Of what nobody has begun, too: who begins it first is told apart. */
const tagOf = (row: Reflection | null): string => entityTag(row ?? { version: 0 });
