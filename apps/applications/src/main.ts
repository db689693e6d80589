import { CannotStart, readEnv, withoutCredentials } from '@app/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.js';
import { env } from './env.js';

const PATIENCE_MS = 10_000;

async function main(): Promise<void> {
  const settings = readEnv(env, process.env);
  const app = await createApp(settings);
  process.once('SIGTERM', () => void stop(app));
  process.once('SIGINT', () => void stop(app));
  try {
    await app.listen(settings.PORT, settings.HOST);
  } catch (error) {
    await app.close();
    throw cannotListen(error, settings.HOST, settings.PORT);
  }
  process.send?.({ ready: true });
}

/** Requests under way get their answer; neither a kept connection nor a client that reads nothing holds the stop up. */
async function stop(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await app.close();
  clearInterval(sweep);
  clearTimeout(patience);
}

function cannotListen(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new CannotStart(`Port ${port} on ${host} is taken. Stop what listens there, or set PORT to another port.`);
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new CannotStart(
      `Cannot listen on ${host}:${port} (${code}). Set HOST and PORT to an address of this machine.`,
    );
  }
  return error;
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${withoutCredentials(message).replaceAll('\n', ' ')}\n`);
  process.exit(1);
});
