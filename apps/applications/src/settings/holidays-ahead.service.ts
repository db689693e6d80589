import { candidateWithSettings, Database, databaseNow } from '@app/database';
import { Injectable } from '@nestjs/common';
import { holidaysAhead } from './holidays-ahead.policy.js';
import { peopleOfNoCountry, placesOfPeople } from './holidays-ahead.queries.js';
import type { HolidaysAnswer } from './holidays-ahead.schemas.js';

const DAYS = 90;
const MOST_DAYS = 12;
/** Each is a calendar to read. */
const MOST_PLACES = 20;

/** The holidays that letters go around, by name. */
@Injectable()
export class HolidaysAhead {
  constructor(private readonly database: Database) {}

  show(candidateId: string): Promise<HolidaysAnswer> {
    return this.database.asReader(candidateId, async (tx) => {
      const { settings } = await candidateWithSettings(tx, candidateId);
      const { sendingWindow: window, timezone } = settings;
      const now = await databaseNow(tx);
      const places = await placesOfPeople(tx, { candidateId, timezone, most: MOST_PLACES });
      const until = new Date(now.getTime() + DAYS * 24 * 60 * 60 * 1000);
      return {
        leftOut: window.skipHolidays,
        until: until.toISOString().slice(0, 10),
        days: holidaysAhead(places, { window, now, days: DAYS, most: MOST_DAYS }),
        unknown: await peopleOfNoCountry(tx, candidateId),
      };
    });
  }
}
