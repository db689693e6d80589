import { describe, expect, it } from '@jest/globals';
import { markedLines } from './marked-text.js';
import { allOf, requirementsIn } from './requirements.policy.js';

const asked = (markup: string) => requirementsIn(markedLines(markup));

describe('what an ad asks for', () => {
  it.each([
    [
      'under a heading',
      '<p>We cook.</p><h3>Requirements</h3><ul><li>Knives</li><li>A cool head</li></ul><h3>Perks</h3>',
    ],
    [
      'under bold words',
      '<p><strong>What you bring</strong></p><ul><li>Knives</li><li>A cool head</li></ul><p><b>Soup</b></p>',
    ],
    ['under a line with a colon', '<div>Dein Profil:</div><ul><li><p>Knives</p></li><li>A cool head</li></ul>'],
    ['in another language', '<h2>Profil recherché</h2><ul><li>Knives</li><li>A cool head</li></ul>'],
  ])('stands %s', (_, markup) => expect(asked(markup)).toBe('- Knives\n- A cool head'));

  it.each([
    ['nothing says so', '<p>We cook.</p><h3>About us</h3><p>Soup since 1912.</p>'],
    ['nothing stands under it', '<h3>Requirements</h3><h3>Perks</h3><p>Soup</p>'],
    ['there are no words', ''],
  ])('is not known where %s', (_, markup) => expect(asked(markup)).toBeNull());

  it('is no script and no style', () => {
    expect(asked('<h3>Skills</h3><script>let x = 1;</script><p>Knives</p><style>p {}</style>')).toBe('Knives');
  });

  it('is all of a part that is nothing else, but for the heading that says so', () => {
    expect(allOf(markedLines('<p><strong>What we expect</strong></p><ul><li>Knives</li></ul><p>And soup.</p>'))).toBe(
      '- Knives\nAnd soup.',
    );
  });
});
