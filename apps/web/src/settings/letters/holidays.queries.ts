import { listHolidaysAheadOptions } from '../../api/generated/@tanstack/react-query.gen.js';

export const holidaysQuery = listHolidaysAheadOptions();
