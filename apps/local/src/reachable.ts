/** Asks, before anything is started, whether the port is free and the servers that were named answer. */
import { CannotStart } from '@app/platform';
import { Redis } from 'ioredis';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

const PATIENCE = 10_000;

export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen({ host, port, exclusive: true });
    await once(probe, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new CannotStart(`Port ${port} on ${host} is taken; set PORT to another one`);
    if (code === 'EACCES')
      throw new CannotStart(`Port ${port} on ${host} needs more rights; set PORT to one above 1023`);
    throw new CannotStart(`HOST ${host} is not an address of this machine (${code})`);
  }
  probe.close();
  await once(probe, 'close');
}

/** Mail waits for its server, and everything else runs meanwhile: a line, or null where one answers. */
export async function complaintOfSmtp(smtpUrl: string): Promise<string | null> {
  const { protocol, hostname, port: given } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  const port = Number(given) || (secure ? 465 : 587);
  const host = hostname.replace(/^\[|\]$/g, '');
  // Whether its certificate is good is for the one who sends; here it only has to answer.
  const socket = secure ? connectSecurely({ host, port, rejectUnauthorized: false }) : connect({ host, port });
  const greeting = await greetingOf(socket);
  socket.destroy();
  if (greeting.startsWith('220')) return null;
  return `SMTP_URL: no mail server answers at ${hostname}:${port} (${greeting}). Everything else runs; mail waits and is tried again.`;
}

function greetingOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    socket.setTimeout(PATIENCE, () => resolve('no greeting'));
    socket.once('data', (chunk: Buffer) => resolve(chunk.toString('latin1').split(/\r?\n/)[0] ?? ''));
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    socket.once('close', () => resolve('it hung up'));
  });
}

export async function checkRedis(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: PATIENCE,
    commandTimeout: PATIENCE,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let reason: NodeJS.ErrnoException | undefined;
  redis.on('error', (error: NodeJS.ErrnoException) => (reason ??= error));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    const { hostname, port } = new URL(redisUrl);
    const { code, message } = reason ?? (error as NodeJS.ErrnoException);
    throw new CannotStart(`REDIS_URL: no usable Redis at ${hostname}:${port || 6379} (${code ?? message})`);
  } finally {
    redis.disconnect();
  }
}
