/** A few parsers, kept warm while there is work; one that a body ended is replaced by the next that is asked for. */
import { PARSER_LIMITS, type ParserLimits } from './parser-limits.js';
import { ParserProcess } from './parser-process.js';

const MOST = 2;
const IDLE_MS = 60_000;

interface Idle {
  parser: ParserProcess;
  leaves: NodeJS.Timeout;
}

export class ParserPool {
  private readonly idle: Idle[] = [];
  private readonly waiting: (() => void)[] = [];
  private active = 0;

  /** `program`: what calls `parseTasks`, by its path. */
  constructor(
    private readonly program: string,
    private readonly limits: ParserLimits = PARSER_LIMITS,
  ) {}

  /** What the program makes of the task; rejects with what it threw, or with `ParserEnded`. */
  async run<Result>(task: unknown): Promise<Result> {
    await this.enter();
    try {
      const parser = this.take() ?? (await ParserProcess.start(this.program, this.limits));
      const answer = await parser.run(task);
      this.keep(parser);
      if ('error' in answer) throw new Error(answer.error);
      return answer.result as Result;
    } finally {
      this.leave();
    }
  }

  close(): void {
    for (const { parser, leaves } of this.idle.splice(0)) {
      clearTimeout(leaves);
      parser.end();
    }
  }

  private take(): ParserProcess | undefined {
    for (let last = this.idle.pop(); last !== undefined; last = this.idle.pop()) {
      clearTimeout(last.leaves);
      if (!last.parser.hasEnded) return last.parser;
    }
    return undefined;
  }

  private keep(parser: ParserProcess): void {
    const leaves = setTimeout(() => {
      this.idle.splice(this.idle.indexOf(idle), 1);
      parser.end();
    }, IDLE_MS).unref();
    const idle = { parser, leaves };
    this.idle.push(idle);
  }

  private async enter(): Promise<void> {
    if (this.active < MOST) this.active += 1;
    // Whoever leaves hands over their place.
    else await new Promise<void>((admitted) => this.waiting.push(admitted));
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.active -= 1;
  }
}
