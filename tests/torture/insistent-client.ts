/** A client that repeats a request with the same Idempotency-Key until somebody answers, as programs should. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { RecordedApplication } from '../support/house.js';

export interface Problem {
  code: string;
}

const PATIENCE_MS = 120_000;

export class InsistentClient {
  /** Requests that had to be repeated. */
  repeated = 0;
  /** The codes of the 5xx problems that were met. */
  readonly problems = new Map<string, number>();

  constructor(
    private readonly urls: () => string[],
    private readonly token = '',
    private readonly parent: InsistentClient | null = null,
  ) {}

  /** The same, for another candidate; what it meets is counted here too. */
  as(token: string): InsistentClient {
    return new InsistentClient(this.urls, token, this);
  }

  /** The answer, or null when it was refused for a reason of the domain (409, 404). Nothing is answered as an empty object. */
  async send<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<T | null> {
    const key = randomUUID();
    const deadline = Date.now() + PATIENCE_MS;
    for (let attempt = 0; Date.now() < deadline; attempt += 1) {
      if (attempt > 0) (this.parent ?? this).repeated += 1;
      const answer = await this.#once(method, path, body, key, attempt);
      if (answer && answer.status < 300) return (answer.body ?? {}) as T;
      if (answer && answer.status < 500 && answer.status !== 429) return null;
      if (answer) this.#count((answer.body as Problem).code);
      await pause(Math.min(50 * (attempt + 1), 1_000));
    }
    throw new Error(`${method} ${path} was not answered within ${PATIENCE_MS} ms`);
  }

  async apply(address: string): Promise<RecordedApplication> {
    const answered = await this.send<RecordedApplication>('POST', '/applications', {
      companyName: `Company of ${address}`,
      title: 'Backend Engineer',
      stage: 'interview',
      contact: { name: 'Dana Ito', email: address, role: 'recruiter' },
    });
    if (!answered) throw new Error('An application was refused');
    return answered;
  }

  async reject(applicationId: string): Promise<void> {
    await this.send('POST', `/applications/${applicationId}/rejection`, {});
  }

  async #once(method: string, path: string, body: object | undefined, key: string, attempt: number) {
    const urls = this.urls();
    const url = urls[attempt % Math.max(urls.length, 1)];
    if (url === undefined) return null;
    try {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        signal: AbortSignal.timeout(15_000),
        headers: {
          authorization: `Bearer ${this.token}`,
          'idempotency-key': key,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: (text ? JSON.parse(text) : null) as unknown };
    } catch {
      return null;
    }
  }

  #count(code: string): void {
    this.problems.set(code, (this.problems.get(code) ?? 0) + 1);
  }
}
