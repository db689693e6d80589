import { describe, expect, it } from '@jest/globals';
import type { RuleViolation } from '@app/platform';
import { setImmediate } from 'node:timers/promises';
import { readLinkedInCsv, requireLinkedInCsv } from './read-linkedin-csv.js';

const HEADER =
  'Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers';
const now = new Date('2026-11-24T10:00:00Z');
const url = 'http://www.linkedin.com/jobs/view/3758269446';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, timezone = 'UTC') => readLinkedInCsv(bytes(text), { timezone, now, most: 1_000 });
const file = (...rows: string[]) => [HEADER, ...rows].join('\r\n');

interface Cells {
  date?: string;
  company?: string;
  title?: string;
  url?: string;
  answers?: string;
}
const row = ({ date = '"11/13/23, 9:42 AM"', company = 'Acme', title = 'Engineer', ...rest }: Cells = {}) =>
  `${date},me@example.com, +15550100100,${company},${title},${rest.url ?? url},Resume (1).pdf,${rest.answers ?? ''}`;

describe('a row of the export', () => {
  it('is one application, and nothing private of the candidate', async () => {
    const { rows, applications, repeated, problems } = await read(file(row({ answers: '"Salary?:1,000 | Name:Me"' })));
    expect({ rows, repeated, problems }).toEqual({ rows: 1, repeated: 0, problems: [] });
    expect(applications).toEqual([
      {
        companyName: 'Acme',
        title: 'Engineer',
        url,
        appliedAt: new Date('2023-11-13T09:42:00Z'),
        key: `linkedin 2023-11-13T09:42:00 ${url}`,
      },
    ]);
  });

  it('keeps names as they are, save blanks around them', async () => {
    const { applications } = await read(
      file(
        row({ company: 'Skill Secure ', title: ' Data Analyst(Power BI)\t' }),
        row({ company: '"Vmetasoft, Inc."', title: '"Ingénieur ""R&D"" – Київ 🚀"', url: 'https://x.example/1' }),
      ),
    );
    expect(applications).toMatchObject([
      { companyName: 'Skill Secure', title: 'Data Analyst(Power BI)' },
      { companyName: 'Vmetasoft, Inc.', title: 'Ingénieur "R&D" – Київ 🚀' },
    ]);
  });

  it('may hold line breaks in its answers, and begin after a byte order mark', async () => {
    const { applications, problems } = await read(
      `\uFEFF${file(row({ answers: '"a\r\nb\n""c"""' }), row({ url: 'https://x.example/2' }), '')}`,
    );
    expect(problems).toEqual([]);
    expect(applications).toHaveLength(2);
  });

  it('is read by the names of the columns, whatever their order', async () => {
    const text = `Job Url,Job Title,Company Name,Application Date\n${url},Engineer,Acme,"11/13/23, 9:42 AM"\n`;
    expect((await read(text)).applications).toMatchObject([{ title: 'Engineer', companyName: 'Acme', url }]);
  });

  it('may come without an address of the job', async () => {
    expect((await read(file(row({ url: ' ' })))).applications).toMatchObject([
      { url: null, key: expect.stringContaining('Acme') },
    ]);
  });

  it('is the same one in whatever zone the candidate lives by now, but a moment in that zone', async () => {
    const [here] = (await read(file(row()), 'Europe/Kyiv')).applications;
    const [there] = (await read(file(row()), 'America/New_York')).applications;
    expect(here!.key).toBe(there!.key);
    expect(here!.appliedAt).not.toEqual(there!.appliedAt);
  });
});

describe('the same URL and date', () => {
  it('is one application, the first of the file', async () => {
    const { rows, applications, repeated } = await read(
      file(row(), row({ company: 'Acme (again)' }), row({ date: '"11/14/23, 9:42 AM"' })),
    );
    expect({ rows, repeated }).toEqual({ rows: 3, repeated: 1 });
    expect(applications).toMatchObject([{ companyName: 'Acme' }, { companyName: 'Acme' }]);
  });
});

