import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText, ROOT, sourceFiles, type SourceFile } from './source-tree.js';

const production = sourceFiles('apps', 'libs').filter(({ path }) => !path.endsWith('.spec.ts'));
const specs = sourceFiles('apps', 'libs', 'tests').filter(({ path }) => path.endsWith('.spec.ts'));
const support = sourceFiles('tests', 'scripts').filter(({ path }) => !path.endsWith('.spec.ts'));
const everything = [...production, ...specs, ...support];

describe('two hops find anything', () => {
  const ROLES = [
    'module',
    'controller',
    'service',
    'queries',
    'schemas',
    'policy',
    'handler',
    'event',
    'entity',
    'words',
  ];
  // `<what>.<port>.ts`: an adapter says what it is of what. A new port is a decision, so it is written down here.
  const PORTS = ['mailer', 'client', 'webhook-client', 'guard', 'backend', 'logger', 'processor'];

  // Of the web alone: a screen is one address, a sheet one deed over it, verbs are values, words are its strings.
  const WEB_ROLES = new Set(['screen', 'sheet', 'verbs', 'words', 'config', 'd']);

  it('the suffix is a role from the closed list', () => {
    const isOfTheWeb = ({ path }: SourceFile) => path.startsWith('apps/web/') && WEB_ROLES.has(suffixOf(path) ?? '');
    const services = production.filter((file) => !isOfTheWeb(file));
    expect(pathsWhere(services, ({ path }) => !ROLES.concat(PORTS).includes(suffixOf(path) ?? 'policy'))).toEqual([]);
  });

  it('names are lower case with dashes, and have one suffix at most', () => {
    const named = /^(\.?[a-z0-9]+(-[a-z0-9]+)*)(\.[a-z-]+)?\.[cm]?[jt]sx?$/;
    expect(pathsWhere(production, ({ path }) => !named.test(nameOf(path)))).toEqual([]);
  });

  it('no folder and no file is a place for leftovers', () => {
    const leftovers = /(^|\/)(utils?|helpers?|common|base|shared|misc)(\/|\.[jt]s$)/;
    expect(pathsWhere(everything, ({ path }) => leftovers.test(path))).toEqual([]);
  });

  it('no type is called after being an interface or a base', () => {
    const named = /\b(interface|type|class) (I[A-Z][a-z]|(Base|Abstract)[A-Z])/;
    expect(pathsWhere(everything, ({ text }) => named.test(text))).toEqual([]);
  });

  it('the first two levels are those of the plan', () => {
    expect(
      entriesOf('apps').filter(
        (name) => !['applications', 'worker', 'local', 'web', 'tsconfig.build.json'].includes(name),
      ),
    ).toEqual([]);
    expect(entriesOf('libs')).toEqual(['contracts', 'database', 'follow-ups', 'platform', 'recording']);
    const kinds = new Set([
      'architecture',
      'bench',
      'browser',
      'e2e',
      'fuzz',
      'integration',
      'simulation',
      'support',
      'torture',
    ]);
    expect(entriesOf('tests').filter((name) => !kinds.has(name))).toEqual([]);
  });

  it('nothing stands at the top that a tool or a newcomer does not look for there', () => {
    const folders = ['apps', 'libs', 'tests', 'docs', 'scripts'];
    const texts = ['README.md', 'CHANGELOG.md', 'LICENSE'];
    const tools = ['package.json', 'package-lock.json', 'nest-cli.json', 'tsconfig.json', 'jest.config.js'];
    const containers = ['docker-compose.yml', 'Dockerfile'];
    const ignored = readText('.gitignore')
      .split('\n')
      .map((line) => line.replace(/\/$/, ''));
    const expected = new Set([...folders, ...texts, ...tools, ...containers, ...ignored]);
    const found = entriesOf('.').filter((name) => !name.endsWith('.log'));
    expect(found.filter((name) => !expected.has(name))).toEqual([]);
  });
});

describe('a file does one thing', () => {
  // A migration is one text that is never touched again; templates are prose.
  const MAY_BE_LONG = /\/(migrations|templates)\/|[/-]templates?\.ts$/;

  it('in fewer than 220 lines', () => {
    const short = [...production, ...support].filter(({ path }) => !MAY_BE_LONG.test(path));
    expect(pathsWhere(short, ({ text }) => lines(text) >= 220)).toEqual([]);
  });

  it('and a spec, which is a list of rules, in fewer than 300', () => {
    expect(pathsWhere(specs, ({ text }) => lines(text) >= 300)).toEqual([]);
  });
});

