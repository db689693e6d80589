/** A small process between us and Postgres: when its starter is killed, the channel closes and the server ends in order. */
import { spawn } from 'node:child_process';

const [command = '', uid = '', gid = '', ...args] = process.argv.slice(2);
const user = uid === '' ? {} : { uid: Number(uid), gid: Number(gid) };
const server = spawn(command, args, { ...user, stdio: ['ignore', 'inherit', 'inherit'] });

function end(steps: [NodeJS.Signals, number][]): void {
  for (const [signal, seconds] of steps) setTimeout(() => server.kill(signal), seconds * 1_000);
}

const asked: [NodeJS.Signals, number][] = [
  ['SIGINT', 0],
  ['SIGQUIT', 30],
  ['SIGKILL', 40],
];
/** First the kind way, which lets the services, also about to end, finish their last writes. */
const abandoned: [NodeJS.Signals, number][] = [
  ['SIGTERM', 0],
  ['SIGINT', 5],
  ['SIGQUIT', 35],
  ['SIGKILL', 45],
];

process.once('message', () => end(asked));
process.once('disconnect', () => end(abandoned));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
server.once('error', (error) => {
  process.stderr.write(`FATAL:  ${error.message}\n`);
  process.exit(1);
});
server.once('exit', (code) => process.exit(code ?? 1));
