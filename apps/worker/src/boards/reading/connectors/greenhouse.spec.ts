import { ofBoard } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import type { Posting } from '../../rules/posting.js';
import { greenhouse } from './greenhouse.js';

const page = (jobs: unknown[], rest: object = {}) =>
  greenhouse.parse(JSON.stringify({ jobs, ...rest }), { slug: 'acme', cursor: 0 });
const posting = (job: object): Posting | undefined => page([{ id: 7, title: 'Engineer', ...job }]).rows[0]?.posting;

describe('a board of Greenhouse', () => {
  it('is asked for at the host of its region', () => {
    const [us, eu] = ['acme', 'eu:acme'].map((slug) => greenhouse.feeds(slug)[0]?.(0));
    expect(us).toBe('https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true');
    expect(eu).toBe('https://boards-api.eu.greenhouse.io/v1/boards/acme/jobs?content=true');
  });

  it('is read with everything that closing and matching need', () => {
    const job = {
      id: 8636903002,
      internal_job_id: 6446232002,
      requisition_id: 'R-12263',
      title: ' Data Scientist ',
      absolute_url: 'https://careers.acme.com/positions/1?gh_jid=8636903002',
      updated_at: '2026-07-29T08:50:01-04:00',
      first_published: '2026-07-16T11:55:32-04:00',
      location: { name: 'London, UK' },
      departments: [{ id: 1, name: 'Research', child_ids: [] }],
      offices: [{ name: 'Paris', location: 'Paris, France' }],
    };
    expect(page([job], { meta: { total: 37 } })).toEqual({
      rows: [
        {
          posting: {
            id: '8636903002',
            title: ' Data Scientist ',
            url: job.absolute_url,
            locations: ['London, UK'],
            department: 'Research',
            jobIds: ['requisition:R-12263', 'job:6446232002'],
            publishedAt: new Date('2026-07-16T15:55:32Z'),
          },
          closedFrom: null,
        },
      ],
      problems: [],
      listed: 1,
      total: 37,
      next: null,
    });
  });

  it.each(['See Opening ID', '', ' ', 'N/A', 'n/a', '-', 'TBD', '000', 'xxx', null, undefined, {}])(
    'whose requisition is "%s" shows none',
    (requisition_id) => expect(posting({ requisition_id })?.jobIds).toEqual([]),
  );

  it.each(['Hybrid', ' remote ', 'On-site', 'In Office', 'Fully Remote', '(Hybrid)', ''])(
    'that says "%s" where the place belongs is placed by its offices',
    (name) => {
      const offices = [
        { name: 'HQ', location: 'Lyon, France' },
        { name: 'Nice', location: null },
        { location: { name: 'Metz' } },
      ];
      expect(posting({ location: { name }, offices })?.locations).toEqual(['Lyon, France', 'Nice', 'Metz']);
    },
  );

  it('keeps the work model where nothing else is known, and tells several places apart', () => {
    expect(posting({ location: { name: 'Hybrid' }, offices: [] })?.locations).toEqual(['Hybrid']);
    expect(posting({ location: { name: 'Remote, Canada; Remote, US' } })?.locations).toEqual([
      'Remote, Canada',
      'Remote, US',
    ]);
    expect(posting({ location: null })?.locations).toEqual([]);
  });

  it('takes ids as numbers and as text, beyond what a number can hold too', () => {
    expect(posting({ id: '0127' })?.id).toBe('0127');
    const huge = greenhouse.parse('{"jobs":[{"id":12345678901234567890,"title":"X"}]}', { slug: 'acme', cursor: 0 });
    expect(huge.rows[0]?.posting.id).toBe('12345678901234567890');
  });

  it('leaves out what has no id, keeps what has no title, and says both', () => {
    const { rows, problems, listed } = page([
      { title: 'No id' },
      7,
      null,
      { id: 1, title: null },
      { id: 2, title: 'Fine' },
    ]);
    expect(rows.map(({ posting }) => posting.id)).toEqual(['1', '2']);
    expect(problems).toEqual([
      ofBoard('posting_left_out', { number: 1, member: 'id' }),
      ofBoard('posting_left_out', { number: 2, member: null }),
      ofBoard('posting_left_out', { number: 3, member: null }),
      ofBoard('posting_without_title', { number: 4, id: '1' }),
    ]);
    expect(listed).toBe(5);
  });

  it('shows titles in every script, unescaped, fit for a database', () => {
    const shown = (title: string) => posting({ title })?.title;
    expect(shown('R&amp;amp;D &lt;Lead&gt; Caf&eacute;')).toBe('R&D <Lead> Café');
    expect(shown('\u202Bמהנדס\u202C \u200B工程师')).toBe('\u202Bמהנדס\u202C \u200B工程师');
    expect(shown('AT&T & Co; &nothing;')).toBe('AT&T & Co; &nothing;');
    expect(shown('a\0b\uD800')).toBe('a\uFFFDb\uFFFD');
  });
});
