import { getSettingsOptions } from '../api/generated/@tanstack/react-query.gen.js';

/** Whose zone the times are in. */
export const yoursQuery = getSettingsOptions();
