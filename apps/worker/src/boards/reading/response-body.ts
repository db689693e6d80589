/** Reads the body of an answer: unpacked, and never more than so many bytes. */
import { ofBoard } from '@app/contracts';
import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Body } from './body.js';
import { UnreadableBoard } from './connectors/connector.js';

const UNPACKED: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};
const MEGABYTE = 1_000_000;
const LONGEST_CODING = 100;

export async function readBody(response: IncomingMessage, limit: number): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of unpacked(response, limit)) {
      size += chunk.length;
      if (size > limit) throw tooLarge(limit);
      chunks.push(chunk);
    }
  } finally {
    response.destroy();
  }
  if (wasTornOff(response)) throw brokenOff();
  return { bytes: Buffer.concat(chunks, size), contentType: response.headers['content-type'] ?? '' };
}

/** The bytes as they were before they were packed. A break in the packed stream breaks the unpacked one. */
function unpacked(response: IncomingMessage, limit: number): AsyncIterable<Buffer> {
  if (Number(response.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const coding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (coding === 'identity' || coding === '') return response;
  const unpack = UNPACKED[coding]?.();
  if (unpack === undefined) {
    throw new UnreadableBoard(ofBoard('unknown_coding', { coding: coding.slice(0, LONGEST_CODING) }));
  }
  response.once('error', (error) => unpack.destroy(error));
  response.once('close', () => {
    if (!response.complete) unpack.destroy(brokenOff());
  });
  return response.pipe(unpack);
}

/** What ends with its connection ends in Node without an error, also when that is reset. */
function wasTornOff({ headers, socket }: IncomingMessage): boolean {
  const saysItsEnd = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  return !saysItsEnd && socket.errored !== null;
}

function brokenOff(): Error {
  return new UnreadableBoard(ofBoard('answer_breaks_off'));
}

function tooLarge(limit: number): Error {
  return new UnreadableBoard(ofBoard('answer_too_large', { megabytes: limit / MEGABYTE }));
}
