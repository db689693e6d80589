/** XML as a tree of elements. Entities of a document's own are never expanded, and a document that breaks off is none. */
import { ofBoard } from '@app/contracts';
import { Parser } from 'htmlparser2';
import { UnreadableBoard } from './connector.js';

export interface XmlElement {
  name: string;
  /** Its own text, without that of the elements in it. */
  text: string;
  children: XmlElement[];
}

/** The parser's work grows with the square of the depth. */
const DEEPEST = 1_000;
const MOST_ELEMENTS = 1_000_000;

/** The root, which has to be called so. */
export function xmlOf(body: string, root: string): XmlElement {
  const top: XmlElement = { name: '', text: '', children: [] };
  const open = [top];
  let elements = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        elements += 1;
        if (elements > MOST_ELEMENTS) throw new UnreadableBoard(ofBoard('xml_too_long'));
        const element: XmlElement = { name, text: '', children: [] };
        if (open.length > DEEPEST) throw new UnreadableBoard(ofBoard('xml_too_deep'));
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (text) => {
        const inside = open.at(-1);
        if (inside) inside.text += text;
      },
      onclosetag: () => {
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.write(body.replace(/^\uFEFF/, ''));
  const breaksOff = open.length > 1;
  parser.end();

  if (body.trim() === '') throw new UnreadableBoard(ofBoard('nothing'));
  const found = top.children.find(({ name }) => name === root);
  if (found === undefined) throw new UnreadableBoard(ofBoard('xml_of_another_kind', { root }));
  if (breaksOff) throw new UnreadableBoard(ofBoard('xml_breaks_off'));
  return found;
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function textOf(element: XmlElement | undefined, name: string): string | null {
  return childrenOf(element, name)[0]?.text ?? null;
}
