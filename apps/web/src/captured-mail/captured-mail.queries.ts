/** Captured mail lies beside the API, as files do: it is asked for as JSON by the same addresses. */
import { queryOptions } from '@tanstack/react-query';
import { CAPTURED_MAIL } from '../api/captured-mail-key.js';
import { reach } from '../api/reach.js';
import type { Problem } from '../api/shapes.js';

export interface MailSummary {
  id: string;
  from: string;
  to: string;
  subject: string;
  /** ISO 8601. */
  date: string | null;
}

export interface Mail extends MailSummary {
  headers: string[];
  text: string | null;
  html: string | null;
}

const ROOM = '/captured-mail';

async function asked<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  const response = await reach(path, { headers: { accept: 'application/json' }, signal });
  const answer: unknown = await response.json();
  if (!response.ok) throw answer as Problem;
  return answer as Answer;
}

export const capturedMailQuery = queryOptions<{ data: MailSummary[]; total: number }, Problem>({
  queryKey: CAPTURED_MAIL,
  queryFn: ({ signal }) => asked(ROOM, signal),
});

export const capturedLetterQuery = (id: string) =>
  queryOptions<Mail, Problem>({
    queryKey: [...CAPTURED_MAIL, id],
    queryFn: ({ signal }) => asked(`${ROOM}/${encodeURIComponent(id)}`, signal),
  });

export const htmlOf = (id: string) => `${ROOM}/${encodeURIComponent(id)}/html`;
export const sourceOf = (id: string) => `${ROOM}/${encodeURIComponent(id)}.eml`;
