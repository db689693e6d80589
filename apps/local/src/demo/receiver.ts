/** A webhook receiver on this machine, as a program of the candidate's would be: it verifies, then believes. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface Receiver {
  url: string;
  /** Known once the endpoint is registered. */
  trust(secret: string): void;
  close(): void;
}

export async function listenForWebhooks(received: (type: string, verified: boolean) => void): Promise<Receiver> {
  let webhook: Webhook | undefined;
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      const type = (JSON.parse(body) as { type: string }).type;
      received(type, verifies(webhook, body, request));
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/rekindle`,
    trust: (secret) => (webhook = new Webhook(secret)),
    close: () => server.close(),
  };
}

function verifies(webhook: Webhook | undefined, body: string, request: IncomingMessage): boolean {
  try {
    webhook?.verify(body, request.headers as Record<string, string>);
    return webhook !== undefined;
  } catch {
    return false;
  }
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
