import { getContactOptions } from '../api/generated/@tanstack/react-query.gen.js';

export const contactQuery = (id: string) => getContactOptions({ path: { id } });
