import { refusal, say } from '@app/contracts';
import { candidateWithSettings, Database, databaseNow, FollowUp, ledger, Rejection } from '@app/database';
import { dayBounds, Planning } from '@app/follow-ups';
import { Ids, RuleViolation } from '@app/platform';
import { recordApplications } from '@app/recording';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { applicationById } from '../applications/applications.queries.js';
import { RejectionsService } from '../applications/rejections.service.js';
import { insertContact } from '../contacts/contacts.queries.js';
import type { Env } from '../env.js';
import { shownBy } from '../follow-ups/follow-up-brief.queries.js';
import { ENV } from '../foundation.module.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { insertInterview } from '../interviews/interviews.queries.js';
import {
  beginSample,
  letterAhead,
  letterThatWent,
  removeSample,
  sampleCompany,
  sampleSince,
} from './sample.queries.js';
import type { SampleAnswer } from './sample.schemas.js';
import { type Moments, momentsOf } from './sample-moments.policy.js';
import { type Chapter, STORY } from './story.words.js';

const PATIENCE_MS = 2_000;

/** Invented applications, recorded and planned as one's own are, and taken away again with all that they caused. */
@Injectable()
export class SampleService {
  private readonly planning: Planning;

  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly rejections: RejectionsService,
    @Inject(ENV) private readonly env: Env,
  ) {
    this.planning = new Planning(ids, shownBy(env).mail);
  }

  get(candidateId: string): Promise<SampleAnswer> {
    return this.database.asReader(candidateId, (tx) => show(tx, candidateId));
  }

  add(caller: Caller): Promise<SampleAnswer> {
    const { candidateId } = caller;
    return this.commands.inTurn(caller, async (tx) => {
      if ((await sampleSince(tx, candidateId)) !== null) throw alreadyThere();
      await beginSample(tx, candidateId);
      const { settings } = await candidateWithSettings(tx, candidateId);
      const today = dayBounds(await databaseNow(tx), settings.timezone);
      const told: [string, Chapter][] = [];
      for (const chapter of STORY)
        told.push([await this.tell(tx, candidateId, chapter, momentsOf(chapter, today)), chapter]);
      await this.planning.handleSaid(tx, candidateId, { patienceMs: PATIENCE_MS });
      for (const [applicationId, { letter }] of told) {
        if (letter === 'held' || letter === 'waits') await this.setLetter(tx, candidateId, applicationId, letter);
      }
      return show(tx, candidateId);
    });
  }

  remove(caller: Caller): Promise<void> {
    return this.commands.inTurn(caller, removeSample);
  }

  /** Answers with its application. */
  private async tell(
    tx: EntityManager,
    candidateId: string,
    chapter: Chapter,
    { appliedAt, rejectedAt, sentAt, answeredAt, interviewAt }: Moments,
  ): Promise<string> {
    const company = await sampleCompany(tx, this.ids, candidateId, chapter.companyName);
    const person = { candidateId, companyId: company.id, ...chapter.contact };
    const contact = chapter.contact ? await insertContact(tx, this.ids, { ...person, ...chapter.contact }) : null;
    const { title, location, stage } = chapter;
    const application = { company, title, location, contactId: contact?.id ?? null, stage, at: appliedAt, appliedAt };
    const [id] = await recordApplications(tx, this.ids, candidateId, [application]);
    if (interviewAt) await insertInterview(tx, this.ids, { id: id!, candidateId }, interviewAt);
    if (!rejectedAt) return id!;
    const reason = chapter.words === undefined ? undefined : { words: chapter.words };
    const receivedAt = rejectedAt.toISOString();
    await this.rejections.record(tx, await applicationById(tx, id!, true), { receivedAt, ...(reason && { reason }) });
    if (!sentAt || typeof chapter.letter !== 'object') return id!;
    const rejection = await tx.findOneByOrFail(Rejection, { candidateId, applicationId: id! });
    const answered = answeredAt ? { at: answeredAt, words: chapter.letter.answer ?? '' } : null;
    const { publicUrl } = shownBy(this.env);
    await letterThatWent(tx, this.ids, rejection, { sentAt, answered, publicUrl });
    return id!;
  }

  /** As the candidate would have said it. */
  private async setLetter(
    tx: EntityManager,
    candidateId: string,
    applicationId: string,
    letter: 'held' | 'waits',
  ): Promise<void> {
    for (const row of await letterAhead(tx, candidateId, applicationId)) {
      const now = await databaseNow(tx);
      const held = { state: 'held', heldWhy: 'by_candidate' } as const;
      const to = letter === 'held' ? held : ({ state: 'waiting' } as const);
      await tx.update(FollowUp, { id: row.id }, { ...to, approvedAt: now, updatedAt: () => 'now()' });
      const said =
        letter === 'held' ? { what: say('held'), why: say('by_candidate') } : { what: say('approved'), why: null };
      await ledger.write(tx, row, { by: 'candidate', ...said });
    }
  }
}

const show = async (tx: EntityManager, candidateId: string): Promise<SampleAnswer> => ({
  since: (await sampleSince(tx, candidateId))?.toISOString() ?? null,
});

const alreadyThere = () => new RuleViolation(refusal('sample_exists'));
