import { describe, expect, it } from '@jest/globals';
import { htmlFromText } from './html.policy.js';

describe('HTML from text', () => {
  const bodyOf = (text: string) => /<body>\n([\s\S]*)\n<\/body>/.exec(htmlFromText(text))?.[1];

  it('makes a paragraph of what an empty line sets apart, and keeps line ends', () => {
    expect(bodyOf('Hello,\n\none\ntwo\r\n\r\n\r\n\r\nthree\n')).toBe(
      '<p dir="auto">Hello,</p>\n<p dir="auto">one<br>\ntwo</p>\n<p dir="auto">three</p>',
    );
  });

  it('shows markup as it was typed and leaves links alone', () => {
    expect(bodyOf(`<b onclick='x("y")'> & https://x.test/?a=1&b=2`)).toBe(
      '<p dir="auto">&lt;b onclick=&#39;x(&quot;y&quot;)&#39;&gt; &amp; https://x.test/?a=1&amp;b=2</p>',
    );
  });

  it('of nothing has no paragraph', () => {
    expect(bodyOf(' \n\n')).toBe('');
  });
});
