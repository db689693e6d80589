import { describe, expect, it } from '@jest/globals';
import { openPostings } from './listing.js';
import { personio } from './personio.js';

const parse = (xml: string) => personio.parse(xml, { slug: 'acme', cursor: 0 });
const position = `<position>
  <id> 1834171 </id><subcompany>Acme SE &amp; Co. KG</subcompany><office>Munich</office>
  <additionalOffices><office>Berlin</office><office>Remote</office></additionalOffices>
  <department>Product &amp; Tech</department>
  <jobDescriptions><jobDescription><name>You</name><value><![CDATA[<p><id>9</id></p>]]></value></jobDescription></jobDescriptions>
  <name>Engineer R&amp;amp;D (m/w/d)</name><createdAt>2016-05-31T12:14:07+0200</createdAt>
</position>`;
const feed = (...positions: string[]) => `<?xml version="1.0"?>\n<workzag-jobs>${positions.join('\n')}</workzag-jobs>`;

describe('a board of Personio', () => {
  it('is asked for at one domain, then at the other, and then for its page', () => {
    expect(personio.feeds('acme').map((feedOf) => feedOf(0))).toEqual([
      'https://acme.jobs.personio.de/xml?language=en',
      'https://acme.jobs.personio.com/xml?language=en',
      'https://acme.jobs.personio.de/?language=en',
      'https://acme.jobs.personio.com/?language=en',
    ]);
  });

  it('lists a position twice, and it is one posting', () => {
    const { rows, problems, listed } = parse(feed(position, position));
    expect([problems, listed]).toEqual([[], 2]);
    expect(openPostings(rows, new Date())).toEqual([
      {
        id: '1834171',
        title: 'Engineer R&D (m/w/d)',
        url: 'https://acme.jobs.personio.de/job/1834171',
        locations: ['Munich', 'Berlin', 'Remote'],
        department: 'Product & Tech',
        jobIds: [],
        publishedAt: new Date('2016-05-31T10:14:07Z'),
      },
    ]);
  });

  it('without positions is empty', () => {
    expect(parse('<workzag-jobs/>').rows).toEqual([]);
    expect(parse('\uFEFF<?xml version="1.0"?><workzag-jobs>\n</workzag-jobs>').rows).toEqual([]);
  });

  it('leaves out a position without an id', () => {
    expect(parse(feed('<position><name>X</name></position>', position))).toMatchObject({
      rows: { length: 1 },
      problems: [{ code: 'posting_left_out', facts: { number: 1, member: 'id' } }],
    });
  });

  it.each([
    ['half a feed', feed(position).slice(0, -60), 'xml_breaks_off'],
    ['a web page', '<!DOCTYPE html><html><body>Nope</body></html>', 'no_feed_and_no_list'],
    ['JSON', '{"jobs":[]}', 'xml_of_another_kind'],
    ['nothing', ' ', 'nothing'],
  ])('that answers %s cannot be read', (_, xml, why) => expect(() => parse(xml)).toThrow(why));

  it('expands no entity of its own and goes into no depth', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${feed('<position><id>1</id><name>&b;</name></position>')}`;
    expect(parse(bomb).rows[0]?.posting.title).toBe('&b;');
    const deep = feed('<a>'.repeat(100_000) + '</a>'.repeat(100_000), position);
    expect(() => parse(deep)).toThrow('xml_too_deep');
  });
});
