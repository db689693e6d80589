import { useSuspenseQuery } from '@tanstack/react-query';
import { instanceQuery, meQuery } from '../../api/account.queries.js';
import { Fact, Facts } from '../../look/facts.js';
import { Moment } from '../../time/moment.js';
import { useYours } from '../../time/yours.js';
import { SettingsRoom } from '../settings-room.js';
import { BoardsInTrouble } from './boards-in-trouble.js';
import { standingOf } from './installation.policy.js';
import { MailFact } from './mail-fact.js';
import { Parked } from './parked.js';
import {
  ADDRESS,
  DATABASE,
  HEARD,
  LOOPBACK,
  MAIL,
  NEVER_HEARD,
  NOTHING_WAITS,
  OF_VERSION,
  OPENING,
  postgres,
  QUEUE,
  QUEUE_IN,
  VERSION,
  WAITING,
  waitingOf,
  WORKER,
} from './installation.words.js';

/** As often as the worker speaks. */
const AGAIN_MS = 10_000;

export default function InstallationScreen() {
  const { data: instance } = useSuspenseQuery({ ...instanceQuery, refetchInterval: AGAIN_MS });
  const { data: me } = useSuspenseQuery(meQuery);
  const { now } = useYours();
  const { version, publicUrl, loopback, database, worker, waiting } = instance;
  return (
    <SettingsRoom part="installation" opening={OPENING[standingOf(instance, now)]}>
      <Facts>
        <Fact term={VERSION}>{version}</Fact>
        <Fact term={ADDRESS}>
          <p>{publicUrl}</p>
          {loopback ? <p>{LOOPBACK}</p> : null}
        </Fact>
        <Fact term={MAIL}>
          <MailFact mail={instance.mail} refusal={me.mailRefusal} />
        </Fact>
        <Fact term={DATABASE}>{postgres(database.version)}</Fact>
        <Fact term={WORKER}>
          {worker === null ? (
            NEVER_HEARD
          ) : (
            <>
              {HEARD} <Moment at={worker.heardAt} />
              {worker.version === version ? null : <>, {OF_VERSION(worker.version)}</>}
            </>
          )}
        </Fact>
        {worker === null ? null : <Fact term={QUEUE}>{QUEUE_IN[worker.queue]}</Fact>}
        <Fact term={WAITING}>
          {waiting.since === null ? (
            NOTHING_WAITS
          ) : (
            <>
              {waitingOf(waiting.messages)} <Moment at={waiting.since} />
            </>
          )}
        </Fact>
      </Facts>
      <Parked />
      <BoardsInTrouble />
    </SettingsRoom>
  );
}
