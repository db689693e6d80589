/** A JSON answer of a board, or a clear word on what came instead. */
import { ofBoard } from '@app/contracts';
import { z } from 'zod';
import { UnreadableBoard } from './connector.js';

/** Each becomes an object in memory: a whole heap fits into a few megabytes of brackets. */
const MOST_BRACKETS = 2_000_000;
const SHORT_ENOUGH = 2_000_000;
const LONG_NUMBER = /\d{16}/;
const EXCERPT = 200;

export function jsonOf(body: string): unknown {
  const text = body.replace(/^\uFEFF/, '').trim();
  if (text === '') throw new UnreadableBoard(ofBoard('nothing'));
  if (text.startsWith('<')) throw new UnreadableBoard(ofBoard('web_page'));
  if (isOverfull(text)) throw new UnreadableBoard(ofBoard('json_too_long'));
  try {
    return LONG_NUMBER.test(text) ? JSON.parse(text, exactNumber) : JSON.parse(text);
  } catch {
    throw new UnreadableBoard(ofBoard('json_broken'));
  }
}

export function isOverfull(json: string): boolean {
  if (json.length <= SHORT_ENOUGH) return false;
  let brackets = 0;
  for (let at = 0; at < json.length; at += 1) {
    const character = json.charCodeAt(at);
    if (character === 0x7b || character === 0x5b) brackets += 1;
  }
  return brackets > MOST_BRACKETS;
}

/** Reads the frame around the postings; a frame without them is an error that came with a good status. */
export function framed<T extends z.ZodType>(frame: T, answer: unknown): z.infer<T> {
  const read = frame.safeParse(answer);
  if (read.success) return read.data;
  const said = ERROR.safeParse(answer);
  const words = said.success ? (said.data.error ?? said.data.message ?? said.data.errorMessage) : null;
  if (words) throw new UnreadableBoard(ofBoard('error_said', { said: words }));
  throw new UnreadableBoard(ofBoard('json_without_list'));
}

const words = z
  .union([z.string(), z.object({ message: z.string() }).transform(({ message }) => message)])
  .transform((text) => text.slice(0, EXCERPT))
  .nullish()
  .catch(null);
const ERROR = z.object({ error: words, message: words, errorMessage: words });

function exactNumber(_: string, value: unknown, context?: { source: string }): unknown {
  const isWhole = typeof value === 'number' && context !== undefined && /^-?\d+$/.test(context.source);
  return isWhole && !Number.isSafeInteger(value) ? context.source : value;
}
