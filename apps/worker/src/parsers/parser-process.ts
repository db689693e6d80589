/** One parser: a process of its own, so that whatever a body does to it is done to nobody else. */
import { ofBoard, type Sentence } from '@app/contracts';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Answer } from './parse-tasks.js';
import type { ParserLimits } from './parser-limits.js';

/** The end of a parser, said as what the body did. */
export class ParserEnded extends Error {
  override readonly name = 'ParserEnded';

  constructor(readonly said: Sentence) {
    super(`${said.code}: ${JSON.stringify(said.facts)}`);
  }
}

export class ParserProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly limits: ParserLimits,
  ) {}

  static async start(program: string, limits: ParserLimits): Promise<ParserProcess> {
    const child = fork(program, [String(limits.cpuMs)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${limits.megabytes}`],
      // No secret of ours is near what strangers send.
      env: {},
    });
    const parser = new ParserProcess(child, limits);
    child.on('error', () => undefined);
    if ((await parser.said(limits.clockMs)) !== 'ready') throw new Error('a parser could not be started');
    parser.rest();
    return parser;
  }

  /** Rejects with `ParserEnded` when it is gone for good. */
  async run(task: unknown): Promise<Answer> {
    this.child.ref();
    this.child.channel?.ref();
    const started = performance.now();
    const answered = this.said(this.limits.clockMs);
    this.child.send(task as object, () => undefined);
    const answer = await answered;
    if (answer === undefined) throw new ParserEnded(this.reason(performance.now() - started));
    this.rest();
    return answer as Answer;
  }

  get hasEnded(): boolean {
    return !this.child.connected || this.child.exitCode !== null || this.child.signalCode !== null;
  }

  end(): void {
    this.child.kill('SIGKILL');
  }

  /** What it says next; undefined when it ends instead, or is ended by the clock. */
  private async said(withinMs: number): Promise<unknown> {
    const clock = setTimeout(() => this.end(), withinMs);
    const over = new AbortController();
    try {
      return await Promise.race([
        once(this.child, 'message', { signal: over.signal }).then(([message]: unknown[]) => message),
        once(this.child, 'exit', { signal: over.signal }).then(() => undefined),
      ]);
    } finally {
      over.abort();
      clearTimeout(clock);
    }
  }

  private reason(elapsedMs: number): Sentence {
    const { cpuMs, megabytes } = this.limits;
    const { exitCode, signalCode } = this.child;
    if (signalCode === 'SIGABRT' || exitCode === 134) return ofBoard('too_much_memory', { megabytes });
    if (elapsedMs >= cpuMs) return ofBoard('too_much_time', { seconds: cpuMs / 1_000 });
    return ofBoard('parser_ended', { with: String(signalCode ?? exitCode) });
  }

  /** Holds nobody's end up. */
  private rest(): void {
    this.child.unref();
    this.child.channel?.unref();
  }
}
