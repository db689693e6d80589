/** One request to an operation, as its mood has it. */
import type { ApiDocument, Operation } from './api-document.js';
import type { Draws } from './draws.js';
import type { Sent } from './oracle.js';
import type { Pool } from './pool.js';
import { spoiled, worse, worseBody, worseHeaders, worseId, worseQuery, worseText } from './spoiled-values.js';
import { ValidValues } from './valid-values.js';

type Mood = Sent['mood'];
type Body = Pick<Sent, 'body' | 'isBodyTaken'>;

export class Requests {
  private readonly values: ValidValues;
  private keys = 0;

  constructor(
    document: ApiDocument,
    private readonly pool: Pool,
    private readonly draws: Draws,
    /** Of the two accounts. */
    private readonly authorization: Record<'owner' | 'stranger', string>,
  ) {
    this.values = new ValidValues(document, pool, draws);
  }

  make(operation: Operation, mood: Mood): Sent {
    // What is apart again is named twice: in the path and in the body.
    const merge =
      operation.name === 'unmergeContacts' && mood === 'valid' ? this.pool.pair('merges', this.draws) : null;
    const path = merge ? operation.path.replace('{id}', merge[0]) : this.path(operation, mood);
    return {
      mood,
      method: operation.method,
      path: path + this.query(operation, mood),
      ...(merge ? { body: JSON.stringify({ from: merge[1] }), isBodyTaken: true } : this.body(operation, mood)),
      headers: this.headers(operation, mood, path),
    };
  }

  private path({ name, path }: Operation, mood: Mood): string {
    const within = /\{(interview|touch)Id\}/.exec(path);
    if (within && (mood !== 'hostile' || this.draws.chance(0.5))) {
      const [id, of] = this.pool.pair(within[1] === 'interview' ? 'interviews' : 'touches', this.draws);
      return path.replace('{id}', id).replace(within[0], of);
    }
    let resource = '';
    const filled = path
      .slice(1)
      .split('/')
      .map((part) => {
        if (!part.startsWith('{')) {
          resource = part;
          return part;
        }
        if (mood === 'hostile' && this.draws.chance(0.25)) return worseId(this.draws);
        const isBack = name.startsWith('restore') && resource !== 'follow-ups';
        return this.pool.pick(isBack ? `deleted ${resource}` : resource, this.draws);
      });
    return `/${filled.join('/')}`;
  }

  private query({ query, path }: Operation, mood: Mood): string {
    if (mood === 'hostile' && this.draws.chance(0.4)) return `?${worseQuery(this.draws)}`;
    const pairs = query
      .filter(() => this.draws.chance(0.3))
      .map(({ name, schema }) => [
        name,
        name === 'cursor' ? this.pool.cursor(path, this.draws) : this.values.of(schema, name),
      ])
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
    return pairs.length > 0 ? `?${pairs.join('&')}` : '';
  }

  private body({ body }: Operation, mood: Mood): Body {
    if (body === null) return { body: undefined, isBodyTaken: null };
    if (!body.isJson) {
      const file = this.values.file();
      return { body: mood === 'hostile' ? file + worseText(this.draws).toWellFormed() : file, isBodyTaken: null };
    }
    if (!body.isRequired && this.draws.chance(0.4)) return { body: undefined, isBodyTaken: true };
    const good = this.values.of(body.schema);
    if (mood === 'hostile' && this.draws.chance(0.5)) {
      return { body: worseBody(JSON.stringify(good), this.draws), isBodyTaken: null };
    }
    const isLeft = mood === 'valid' || mood === 'stranger';
    const value = isLeft
      ? good
      : mood === 'hostile' && this.draws.chance(0.2)
        ? worse(this.draws)
        : spoiled(good, this.draws);
    return { body: JSON.stringify(value), isBodyTaken: body.validate(value) };
  }

  private headers({ body, method, isConditional }: Operation, mood: Mood, path: string): Record<string, string> {
    const { draws } = this;
    this.keys += 1;
    return {
      authorization: this.authorization[mood === 'stranger' ? 'stranger' : 'owner'],
      ...(body && { 'content-type': body.isJson ? 'application/json' : 'text/csv' }),
      ...(method === 'POST' && draws.chance(0.3) && { 'idempotency-key': `fuzz-${draws.chance(0.2) ? 1 : this.keys}` }),
      ...(isConditional && draws.chance(0.2) && { 'if-match': this.pool.tag(path) }),
      ...(mood === 'hostile' && draws.chance(0.3) && worseHeaders(draws)),
    };
  }
}
