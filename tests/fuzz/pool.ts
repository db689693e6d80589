/** What the owner has by now: ids from answers, by the resource that they name. */
import type { Draws } from './draws.js';

const NOBODY = '0190f3b0-0000-7000-8000-000000000000';
const IDS = new Set(['applicationId', 'companyId', 'contactId', 'vacancyId']);
/** The latest are the likeliest to be there still. */
const KEPT = 40;

export class Pool {
  private readonly ids = new Map<string, string[]>();
  /** Of lists, by their path. */
  private readonly cursors = new Map<string, string[]>();
  private readonly tags = new Map<string, string>();

  add(resource: string, id: unknown): void {
    if (typeof id === 'string') keep(this.ids, resource, id);
  }

  /** The id of an answer, and of what it names: `companyId` and the like. */
  learn(resource: string, answer: Record<string, unknown>): void {
    if (answer.id === undefined) return;
    this.add(resource, answer.id);
    for (const name of Object.keys(answer).filter((one) => IDS.has(one))) this.add(resourceOf(name), answer[name]);
    const merged = (answer.mergedFrom ?? []) as { id: string }[];
    for (const { id } of merged) this.addPair('merges', answer.id, id);
    if (resource === 'interviews') this.addPair('interviews', answer.applicationId, answer.id);
    // What came of a letter stays.
    if (resource === 'touches' && answer.followUpId === null) this.addPair('touches', answer.contactId, answer.id);
  }

  /** One, and what is of it: an interview of an application, a touch of a contact, or an entry that was taken up into one. */
  pair(kind: 'interviews' | 'touches' | 'merges', draws: Draws): [id: string, of: string] {
    const [id = NOBODY, of = NOBODY] = this.pick(`pairs of ${kind}`, draws).split(' ');
    return [id, of];
  }

  private addPair(kind: string, id: unknown, of: unknown): void {
    this.add(`pairs of ${kind}`, `${String(id)} ${String(of)}`);
  }

  pick(resource: string, draws: Draws): string {
    const known = this.ids.get(resource) ?? [];
    if (known.length === 0 || draws.chance(0.02)) return NOBODY;
    return draws.chance(0.6) ? draws.pick(known.slice(-4)) : draws.pick(known);
  }

  has(resource: string): boolean {
    return this.ids.has(resource);
  }

  addCursor(path: string, cursor: unknown): void {
    if (typeof cursor === 'string') keep(this.cursors, path, cursor);
  }

  cursor(path: string, draws: Draws): string | null {
    const known = this.cursors.get(path);
    return known === undefined ? null : draws.pick(known);
  }

  addTag(path: string, tag: string | null): void {
    if (tag !== null) this.tags.set(path, tag);
  }

  tag(path: string): string {
    return this.tags.get(path) ?? '*';
  }
}

/** `contactId` and the like, by the name of their list. */
export const resourceOf = (name: string): string => `${name.replace(/Id$/, '')}s`.replace(/ys$/, 'ies');

function keep(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key) ?? [];
  if (list.includes(value)) return;
  map.set(key, [...list, value].slice(-KEPT));
}
