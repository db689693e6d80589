import type { Logger } from '@app/platform';

/** The process's logger as something Nest can hand out. */
export class WorkerLogger {
  constructor(readonly pino: Logger) {}
}
