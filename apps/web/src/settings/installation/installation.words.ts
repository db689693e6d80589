import { number } from '../../look/number.words.js';
import type { Standing } from './installation.policy.js';

export const OPENING: Record<Standing, string> = {
  works: 'It does its work.',
  silent: 'Nobody does the work at the moment: letters and reminders wait.',
  never: 'No worker has ever run here: letters and reminders wait.',
  another_version: 'It does its work, in two versions at once.',
};
export const VERSION = 'Version';
export const ADDRESS = 'Its address';
export const LOOPBACK = 'Links in mail work on this computer only.';
export const MAIL = 'Mail';
export const CAPTURED = 'Is kept on this machine: nobody gets a letter.';
export const throughServer = (host: string) => `Leaves through ${host}.`;
export const NO_SERVER = 'Leaves, as soon as the worker has named its mail server.';
export const REFUSED: Record<'account' | 'sender', string> = {
  account: 'The mail server refuses all mail:',
  sender: 'The mail server refuses what is from you:',
};
export const NEXT_TRY = 'Tried again';
export const DATABASE = 'Database';
export const postgres = (version: string) => `Postgres ${version}, reachable.`;
export const WORKER = 'Worker';
export const HEARD = 'Heard last';
export const OF_VERSION = (version: string) => `version ${version}`;
export const NEVER_HEARD = 'Never heard.';
export const QUEUE = 'Queue';
export const QUEUE_IN = { postgres: 'In Postgres.', redis: 'In Redis.' };
export const WAITING = 'Waiting for it';
export const NOTHING_WAITS = 'Nothing.';
export const waitingOf = (messages: number) => (messages === 1 ? 'One fact, since' : `${messages} facts, since`);
export const PARKED = 'Set aside';
export const PARKED_WHY =
  'These facts could not be dealt with, again and again. What should follow from them does not.';
export const NONE_PARKED = 'Nothing is set aside.';
export const failures = (count: number) => `failed ${count} times`;
export const HAND_OVER = 'Hand it over again';
export const handOverOf = (type: string) => `${HAND_OVER}: ${type}`;
export const BOARDS = 'Boards in trouble';
export const NO_BOARD = 'No board that you watch is in trouble.';
export const boardName = (provider: string, slug: string) => `${provider}/${slug}`;
export const watchedOf = (count: number) =>
  count === 1
    ? 'One job is watched there'
    : `${number(count)} jobs are watched there`.replace(/^./, (first) => first.toUpperCase());
export const LAST_READ = 'Last read';
export const NEXT_READ = 'next';
