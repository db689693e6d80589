/** Answers that say by nothing but their connection where they end. */
import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import { createServer as createSocketServer, type AddressInfo } from 'node:net';
import { ofBoard } from '@app/contracts';
import { OutboundGuard, parseAllowList } from '@app/platform';
import { HttpBoardClient } from '../../apps/worker/src/boards/reading/http-board.client.js';
import { AGENT } from '../support/board-readings.js';

describe('an answer', () => {
  it('that would end with its connection, and does not, is no whole page when it is left', async () => {
    const endless = createServer((_, response) => {
      response.useChunkedEncodingByDefault = false;
      response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).write('{"jobs":[]}');
    });
    await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(endless.address() as AddressInfo).port}/`;
    const guard = new OutboundGuard(parseAllowList('127.0.0.1'));
    const client = new HttpBoardClient(guard, AGENT, { timeMs: 1_000, bytes: 1_000_000 });
    const answer = await client.get({ url, accept: '*/*', trusted: true, etag: null, lastModified: null });
    endless.closeAllConnections();
    endless.close();
    expect(answer).toMatchObject({ kind: 'failed', why: ofBoard('no_answer_in_time', { seconds: 1 }) });
  });

  it.each([
    ['HTTP/1.1 200 OK\r\nconnection: close', 'failed'],
    ['HTTP/1.0 200 OK', 'failed'],
    // Whole by its length, whatever becomes of the connection.
    ['HTTP/1.1 200 OK\r\ncontent-length: 11\r\nconnection: close', 'page'],
  ])('that ends with its connection is no whole page when that is reset: %j', async (head, kind) => {
    const reset = createSocketServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        socket.write(`${head}\r\ncontent-type: application/json\r\n\r\n{"jobs":[]}`);
        // Taken in by then: a reset throws away what is on its way.
        setTimeout(() => socket.resetAndDestroy(), 100);
      });
    });
    await new Promise<void>((resolve) => reset.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(reset.address() as AddressInfo).port}/`;
    const client = new HttpBoardClient(new OutboundGuard(parseAllowList('127.0.0.1')), AGENT);
    const answer = await client.get({ url, accept: '*/*', trusted: true, etag: null, lastModified: null });
    await new Promise((resolve) => reset.close(resolve));
    expect(answer).toMatchObject({ kind, ...(kind === 'failed' && { why: ofBoard('answer_breaks_off') }) });
  });
});
