/** What no HTTP client would send, byte for byte, and the first answer to it. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  status: number;
  headers: Map<string, string>;
  text: string;
}

export async function open(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Sends it, and waits for an answer or the end of the connection; it never ends the connection first. */
export async function ask(url: string, bytes: string | Buffer): Promise<RawAnswer> {
  const socket = await open(url);
  socket.write(bytes);
  const answer = await answerOn(socket);
  socket.destroy();
  return answer;
}

export function answerOn(socket: Socket): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let seen = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      seen = Buffer.concat([seen, chunk]);
      const answer = answerIn(seen);
      if (answer !== undefined) resolve(answer);
    });
    socket.on('close', () => reject(new Error(`The connection ended after ${JSON.stringify(seen.toString())}`)));
  });
}

/** Of an answer whose length is known, which all of ours to a broken request are. */
function answerIn(seen: Buffer): RawAnswer | undefined {
  const end = seen.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const [first = '', ...lines] = seen.subarray(0, end).toString().split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const length = Number(headers.get('content-length') ?? 0);
  if (seen.length < end + 4 + length) return undefined;
  const text = seen.subarray(end + 4, end + 4 + length).toString();
  return { status: Number(first.split(' ')[1]), headers, text };
}
