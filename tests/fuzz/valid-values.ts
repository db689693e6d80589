/** Values that a schema of the description takes, and that mean something where a name or a format says what. */
import type { ApiDocument, Schema } from './api-document.js';
import type { Draws } from './draws.js';
import { TOKEN } from '../support/applications-api.js';
import { type Pool, resourceOf } from './pool.js';

const DAY = 86_400_000;
const AHEAD = new Set(['scheduledAt', 'until', 'dueAt']);
const BY_NAME: Record<string, readonly string[]> = {
  timezone: ['Europe/Kyiv', 'UTC', 'America/New_York', 'Asia/Kathmandu'],
  country: ['DE', 'GB', 'UA', 'US', 'JP'],
  region: ['DE-BY', 'GB-ENG', 'US-CA', 'UA-30'],
  slug: ['acme', 'northwind', 'Acme1'],
  messageId: ['<4711@mail.example.com>', '<a.b+c@[127.0.0.1]>'],
  from: ['00:00', '09:00', '08:30'],
  to: ['24:00', '23:59', '11:30'],
  token: [TOKEN],
  companyName: ['Acme', 'Northwind', 'Übersee GmbH', '株式会社アクメ'],
};
/** Whose ids they are, where the name does not say it. */
const IDS_BY_NAME: Record<string, string> = { from: 'contacts', ids: 'follow-ups' };
const DURATIONS = ['PT0S', 'P1D', 'P14D', 'P6M', 'P10Y', 'PT36H', 'P1Y2M3DT4H5M6S', 'P1W'];
const TIMES = ['00:00', '07:15', '23:59'];
const URLS = [
  'http://127.0.0.1:9/jobs/',
  'https://boards.greenhouse.io/acme/jobs/',
  'https://jobs.lever.co/northwind/',
  'https://xn--bcher-kva.example/jöbs?id=',
];

export class ValidValues {
  constructor(
    private readonly document: ApiDocument,
    private readonly pool: Pool,
    private readonly draws: Draws,
  ) {}

  /** `name`: of the member that it is for. */
  of(given: Schema, name = ''): unknown {
    const { draws } = this;
    const schema = this.document.resolve(given);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return draws.pick(schema.enum);
    if (schema.anyOf) return this.of(this.choice(schema.anyOf), name);
    switch (schema.type) {
      case 'boolean':
        return draws.chance(0.5);
      case 'null':
        return null;
      case 'integer':
      case 'number':
        return this.number(schema);
      case 'array':
        return this.list(schema, name);
      case 'object':
        return this.object(schema);
      default:
        return this.text(schema, name);
    }
  }

  /** Of a file that is imported. */
  file(): string {
    const rows = Array.from({ length: this.draws.below(4) }, () => {
      const url = `https://www.linkedin.com/jobs/view/${this.draws.below(100_000)}`;
      return `"11/${1 + this.draws.below(28)}/23, 9:42 AM",Company ${this.draws.below(50)},Cook,${url}`;
    });
    return ['Application Date,Company Name,Job Title,Job Url', ...rows, ''].join('\n');
  }

  private choice(options: Schema[]): Schema {
    const told = options.filter(({ type }) => type !== 'null');
    return this.draws.chance(0.75) && told.length > 0 ? this.draws.pick(told) : this.draws.pick(options);
  }

  private number({ minimum = 0, maximum = 100 }: Schema): number {
    const [low, high] = [Math.max(minimum, -1e9), Math.min(maximum, 1e9)];
    if (this.draws.chance(0.2)) return this.draws.pick([low, high]);
    return low + this.draws.below(high - low + 1);
  }

  private list({ items = {}, minItems = 0, maxItems = 5 }: Schema, name: string): unknown[] {
    const length = minItems + this.draws.below(Math.min(maxItems, 4) - minItems + 1);
    const made = Array.from({ length }, () => this.of(items, name));
    return made.filter((value, index) => made.indexOf(value) === index);
  }

  private object({ properties = {}, required = [] }: Schema): Record<string, unknown> {
    const eagerness = this.draws.pick([0.1, 0.4, 0.8]);
    const names = Object.keys(properties).filter((name) => required.includes(name) || this.draws.chance(eagerness));
    return Object.fromEntries(names.map((name) => [name, this.of(properties[name]!, name)]));
  }

  private text(schema: Schema, name: string): string {
    const { draws } = this;
    const { format, pattern = '' } = schema;
    if (format === 'uuid') return this.pool.pick(IDS_BY_NAME[name] ?? resourceOf(name), draws);
    if (format === 'date-time') return this.moment(name);
    if (format === 'idn-email')
      return `${draws.pick(['dana', 'yuri', 'olena', 'jörg'])}${draws.below(500)}@example.com`;
    if (format === 'iri' || format === 'uri') return draws.pick(URLS) + draws.below(300);
    if (BY_NAME[name]) return draws.pick(BY_NAME[name]);
    if (pattern.startsWith('^P')) return draws.pick(DURATIONS);
    if (pattern.startsWith('^([01]')) return draws.pick(TIMES);
    return this.free(schema);
  }

  private free({ maxLength = 300, minLength = 0, pattern, allOf = [] }: Schema): string {
    const longest = this.draws.chance(0.05) ? maxLength : Math.min(maxLength, 40);
    const text = this.draws.text(longest).slice(0, maxLength).toWellFormed();
    const patterns = [pattern, ...allOf.map((one) => one.pattern)].filter((one) => one !== undefined);
    const isTaken = text.length >= minLength && patterns.every((one) => new RegExp(one, 'u').test(text));
    return isTaken ? text : `Plain words ${this.draws.below(10_000)}`.slice(0, maxLength);
  }

  private moment(name: string): string {
    const days = AHEAD.has(name) ? 1 + this.draws.below(300) : -this.draws.below(60);
    const at = new Date(Date.now() + days * DAY - this.draws.below(3_600_000)).toISOString();
    return this.draws.chance(0.3) ? at.replace('Z', '+00:00') : at;
  }
}
