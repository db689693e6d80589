/** What is wrong with an answer, whatever was asked. */
import type { Operation } from './api-document.js';

export interface Sent {
  /** `valid` where the description takes it, `nearly`, `hostile`, and `stranger` for another account that asks for the owner's. */
  mood: 'valid' | 'nearly' | 'hostile' | 'stranger';
  method: string;
  path: string;
  body: string | Uint8Array | undefined;
  headers: Record<string, string>;
  /** What the description says of the body; null where it speaks of none, or of no such bytes. */
  isBodyTaken: boolean | null;
}

export interface Answered {
  status: number;
  type: string;
  text: string;
}

const TRACES =
  /\bat \S+ \(|\.[jt]s:\d+|node_modules|\/dist\/|QueryFailedError|TypeORM|violates|syntax error at|relation "|ECONN[A-Z]+|FST_ERR/;

/** The codes that speak of the shape of a request, which the description should know. */
const OF_SHAPE = new Set(['invalid_body', 'invalid_query', 'invalid_id']);

export const isOfShape = ({ status, text }: Answered): boolean =>
  status === 422 && OF_SHAPE.has((JSON.parse(text) as { code: string }).code);

export function faultsOf(operation: Operation, sent: Sent, answered: Answered): string[] {
  const { status, type, text } = answered;
  const faults: string[] = [];
  if (status >= 500) faults.push(`a ${status}`);
  if (TRACES.test(text) && status >= 400) faults.push('a trace of what lies behind');
  if (status < 300 && sent.isBodyTaken === false) faults.push('a body was taken that its schema refuses');
  if (sent.mood === 'stranger' && !isRefusedToStrangers(operation, answered)) {
    faults.push('another account got something else than 404');
  }
  const name = answers(operation, status, sent.mood === 'hostile');
  if (name === undefined) return [...faults, `the status ${status}, which is not documented`];
  const isProblem = type.startsWith('application/problem+json');
  if (isProblem !== status >= 400) faults.push(`the media type ${type || 'none'} with ${status}`);
  const validate = operation.answers.get(name);
  if (validate === null || validate === undefined) return text === '' ? faults : [...faults, `a body with ${status}`];
  if (!validate(read(text))) {
    const [first] = validate.errors ?? [];
    faults.push(`an answer unlike its schema: ${first?.instancePath} ${first?.message}`);
  }
  return faults;
}

function answers({ answers: known }: Operation, status: number, isRoughly: boolean): string | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  if (known.has(String(status))) return String(status);
  return (isRoughly || status >= 500) && known.has(range) ? range : undefined;
}

/** What is wrong with the request itself may be said before anybody looks. */
const isRefusedToStrangers = ({ path }: Operation, answered: Answered): boolean =>
  path.includes('{')
    ? answered.status === 404 || answered.status === 422
    : answered.status >= 400 || isEmpty(answered.text);

const isEmpty = (text: string) => (read(text) as { data?: unknown[] }).data?.length === 0;

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
