import { describe, expect, it } from '@jest/globals';
import { readLinkedInCsv } from './linkedin-csv.policy.js';

const HEADER =
  'Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,Question And Answers';
const now = new Date('2026-11-24T10:00:00Z');
const url = 'http://www.linkedin.com/jobs/view/3758269446';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, timezone = 'UTC') => readLinkedInCsv(bytes(text), { timezone, now });
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
  it('is one application, and nothing private of the candidate', () => {
    const { rows, applications, repeated, problems } = read(file(row({ answers: '"Salary?:1,000 | Name:Me"' })));
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

  it('keeps names as they are, save blanks around them', () => {
    const { applications } = read(
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

  it('may hold line breaks in its answers, and begin after a byte order mark', () => {
    const { applications, problems } = read(
      `\uFEFF${file(row({ answers: '"a\r\nb\n""c"""' }), row({ url: 'https://x.example/2' }), '')}`,
    );
    expect(problems).toEqual([]);
    expect(applications).toHaveLength(2);
  });

  it('is read by the names of the columns, whatever their order', () => {
    const text = `Job Url,Job Title,Company Name,Application Date\n${url},Engineer,Acme,"11/13/23, 9:42 AM"\n`;
    expect(read(text).applications).toMatchObject([{ title: 'Engineer', companyName: 'Acme', url }]);
  });

  it('may come without an address of the job', () => {
    expect(read(file(row({ url: ' ' }))).applications).toMatchObject([
      { url: null, key: expect.stringContaining('Acme') },
    ]);
  });

  it('is the same one in whatever zone the candidate lives by now, but a moment in that zone', () => {
    const [here] = read(file(row()), 'Europe/Kyiv').applications;
    const [there] = read(file(row()), 'America/New_York').applications;
    expect(here!.key).toBe(there!.key);
    expect(here!.appliedAt).not.toEqual(there!.appliedAt);
  });
});

describe('the same URL and date', () => {
  it('is one application, the first of the file', () => {
    const { rows, applications, repeated } = read(
      file(row(), row({ company: 'Acme (again)' }), row({ date: '"11/14/23, 9:42 AM"' })),
    );
    expect({ rows, repeated }).toEqual({ rows: 3, repeated: 1 });
    expect(applications).toMatchObject([{ companyName: 'Acme' }, { companyName: 'Acme' }]);
  });
});

describe('a bad row', () => {
  it.each<[string, Cells, string, string]>([
    ['a date that is none', { date: '"13/13/23, 9:42 AM"' }, 'Application Date', 'invalid_date'],
    ['no date', { date: '' }, 'Application Date', 'invalid_date'],
    ['a date to come', { date: '"11/25/26, 9:42 AM"' }, 'Application Date', 'in_the_future'],
    ['no company', { company: ' ' }, 'Company Name', 'invalid_value'],
    ['a title of two lines', { title: '"Engineer\nBcc: x"' }, 'Job Title', 'invalid_value'],
    ['a title with a NUL', { title: 'Engi\u0000neer' }, 'Job Title', 'invalid_value'],
    ['a title without end', { title: 'x'.repeat(501) }, 'Job Title', 'invalid_value'],
    ['an address that is none', { url: 'javascript:alert(1)' }, 'Job Url', 'invalid_value'],
  ])('with %s is a problem, and the others are read', (_, cells, column, code) => {
    const { rows, applications, problems } = read(file(row(), row(cells), row({ url: 'https://x.example/3' })));
    expect(rows).toBe(3);
    expect(applications).toHaveLength(2);
    expect(problems).toEqual([{ row: 2, column, code, detail: expect.stringMatching(/\.$/) }]);
  });

  it('is one with cells too few or too many, or a stray quote', () => {
    const { rows, applications, problems } = read(file('one,two', `${row()},more`, row({ title: 'En"gineer' }), row()));
    expect({ rows, applications: applications.length }).toEqual({ rows: 4, applications: 1 });
    expect(problems).toMatchObject([1, 2, 3].map((at) => ({ row: at, column: null, code: 'malformed_row' })));
  });

  it('is where a quote is never closed, with the rest of the file', () => {
    const { applications, problems } = read(file(row(), row({ answers: '"no end' }), row()));
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
  ])('is refused whole: %s', (_, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'unknown_format', options: { kind: 'invalid' } }));
  });

  it('is one that is not UTF-8, such as a picture', () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]);
    expect(() => readLinkedInCsv(picture, { timezone: 'UTC', now })).toThrow(
      expect.objectContaining({ code: 'unknown_format' }),
    );
  });

  it('is not one that has a header and no rows', () => {
    expect(read(`${HEADER}\r\n`)).toEqual({ rows: 0, applications: [], repeated: 0, problems: [] });
  });
});
