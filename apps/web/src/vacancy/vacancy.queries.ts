import { getVacancyOptions } from '../api/generated/@tanstack/react-query.gen.js';

export const vacancyQuery = (id: string) => getVacancyOptions({ path: { id } });