describe('what the import graph cannot see', () => {
  it('a policy takes nothing from the platform but RuleViolation', () => {
    const policies = production.filter(({ path }) => path.endsWith('.policy.ts'));
    const taken = /import (?:type )?\{([^}]*)\} from '@app\/platform'/;
    expect(
      pathsWhere(policies, ({ text }) => !['', 'RuleViolation'].includes(taken.exec(text)?.[1]?.trim() ?? '')),
    ).toEqual([]);
  });

  it('nobody who decides something says it in words: a sentence is a code and facts', () => {
    const decides = /\.(policy|service|handler|queries)\.ts$/;
    const followUps =
      /^(apps\/worker\/src\/(follow-up|effects\/(email|reminder))|apps\/applications\/src\/follow-ups|libs\/follow-ups\/src\/planning)\//;
    const inWords = /\b(why|what|heldFor):\s*(\w+ \? )?[`'"][^`'"\n]* /;
    const deciding = production.filter(({ path }) => decides.test(path) && followUps.test(path));
    expect(deciding.length).toBeGreaterThan(40);
    expect(pathsWhere(deciding, ({ text }) => inWords.test(text))).toEqual([]);
  });

  it('nobody who refuses something says it in words: a problem is a code and facts', () => {
    const ownWords = [
      /new (RuleViolation|RequestRefused|AlreadyExists)\(\s*(\d{3},\s*)?['"`{]/,
      /\b(detail|said)\s*[:=]\s*(\w+\s*\?\s*)?(['"`])(?:(?!\3)[^\n])* /,
    ];
    const saysSo = ({ text }: Pick<SourceFile, 'text'>) => ownWords.some((words) => words.test(text));
    const sites = production.filter(
      ({ path, text }) =>
        /\b(RuleViolation|RequestRefused|AlreadyExists|Shown)\b/.test(text) && suffixOf(path) !== 'words',
    );
    expect(sites.length).toBeGreaterThan(40);
    expect(pathsWhere(sites, saysSo)).toEqual([]);
    // As they were said before: where it is thrown, and from a name beside it.
    expect(saysSo({ text: `throw new RuleViolation(\n  'in_use',\n  'Somebody is at it.',\n)` })).toBe(true);
    expect(saysSo({ text: `new RequestRefused(403, { code: 'not_here', facts: {} })` })).toBe(true);
    expect(saysSo({ text: "const detail = isNear ? `It is near ${id}.` : 'It is far.';" })).toBe(true);
  });

  it('what a board, a receiver or a file came to is a code and facts, too', () => {
    const parts =
      /^(apps\/worker\/src\/(boards\/(reading|rules|sweeps)|parsers|http|imports|effects\/webhook)|libs\/recording\/src\/linkedin)\//;
    const ownWords = [
      /\b(why|note|detail|broken|lastWhy|disabledWhy)\s*[:=]\s*(\w+ \? )?[`'"][^`'"\n]* /,
      /\b(failed|notAsked|cut|UnreadableBoard|NothingShown|ParserEnded)\((\w+, )?[`'"]/,
    ];
    const saysSo = ({ text }: Pick<SourceFile, 'text'>) => ownWords.some((words) => words.test(text));
    const reading = production.filter(({ path }) => parts.test(path));
    expect(reading.length).toBeGreaterThan(60);
    expect(pathsWhere(reading, saysSo)).toEqual([]);
    // As they were said before.
    expect(saysSo({ text: "throw new UnreadableBoard('it answered with nothing');" })).toBe(true);
    expect(saysSo({ text: 'return cut(pages, `it has more than ${most} pages`);' })).toBe(true);
    expect(saysSo({ text: "gone: { state: 'failed', lastWhy: 'The receiver is gone.' }," })).toBe(true);
  });

  it('what a shape asks has a code: no schema of the API says it in words of its own', () => {
    const asks = /\.(regex|refine|min|max|uuid|datetime|addIssue)\([^;]*?[`'"](must|is) /;
    const shapes = production.filter(({ path }) =>
      /(\.schemas|paging|contracts\/src\/(shapes|regions|settings))\.ts$/.test(path),
    );
    expect(shapes.length).toBeGreaterThan(15);
    expect(pathsWhere(shapes, ({ text }) => asks.test(text))).toEqual([]);
  });

  it('only libs/database opens a connection through TypeORM', () => {
    const others = production.filter(({ path }) => !path.startsWith('libs/database/'));
    expect(pathsWhere(others, ({ text }) => /\bDataSource\b/.test(text))).toEqual([]);
  });

  it('only the entry of a process reads its environment', () => {
    const others = production.filter(({ path }) => !/^apps\/[^/]+\/src\/([a-z-]+-)?main\.ts$/.test(path));
    expect(pathsWhere(others, ({ text }) => /process\s*\.\s*env|\benv\b[^;]*from 'node:process'/.test(text))).toEqual(
      [],
    );
  });

  it('no complaint of a tool is silenced in place', () => {
    const silenced = new RegExp(
      ['(ox|es)lint-disable', '@ts-(ignore|expect-error|nocheck)', 'prettier-ignore'].join('|'),
    );
    const others = everything.filter(({ path }) => path !== 'tests/architecture/layout.spec.ts');
    expect(pathsWhere(others, ({ text }) => silenced.test(text))).toEqual([]);
  });

  it('no spec runs alone, and none replaces a module', () => {
    expect(
      pathsWhere(specs, ({ text }) => /\b(it|test|describe)\.only\(|jest\.(mock|unstable_mockModule)\(/.test(text)),
    ).toEqual([]);
  });
});

function pathsWhere(files: SourceFile[], isAtFault: (file: SourceFile) => boolean): string[] {
  return files.filter(isAtFault).map(({ path }) => path);
}

/** `policy` of `x.policy.ts`; nothing for a plain noun. */
function suffixOf(path: string): string | undefined {
  return nameOf(path).split('.').slice(1, -1).at(-1);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function lines(text: string): number {
  return text.split('\n').length;
}

function entriesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => !name.startsWith('.'))
    .toSorted();
}
