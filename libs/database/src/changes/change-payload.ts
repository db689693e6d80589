/** How changes are written down on the way: in what the database says to a writer, and in what is told to every process. */
import { CHANGE_KINDS, type ChangeKind } from '@app/contracts';
import type { Change, Told } from './change.js';

/** Of the database's own: a notification is shorter than 8000 bytes. */
const LONGEST = 7_900;
const NOBODY = '-';

export interface Said {
  candidateId: string | null;
  /** All: of more rows than are worth a name. */
  change: Change | 'all';
}

/** Of what a trigger says, a row a line; none: something else said it. */
export const readSaying = (message = ''): Said[] =>
  message
    .split('\n')
    .map(readLine)
    .filter((said) => said !== null);

function readLine(line: string): Said | null {
  const [word, kind, candidate, id, application, contact] = line.split(' ');
  if (word === 'told' && kind === 'all') return { candidateId: nameOrNull(candidate), change: 'all' };
  if (word !== 'told' || !isKind(kind) || id === undefined) return null;
  const change = { kind, id, applicationId: nameOrNull(application), contactId: nameOrNull(contact) };
  return { candidateId: nameOrNull(candidate), change };
}

/** Short, since many have to fit: what does not fit is everything. */
export function payloadOf({ candidateId, changes }: Told): string {
  if (changes !== 'all') {
    const rows = changes.map(({ kind, id, applicationId, contactId }) => [kind, id, applicationId, contactId]);
    const payload = JSON.stringify([candidateId, rows]);
    if (Buffer.byteLength(payload) <= LONGEST) return payload;
  }
  return JSON.stringify([candidateId, 'all']);
}

/** What cannot be read, such as a later version's, may have been anything. */
export function readPayload(payload: string): Told {
  try {
    const [candidateId, rows] = JSON.parse(payload) as [string | null, (string | null)[][] | 'all'];
    return { candidateId, changes: rows === 'all' ? 'all' : changesOf(rows) };
  } catch {
    return { candidateId: null, changes: 'all' };
  }
}

function changesOf(rows: (string | null)[][]): Change[] | 'all' {
  const changes = rows.map(([kind, id, applicationId, contactId]) => ({ kind, id, applicationId, contactId }));
  return changes.every(({ kind }) => isKind(kind)) ? (changes as Change[]) : 'all';
}

const isKind = (kind: unknown): kind is ChangeKind => (CHANGE_KINDS as readonly unknown[]).includes(kind);
const nameOrNull = (name: string | undefined) => (name === undefined || name === NOBODY ? null : name);
