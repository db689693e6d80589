/** Tells whoever waits how far the torture is, and keeps each row of its table for scripts/torture.mjs. */
import { appendFileSync } from 'node:fs';
import type { Count } from './account.js';

export function tell(line: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}

export function record(component: string, fault: string, count: Count): void {
  const { runs, ...found } = count;
  const said = Object.entries(found).filter(([, number]) => number > 0);
  const what = said.map(([name, number]) => `${number} ${name}`).join(', ') || 'nothing lost';
  tell(`${component}: ${fault}: ${runs} runs, ${what}`);
  write({ kind: 'row', component, fault, ...count });
}

/** A measurement beside the table. */
export function note(name: string, value: string): void {
  tell(`${name}: ${value}`);
  write({ kind: 'note', name, value });
}

function write(entry: object): void {
  const file = process.env.TORTURE_RESULTS;
  if (file) appendFileSync(file, `${JSON.stringify(entry)}\n`);
}
