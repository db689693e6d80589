import { describe, expect, it } from '@jest/globals';
import { jsonBlock } from './json-block.js';

const JSON_LD = '{"@type":"JobPosting","title":"Cellar Hand","url":"https://a.example/7#x;y"}';

describe('the JSON of a script block', () => {
  it.each([
    ['as it is', JSON_LD],
    ['CDATA', `<![CDATA[${JSON_LD}]]>`],
    ['CDATA behind slashes', `//<![CDATA[\n${JSON_LD}\n//]]>`],
    ['CDATA behind slashes, on one line', `//<![CDATA[ ${JSON_LD} //]]>`],
    ['CDATA in comments', `/*<![CDATA[*/${JSON_LD}/*]]>*/`],
    ['CDATA in spaced comments', `/* <![CDATA[ */ ${JSON_LD} /* ]]> */`],
    ['a comment', `<!-- ${JSON_LD} -->`],
    ['a comment that ends behind slashes', `<!--\n${JSON_LD}\n//-->`],
    ['both', `<!--//--><![CDATA[//><!--\n${JSON_LD}\n//--><!]]>`],
    ['a line that says what it is', `// The vacancy\n${JSON_LD}`],
    ['a comment inside', JSON_LD.replace('"title"', '/* shown */ "title"')],
    ['a comma too many', JSON_LD.replace('}', ' , }')],
    ['a byte order mark and a semicolon', `\uFEFF${JSON_LD};`],
    ['a broken line in a string', JSON_LD.replace('Cellar Hand', 'Cellar\nHand')],
  ])('is read in %s', (_, text) => expect(jsonBlock(text)).toEqual(JSON.parse(JSON_LD)));

  it('keeps what only looks like a wrapper inside a string', () => {
    const said = { description: 'see // our page <!-- here --> /* or */ there,] ,} \\" ]]>' };
    expect(jsonBlock(`<!--${JSON.stringify(said)}-->`)).toEqual(said);
  });

  it.each(['', 'no JSON', '{"title":', '{"title":"a', '//', '/*', '<!--', '{title: 7}', '[1 2]', '{"a":1 "b":2}'])(
    'is none in %j',
    (text) => expect(jsonBlock(text)).toBe(undefined),
  );

  it('takes no more work than its length', () => {
    const worked = (count: number) => {
      const text = '//<![CDATA[/*<!--"\\'.repeat(count);
      const started = process.cpuUsage();
      jsonBlock(text);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1_000;
    };
    worked(1_000);
    expect(worked(40_000)).toBeLessThan(2_000);
  });
});