describe('a bad row', () => {
  it.each<[string, Cells, string, string, object]>([
    [
      'a date that is none',
      { date: '"13/13/23, 9:42 AM"' },
      'Application Date',
      'invalid_date',
      { written: '13/13/23, 9:42 AM' },
    ],
    ['no date', { date: '' }, 'Application Date', 'invalid_date', { written: '' }],
    ['a date to come', { date: '"11/25/26, 9:42 AM"' }, 'Application Date', 'in_the_future', { timezone: 'UTC' }],
    ['no company', { company: ' ' }, 'Company Name', 'invalid_value', { rule: 'blank' }],
    ['a title of two lines', { title: '"Engineer\nBcc: x"' }, 'Job Title', 'invalid_value', { rule: 'several_lines' }],
    ['a title with a NUL', { title: 'Engi\u0000neer' }, 'Job Title', 'invalid_value', { rule: 'several_lines' }],
    [
      'a title without end',
      { title: 'x'.repeat(501) },
      'Job Title',
      'invalid_value',
      { rule: 'too_big', maximum: 500 },
    ],
    [
      'an address that is none',
      { url: 'javascript:alert(1)' },
      'Job Url',
      'invalid_value',
      { rule: 'not_a_web_address' },
    ],
  ])('with %s is a problem, and the others are read', async (_, cells, column, code, said) => {
    const { rows, applications, problems } = await read(file(row(), row(cells), row({ url: 'https://x.example/3' })));
    expect(rows).toBe(3);
    expect(applications).toHaveLength(2);
    const facts = code === 'invalid_value' ? { column, ...said } : said;
    expect(problems).toEqual([{ row: 2, column, code, facts }]);
  });

  it('is one with cells too few or too many, or a stray quote', async () => {
    const { rows, applications, problems } = await read(
      file('one,two', `${row()},more`, row({ title: 'En"gineer' }), row()),
    );
    expect({ rows, applications: applications.length }).toEqual({ rows: 4, applications: 1 });
    expect(problems).toEqual(
      [
        { since: 'cells', cells: 2, header: 8 },
        { since: 'cells', cells: 9, header: 8 },
        { since: 'syntax', said: expect.stringMatching(/^Invalid Opening Quote: .*[^.]$/s) },
      ].map((facts, at) => ({ row: at + 1, column: null, code: 'malformed_row', facts })),
    );
  });

  it('is one row, however many stray quotes it has', async () => {
    const { rows, applications, problems, problemCount } = await read(
      file(row({ company: 'Ac"me"', title: 'En"gin"eer' }), row(), row({ title: 'x"y"' })),
    );
    expect({ rows, problemCount, applications: applications.length }).toEqual({
      rows: 3,
      problemCount: 2,
      applications: 1,
    });
    expect(problems.map(({ row: at }) => at)).toEqual([1, 3]);
  });

  it.each([
    ['in cells without quotes', 'a"b'],
    ['behind a closed quote', '"a"b '],
  ])('is the last one that is read when it is nothing but stray quotes: %s', async (_, quotes) => {
    const { rows, problems, problemCount } = await read(file(row({ title: quotes.repeat(5_000) }), row()));
    expect({ rows, problemCount }).toEqual({ rows: 1, problemCount: 1 });
    expect(problems[0]!.facts).toEqual({ since: 'stray_quotes', most: 100 });
  });

  it('is where a quote is never closed, with the rest of the file', async () => {
    const { applications, problems } = await read(file(row(), row({ answers: '"no end' }), row()));
    expect(applications).toHaveLength(1);
    expect(problems).toMatchObject([{ row: 2, code: 'malformed_row' }]);
  });
});

describe('a file of an unknown format', () => {
  it.each([
    ['empty', ''],
    ['other columns', 'First Name,Last Name,URL\nA,B,C'],
    ['no CSV', '{"applications": []}'],
    ['a column missing', HEADER.replace('Job Url,', '')],
  ])('is refused whole: %s', async (_, text) => {
    await expect(read(text)).rejects.toEqual(
      expect.objectContaining({ code: 'unknown_format', options: { kind: 'invalid' } }),
    );
  });

  it('is one that is not UTF-8, such as a picture', async () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]);
    await expect(readLinkedInCsv(picture, { timezone: 'UTC', now, most: 1_000 })).rejects.toEqual(
      expect.objectContaining({ code: 'unknown_format' }),
    );
  });

  it('is not one that has a header and no rows', async () => {
    const nothing = { rows: 0, applications: [], repeated: 0, problems: [], problemCount: 0 };
    expect(await read(`${HEADER}\r\n`)).toEqual(nothing);
  });

  it('is told by its first line alone', async () => {
    await expect(requireLinkedInCsv(bytes('First Name,Last Name\nA,B'), { most: 1 })).rejects.toEqual(
      expect.objectContaining({ code: 'unknown_format' }),
    );
    expect(await requireLinkedInCsv(bytes(file('one,two')), { most: 1 })).toBeUndefined();
  });
});

