/** What was asked, what came back, and what was wrong with it. */
import type { Answered, Sent } from './oracle.js';

interface Counts {
  requests: number;
  succeeded: number;
  refused: number;
  /** The description took the body, the route did not. */
  byRule: number;
  strangers: number;
  faults: number;
}

const MOST_TOLD = 20;

export class Tally {
  readonly faults: string[] = [];
  readonly rules = new Map<string, number>();
  readonly moods = { valid: 0, nearly: 0, hostile: 0, stranger: 0 };
  private readonly counts: Map<string, Counts>;

  constructor(operations: string[]) {
    const none = { requests: 0, succeeded: 0, refused: 0, byRule: 0, strangers: 0, faults: 0 };
    this.counts = new Map(operations.map((name) => [name, { ...none }]));
  }

  add(operation: string, sent: Sent, { status, text }: Answered, faults: string[]): void {
    const counts = this.counts.get(operation)!;
    counts.requests += 1;
    this.moods[sent.mood] += 1;
    if (status < 300 && sent.mood !== 'stranger') counts.succeeded += 1;
    if (status >= 400 && status < 500) counts.refused += 1;
    if (sent.mood === 'stranger' && status === 404) counts.strangers += 1;
    counts.faults += faults.length;
    if (this.isFull) return;
    const { method, path, body, headers, mood } = sent;
    const shown = { ...headers, authorization: '...' };
    const asked = `${mood} ${method} ${path.slice(0, 200)} ${JSON.stringify(shown)} ${String(body ?? '').slice(0, 400)}`;
    for (const fault of faults) this.faults.push(`${operation}: ${fault}\n  ${asked}\n  -> ${text.slice(0, 400)}`);
  }

  refusedByRule(operation: string, { text }: Answered): void {
    this.counts.get(operation)!.byRule += 1;
    const [error] = (JSON.parse(text) as { errors?: { pointer: string; detail: string }[] }).errors ?? [];
    const rule = `${operation} ${error?.pointer} ${error?.detail}`;
    this.rules.set(rule, (this.rules.get(rule) ?? 0) + 1);
  }

  /** More faults are not told. */
  get isFull(): boolean {
    return this.faults.length >= MOST_TOLD;
  }

  hasSucceeded = (operation: string): boolean => this.counts.get(operation)!.succeeded > 0;

  /** Operations that never got what they ask for. */
  get neverSucceeded(): string[] {
    return [...this.counts].filter(([, { succeeded }]) => succeeded === 0).map(([name]) => name);
  }

  get totals(): Counts & { operations: number } {
    const sum = (key: keyof Counts) => [...this.counts.values()].reduce((total, counts) => total + counts[key], 0);
    const [requests, succeeded, refused] = [sum('requests'), sum('succeeded'), sum('refused')];
    const others = { byRule: sum('byRule'), strangers: sum('strangers'), faults: sum('faults') };
    return { operations: this.counts.size, requests, succeeded, refused, ...others };
  }
}
