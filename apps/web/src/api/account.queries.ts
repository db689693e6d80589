/** Whose installation it is, and how they want it. */
import { getMeOptions, getSettingsOptions } from './generated/@tanstack/react-query.gen.js';

export const meQuery = getMeOptions();
export const settingsQuery = getSettingsOptions();
