/** A browser as the service sees one: it keeps its cookie, and says which page asks. */
import type { Answer } from './applications-api.js';

export class Browser {
  /** `name=value` */
  cookie = '';
  /** As it was set, with its attributes. */
  setCookie: string | null = null;

  constructor(
    private readonly url: string,
    private readonly origin: string,
  ) {}

  /** A header that is empty is not sent. */
  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const isRaw = typeof body === 'string';
    const all = {
      accept: 'application/json',
      'sec-fetch-site': 'same-origin',
      cookie: this.cookie,
      origin: method === 'GET' ? '' : this.origin,
      'content-type': body === undefined || isRaw ? '' : 'application/json',
      ...headers,
    };
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
      ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) {
      this.setCookie = set;
      this.cookie = /Max-Age=0\b/.test(set) ? '' : set.split(';')[0]!;
    }
    const answered = (text.startsWith('{') ? JSON.parse(text) : null) as Answer['body'];
    const { id = '', data = [] } = (answered ?? {}) as Partial<Answer>;
    return { status: response.status, headers: response.headers, body: answered, id, data };
  }

  signIn(body: object, headers?: Record<string, string>): Promise<Answer> {
    return this.ask('POST', '/api/v1/session', body, headers);
  }
}
