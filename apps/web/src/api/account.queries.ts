/** Whose installation it is, how they want it, and what holds in all of it. */
import {
  getInstanceOptions,
  getMeOptions,
  getSampleOptions,
  getSettingsOptions,
} from './generated/@tanstack/react-query.gen.js';

export const meQuery = getMeOptions();
export const settingsQuery = getSettingsOptions();
export const instanceQuery = getInstanceOptions();
export const sampleQuery = getSampleOptions();
