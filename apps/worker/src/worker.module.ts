import { Database } from '@app/database';
import { Planning, WaitingRows } from '@app/follow-ups';
import { Ids, OutboundGuard, parseAllowList, Sealer, UuidV7Ids, VERSION } from '@app/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import { PageReadings } from './boards/addresses/page-readings.service.js';
import { BoardReader } from './boards/reading/board-reader.js';
import { BodyParser } from './boards/reading/body-parser.js';
import { type BoardLimits, HttpBoardClient } from './boards/reading/http-board.client.js';
import { PoliteAsking } from './boards/reading/polite-asking.js';
import { PostingReader, READING_SECONDS } from './boards/reading/posting-reader.js';
import { KeptRobots } from './boards/reading/robots.js';
import { SharedPoliteness } from './boards/reading/shared-politeness.js';
import { BoardMoves } from './boards/telling/board-moves.service.js';
import { NewRoleNotes } from './boards/telling/new-role-notes.service.js';
import { Sightings } from './boards/telling/sightings.service.js';
import { Sweeps } from './boards/sweeps/sweeps.service.js';
import { Claims } from './effects/email/claims.service.js';
import { LetterClaims } from './effects/email/letter-claims.service.js';
import { LetterFreezer } from './effects/email/letter-freezer.service.js';
import { LetterOutcomes } from './effects/email/letter-outcomes.service.js';
import { Letters } from './effects/email/letters.service.js';
import { MailAccounts } from './effects/email/mail-accounts.service.js';
import { Mailer } from './effects/email/mailer.js';
import { TestLetters } from './effects/email/test-letters.service.js';
import { Sender } from './sender.js';
import { ReminderClaims } from './effects/reminder/reminder-claims.service.js';
import { ReminderFreezer } from './effects/reminder/reminder-freezer.service.js';
import { ReminderOutcomes } from './effects/reminder/reminder-outcomes.service.js';
import { Reminders } from './effects/reminder/reminders.service.js';
import { UntilWritten } from './effects/until-written.service.js';
import { Deliveries } from './effects/webhook/deliveries.service.js';
import { Fanout } from './effects/webhook/fanout.service.js';
import { HttpWebhookClient } from './effects/webhook/http.webhook-client.js';
import { WebhookClient } from './effects/webhook/webhook.client.js';
import type { WorkerEnv } from './env.js';
import { NewRolesFound } from './follow-up/new-roles.service.js';
import { ImportUndo } from './imports/import-undo.service.js';
import { Imports } from './imports/imports.service.js';
import { ProcessLife } from './process-life.js';
import { ParserPool } from './parsers/parser-pool.js';
import { PurgeSweep } from './purge/purge-sweep.service.js';
import { Purge } from './purge/purge.service.js';
import { DeliveryHints } from './queue/deliveries.processor.js';
import { Hints } from './queue/hints.processor.js';
import { ImportHints } from './queue/imports.processor.js';
import { Messages } from './queue/messages.service.js';
import type { QueueBackend } from './queue/queue.backend.js';
import { QueueModule } from './queue/queue.module.js';
import { RadarHints } from './queue/radar.processor.js';
import { ReadingHints } from './queue/readings.processor.js';
import { Relay } from './relay/relay.service.js';
import { SignOfLife } from './relay/sign-of-life.js';
import { userAgent } from './user-agent.js';
import { WorkerLogger } from './worker.logger.js';

/** Somebody waits. */
const LIMITS_OF_A_FORM: BoardLimits = { timeMs: READING_SECONDS * 1_000, bytes: 30_000_000 };

interface Parts {
  env: WorkerEnv;
  database: Database;
  queue: QueueBackend;
  mailer: Mailer;
  logger: WorkerLogger;
}

@Module({})
export class WorkerModule {
  static with({ env, database, queue, mailer, logger }: Parts): DynamicModule {
    const guard = new OutboundGuard(parseAllowList(env.OUTBOUND_ALLOW));
    const readers = readersOf(guard, env, database);
    return {
      module: WorkerModule,
      imports: [QueueModule.on(queue)],
      providers: [
        { provide: Database, useValue: database },
        { provide: Mailer, useValue: mailer },
        { provide: WorkerLogger, useValue: logger },
        { provide: Ids, useClass: UuidV7Ids },
        { provide: Sealer, useFactory: () => new Sealer(env.REKINDLE_SECRET_KEY) },
        { provide: Sender, useFactory: () => new Sender(env.MAIL_CAPTURED, env.PUBLIC_URL) },
        {
          provide: MailAccounts,
          inject: [Ids, Sealer, Sender],
          useFactory: (ids: Ids, sealer: Sealer, sender: Sender) =>
            new MailAccounts(database, ids, sealer, sender, logger, env.SMTP_URL),
        },
        {
          provide: Planning,
          inject: [Ids, Sender],
          useFactory: (ids: Ids, { mail }: Sender) => new Planning(ids, mail),
        },
        { provide: WaitingRows, inject: [Planning], useFactory: ({ rows }: Planning) => rows },
        { provide: WebhookClient, useFactory: () => new HttpWebhookClient(guard, VERSION) },
        { provide: BoardReader, useValue: readers.boards },
        { provide: PostingReader, useValue: readers.postings },
        ProcessLife,
        { provide: SignOfLife, useFactory: () => new SignOfLife(queue.kind, () => performance.now()) },
        Relay,
        Hints,
        DeliveryHints,
        RadarHints,
        ReadingHints,
        ImportHints,
        Imports,
        ImportUndo,
        PageReadings,
        Sweeps,
        BoardMoves,
        Sightings,
        NewRoleNotes,
        Messages,
        NewRolesFound,
        Claims,
        Letters,
        LetterClaims,
        LetterFreezer,
        LetterOutcomes,
        TestLetters,
        Reminders,
        ReminderClaims,
        ReminderFreezer,
        ReminderOutcomes,
        UntilWritten,
        Fanout,
        Deliveries,
        Purge,
        PurgeSweep,
      ],
    };
  }
}

/** Of boards and of single postings: one gate, one robots.txt of a site, the same few parsers. */
function readersOf(guard: OutboundGuard, env: WorkerEnv, database: Database) {
  const agent = userAgent(VERSION, env.BOARD_CONTACT);
  const client = new HttpBoardClient(guard, agent);
  const gate = new SharedPoliteness(database);
  const parsers = new ParserPool(fileURLToPath(new URL('./boards/reading/parser-main.js', import.meta.url)));
  const parser = new BodyParser(parsers);
  const robots = new KeptRobots(database, client, parser);
  const asking = (by: HttpBoardClient) => new PoliteAsking(by, env.BOARD_BASE_URLS, gate, undefined, robots);
  return {
    boards: new BoardReader(asking(client), parser),
    postings: new PostingReader(asking(new HttpBoardClient(guard, agent, LIMITS_OF_A_FORM)), parser),
  };
}
