import { getTodayOptions } from '../api/generated/@tanstack/react-query.gen.js';

export const todayQuery = getTodayOptions();
