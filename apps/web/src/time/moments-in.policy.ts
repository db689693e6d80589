/** A sentence of the API names moments as programs do; here they are read as anybody's clock has them. */
import { dayAndTime, type Place } from './moments.policy.js';

const MOMENT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z/g;

export const momentsIn = (sentence: string, place: Place): string =>
  sentence.replaceAll(MOMENT, (moment) => dayAndTime(new Date(moment), place));
