/** What one body may cost before its parser is ended. */
export interface ParserLimits {
  /** Of the processor's time: a busy machine gets the time it needs. */
  cpuMs: number;
  /** Of the heap. */
  megabytes: number;
  /** By the clock, should the parser not end itself. */
  clockMs: number;
}

export const PARSER_LIMITS: ParserLimits = { cpuMs: 2_000, megabytes: 256, clockMs: 60_000 };
