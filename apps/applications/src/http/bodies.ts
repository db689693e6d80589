/** The bodies that this API reads: strict JSON everywhere, CSV for imports, as they are and never compressed. */
import { refusal } from '@app/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { faultIn } from './json-text.policy.js';
import { membersAtFault, ruleBroken } from './members-at-fault.js';
import { RequestRefused } from './problem.js';

export const MEBIBYTE = 1_048_576;
const IMPORTS = '/api/v1/imports';
/** With any parameters: many clients name the charset whether asked or not. */
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json(?:\s*;.*)?$/i;
const CHARSETS = /;\s*charset\s*=\s*"?([^\s;"]*)/gi;

const hashes = new WeakMap<FastifyRequest, Buffer>();
const NO_BODY = hashOf('');

/** What the body was, byte by byte: SHA-256. */
export const bodyHash = (request: FastifyRequest): Buffer => hashes.get(request) ?? NO_BODY;

/** What it said: the keys of before an upgrade know it by that. */
export const hashAsRead = ({ body }: FastifyRequest): Buffer => hashOf(JSON.stringify(body ?? null));

export function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addHook('preParsing', (request, _reply, _payload, done) =>
    done(encodingFault(request) ?? typeFault(request)),
  );
  fastify.addContentTypeParser(JSON_TYPE, { parseAs: 'buffer' }, (request, body, done) => {
    try {
      hashes.set(request, hashOf(body));
      done(null, parseJson(body as Buffer, request.headers['content-type'] ?? ''));
    } catch (error) {
      done(error as Error);
    }
  });
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: 10 * MEBIBYTE }, (request, body, done) => {
    hashes.set(request, hashOf(body));
    done(null, body);
  });
}

function encodingFault(request: FastifyRequest): RequestRefused | null {
  const encoding = request.headers['content-encoding'];
  if (encoding === undefined || encoding.trim().toLowerCase() === 'identity') return null;
  return new RequestRefused(415, refusal('unsupported_content_encoding'), {
    headers: { 'accept-encoding': 'identity' },
  });
}

function typeFault(request: FastifyRequest): RequestRefused | null {
  const { mediaType } = request;
  if (mediaType === undefined || JSON_TYPE.test(mediaType)) return null;
  const isCsv = mediaType === 'text/csv';
  if (isCsv === (request.routeOptions.url === IMPORTS)) return null;
  return new RequestRefused(415, refusal('unsupported_media_type', { wanted: isCsv ? 'json_for_csv' : 'csv' }));
}

/** No body is no value; bytes that are not UTF-8 are refused, so that text is kept as it was sent or not at all. */
function parseJson(body: Buffer, type: string): unknown {
  for (const [, charset] of type.matchAll(CHARSETS)) {
    if (/^(?:utf-?8|us-ascii)$/i.test(charset!)) continue;
    throw new RequestRefused(415, refusal('unsupported_media_type', { wanted: 'utf_8' }));
  }
  if (body.length === 0) return undefined;
  const { text, value } = read(body);
  const fault = faultIn(text);
  if (fault === null) return value;
  throw new RequestRefused(422, refusal('invalid_body', { of: 'text', ...membersAtFault([fault]) }), {
    errors: [fault],
  });
}

function read(body: Buffer): { text: string; value: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    throw new RequestRefused(400, refusal('malformed_json'), { errors: [ruleBroken('malformed_json', [])] });
  }
}

function hashOf(body: string | Buffer): Buffer {
  return createHash('sha256').update(body).digest();
}