describe('a file of any size', () => {
  it.each([
    ['as many rows as are allowed', file(row(), row()), true],
    ['more', file(row(), row(), row()), false],
    ['more, whose lines end with a carriage return', file(row(), row(), row()).replaceAll('\r\n', '\r'), false],
    ['more lines, some of them empty', `${file(row(), '', '', row())}\r\n\r\n`, true],
    ['more lines, some of them in a cell', file(row({ answers: '"a\nb\nc\nd"' }), row()), true],
  ])('is taken or refused before anything is read of it: %s', async (_, text, isTaken) => {
    const asked = requireLinkedInCsv(bytes(text), { most: 2 });
    expect(
      await asked.then(
        () => true,
        (error: RuleViolation) => error.code !== 'too_many_rows',
      ),
    ).toBe(isTaken);
  });

  const MEBIBYTE = 1_048_576;
  const filled = (text: string, to: number) => bytes(`${HEADER}\n${text.repeat(Math.floor(to / text.length))}`);
  const readAs = (all: Uint8Array, most: number) => readLinkedInCsv(all, { timezone: 'UTC', now, most });

  it('is read up to the rows that are allowed, and refused whole beyond', async () => {
    const rows = Array.from({ length: 3 }, (_, index) => row({ url: `https://x.example/${index}` }));
    expect((await readAs(bytes(file(...rows)), 3)).applications).toHaveLength(3);
    await expect(readAs(bytes(file(...rows)), 2)).rejects.toEqual(
      expect.objectContaining({ code: 'too_many_rows', options: { kind: 'invalid' } }),
    );
  });

  it('tells its first hundred problems and counts the others', async () => {
    const { rows, problems, problemCount } = await readAs(filled('x\n', 2 * 1_000), 1_000);
    expect([rows, problems.length, problemCount]).toEqual([1_000, 100, 1_000]);
    expect(problems.at(-1)).toMatchObject({ row: 100, code: 'malformed_row' });
  });

  it('never has a complaint that repeats a cell without end', async () => {
    const { problems } = await read(file(row({ title: `En"${'x'.repeat(10_000)}` })));
    expect((problems[0]!.facts.said as string).length).toBeLessThan(400);
  });

  it.each([
    ['half a character', row({ date: `${'x'.repeat(39)}😀` })],
    ['a null byte', row({ date: 'no\0date' })],
    ['half a character of a stray quote', row({ title: `En"${'x'.repeat(100)}${'😀'.repeat(300)}` })],
    ['half a character of another stray quote', row({ title: `En"${'x'.repeat(101)}${'😀'.repeat(300)}` })],
  ])('never has a complaint with %s in it', async (_, bad) => {
    const { problems } = await read(file(bad));
    expect(problems).toHaveLength(1);
    const { written, said = written } = problems[0]!.facts as Record<string, string>;
    expect(said).toBe(said!.toWellFormed());
    expect(said).not.toMatch(/\p{Cc}/u);
  });

  it.each([
    ['rows of one letter', 'x\n'],
    ['good rows', `${row()}\n`],
    ['empty lines', '\n'],
  ])('leaves the event loop to others meanwhile: %s', async (_, text) => {
    const reading = new AbortController();
    let turns = 0;
    const others = (async () => {
      for (; !reading.signal.aborted; turns++) await setImmediate();
    })();
    const outcome = await readAs(filled(text, 5 * MEBIBYTE), 20_000).then(
      ({ rows }) => rows,
      (error: RuleViolation) => error.code,
    );
    reading.abort();
    await others;
    expect(outcome).toBe(text === '\n' ? 0 : 'too_many_rows');
    expect(turns).toBeGreaterThan(5);
  });

  it.each([
    ['commas', ',', ','],
    ['a quote that is never closed', '"', 'x\n'],
    ['letters', 'x', 'x'],
  ])('is not read on where a row has no end: %s', async (_, begin, text) => {
    const endless = `${begin}${text.repeat(MEBIBYTE / text.length)}`;
    const { rows, problems } = await readAs(bytes(file(row(), endless)), 1_000);
    expect(rows).toBe(2);
    expect(problems).toEqual([{ row: 2, column: null, code: 'malformed_row', facts: { since: 'length', kib: 256 } }]);
  });
});
