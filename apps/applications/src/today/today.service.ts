import { candidateWithSettings, Database, databaseNow, type FollowUp } from '@app/database';
import { newsSentence, reasonsNow } from '@app/follow-ups';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Env } from '../env.js';
import { brief, shownBy, type ShownBy, surroundingsOf } from '../follow-ups/follow-up-brief.queries.js';
import type { FollowUpBrief } from '../follow-ups/follow-ups.schemas.js';
import { ENV } from '../foundation.module.js';
import { type News, newsOf } from './news.policy.js';
import { type HappeningRow, happeningsSince } from './news.queries.js';
import { firstOf, type Group, grouped, GROUPS, isSettled, spansOf } from './today.policy.js';
import {
  followUpsOfToday,
  interviewsAhead,
  lastTouches,
  nextAhead,
  preparationsOf,
  writtenAnew,
} from './today.queries.js';
import type { NewsItem, TodayAnswer } from './today.schemas.js';

/** What waits for a word of the candidate, what goes without one, and what happened. */
@Injectable()
export class TodayService {
  private readonly shownBy: ShownBy;

  constructor(
    private readonly database: Database,
    @Inject(ENV) env: Env,
  ) {
    this.shownBy = shownBy(env);
  }

  show(candidateId: string): Promise<TodayAnswer> {
    return this.database.asReader(candidateId, async (tx) => {
      const { settings } = await candidateWithSettings(tx, candidateId);
      const now = await databaseNow(tx);
      const spans = spansOf(now, settings.timezone);
      const groups = await this.unsettled(
        tx,
        candidateId,
        grouped(await followUpsOfToday(tx, candidateId, spans), spans),
      );
      const interviews = await interviewsAhead(tx, candidateId, spans.interviewsUntil);
      const preparations = interviews.length > 0 ? await preparationsOf(tx, candidateId, interviews) : [];
      const isQuiet = [groups.questions, groups.drafts, groups.reminders].every(({ length }) => length === 0);
      const next = isQuiet ? await nextAhead(tx, candidateId, now) : null;
      const show = await this.showing(tx, [
        ...GROUPS.flatMap((group) => groups[group]),
        ...preparations,
        ...(next ? [next] : []),
      ]);
      return {
        at: now.toISOString(),
        questions: groups.questions.map(show),
        drafts: groups.drafts.map(show),
        interviews: interviews.map(({ id, scheduledAt, application }) => {
          const preparation = preparations.find(({ interviewId }) => interviewId === id);
          return {
            id,
            scheduledAt: scheduledAt.toISOString(),
            application,
            preparation: preparation ? show(preparation) : null,
          };
        }),
        reminders: groups.reminders.map(show),
        goesBySelf: groups.goesBySelf.map(show),
        next: next && show(next),
        news: {
          since: spans.newsSince.toISOString(),
          items: newsOf(await happeningsSince(tx, candidateId, spans.newsSince)).map(newsItem),
        },
      };
    });
  }

  private async unsettled(
    tx: EntityManager,
    candidateId: string,
    groups: Record<Group, FollowUp[]>,
  ): Promise<Record<Group, FollowUp[]>> {
    const asked = [...groups.questions, ...groups.reminders];
    const reasons = await reasonsNow(tx, asked, this.shownBy.mail);
    const touches = await lastTouches(tx, groups.reminders);
    const anew = await writtenAnew(
      tx,
      candidateId,
      groups.questions.map(({ id }) => id),
    );
    const isOpen = (row: FollowUp) =>
      !isSettled(row, {
        reasons: reasons.get(row.id)!,
        lastTouchAt: touches.get(row.contactId ?? '') ?? null,
        isWrittenAnew: anew.has(row.id),
      });
    const open = { questions: groups.questions.filter(isOpen), reminders: groups.reminders.filter(isOpen) };
    return firstOf({ ...groups, ...open });
  }

  private async showing(tx: EntityManager, followUps: FollowUp[]): Promise<(followUp: FollowUp) => FollowUpBrief> {
    const around = await surroundingsOf(tx, followUps, this.shownBy);
    return (followUp) => brief(followUp, around);
  }
}

function newsItem({ said, of }: News<HappeningRow>): NewsItem {
  const { contactId, applicationId, followUpId, vacancyId } = of;
  const ids = Object.entries({ contactId, applicationId, followUpId, vacancyId }).filter(([, id]) => id !== null);
  return { at: of.at.toISOString(), ...said, text: newsSentence(said, 'en'), ...Object.fromEntries(ids) };
}
