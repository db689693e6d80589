/** Whatever a screen says in numbers, read from the page without knowing which screen it is; and told apart from what is wanted. */
import type { Page } from 'playwright-core';

/** Each figure by its name, as it stands on the page. */
export type Figures = Record<string, string>;

/** A sentence that says how many, or that there are too few. */
export const HAS_NUMBER = /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|quieter)\b|too few/i;

/**
 * Runs in the page. Headings with a number, how many rows stand under each, ways with their counts, cells, terms, what is drawn, and
 * every other sentence outside a row that has a number in it, in digits or in letters.
 */
const READ = `(() => {
  const main = document.querySelector('[role=dialog]') ?? document.querySelector('main');
  const figures = {};
  const put = (name, value) => {
    let key = name;
    for (let more = 2; key in figures; more += 1) key = name + ' #' + more;
    figures[key] = value;
  };
  const text = (node) => node.textContent.replace(/\\s+/g, ' ').trim();
  const all = (of, selector) => [...of.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const counted = (words) => /^(.*?) ?(\\d+)?$/.exec(words).slice(1);
  const split = (heading) => {
    const count = heading.querySelector('span');
    return count === null ? [text(heading)] : [text(heading).slice(0, -text(count).length).trim(), text(count)];
  };
  const headingOf = (node) => {
    const heading = node.parentElement?.closest('section')?.querySelector('h2, h3');
    return heading ? split(heading)[0] : '';
  };
  const under = (node, name) => [headingOf(node), name].filter((part) => part !== '').join(': ');
  for (const one of all(main, 'h1')) put('opening', text(one));
  for (const nav of all(main, 'nav')) {
    const label = nav.getAttribute('aria-labelledby') === null ? '' : text(document.getElementById(nav.getAttribute('aria-labelledby')));
    for (const way of all(nav, 'li')) {
      const [word, count] = counted(text(way));
      if (count !== undefined) put(under(nav, label + ': ' + word), count);
    }
  }
  for (const heading of all(main, 'section h2, section h3')) {
    if (heading.closest('[data-row]')) continue;
    const [name, count] = split(heading);
    const section = heading.closest('section');
    if (count !== undefined) put(name, count);
    const rows = all(section, '[data-row]').filter((row) => row.closest('section') === section);
    if (rows.length > 0) put(name + ', rows', String(rows.length));
    const lines = all(section, 'li:not([data-row])').filter((line) => line.closest('section') === section && line.children.length === 0 && line.closest('nav, [data-row]') === null);
    if (lines.length > 0) put(name + ', lines', String(lines.length));
    for (const part of all(section, 'ul > li:not([data-row])')) {
      const [word, number] = counted(text(part));
      if (number !== undefined && !part.closest('nav') && part.children.length === 1) put(name + ': ' + word, number);
    }
  }
  const loose = all(main, 'li[data-row]').filter((row) => !row.closest('section'));
  if (loose.length > 0) put('rows', String(loose.length));
  for (const table of all(main, 'table')) {
    const columns = all(table, 'thead th').map(text);
    for (const row of all(table, 'tbody tr'))
      [...row.children].forEach((cell, at) => cell.tagName === 'TD' && put('table: ' + text(row.querySelector('th')) + ': ' + columns[at], text(cell)));
  }
  for (const term of all(main, 'dt')) if (!term.closest('[data-row]')) put(under(term, text(term)), text(term.nextElementSibling));
  for (const drawn of all(main, '[role=img]')) if (!drawn.closest('[data-row]')) put('drawn', all(drawn, 'p').map(text).join(', '));
  const NUMBER = ${HAS_NUMBER.toString()};
  const said = all(main, 'p, button, li').filter((one) => !one.closest('[data-row], nav, dl, table, [role=img], [aria-hidden=true], label')
    && !(one.tagName === 'LI' && one.querySelector('p, ul, nav, [data-row], span')) && NUMBER.test(text(one)));
  for (const one of said) put(under(one, 'says'), [...one.childNodes].filter((node) => node.nodeName !== 'BUTTON').map((node) => node.textContent).join('').replace(/\\s+/g, ' ').trim());
  for (const one of all(main, '[role=group]')) {
    const label = document.getElementById(one.getAttribute('aria-labelledby'));
    const options = all(one, '[role=option]');
    if (label !== null && options.length > 0) put(text(label), options.map(text).toSorted().join(' | '));
  }
  return figures;
})()`;

/** The lines of each row, top to bottom: title, what is said of it, and its times. */
const ROWS = `[...(document.querySelector('main').querySelectorAll('[data-row]'))].filter((one) => one.checkVisibility()).map((row) =>
  [row.querySelector('h2, h3'), ...row.querySelectorAll('p, span, li, time')].filter((one) => one !== null && one.checkVisibility()
    && (one.matches('h2, h3') || !one.closest('h2, h3')) && one.closest('[aria-hidden]') === null && one.querySelector('p, span, li') === null && one.closest('button') === null
    && !(one.matches('time') && one.parentElement.closest('p, span') !== null))
    .map((one) => one.textContent.replace(/\\s+/g, ' ').trim()).filter((line) => line !== ''))`;

export const figuresOn = (page: Page): Promise<Figures> => page.evaluate(READ);
export const rowsOn = (page: Page): Promise<string[][]> => page.evaluate(ROWS);

/** Which screen says what, and what it should say. Nothing is left out on either side. */
export function differences(screen: string, got: Figures, wanted: Figures): string[] {
  const names = [...new Set([...Object.keys(got), ...Object.keys(wanted)])];
  return names
    .filter((name) => got[name] !== wanted[name])
    .map((name) => `${screen} | ${name} | got ${got[name] ?? 'nothing'} | wanted ${wanted[name] ?? 'nothing'}`);
}
