import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { sourceFiles, type SourceFile } from './source-tree.js';

const parts = sourceFiles('apps/web').filter(({ path }) => path.endsWith('.tsx'));
/** What of an element is read out or shown. */
const READ =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|alt|title|placeholder|label|hint|heading|legend)$/;

describe('the words of the web', () => {
  it('stand in *.words.ts: no part has a text of its own', () => {
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.flatMap(textsOf)).toEqual([]);
  });

  it.each([
    ['text', `<p>Hello</p>`],
    ['a text in braces', `<p>{'Hello'}</p>`],
    ['one of two texts', `<p>{late ? 'Late' : words.soon}</p>`],
    ['a text with a value', '<p>{`Hello ${name}`}</p>'],
    ['an attribute that is read out', `<button aria-label="Close" />`],
    ['a heading', `<Group heading="Today" />`],
  ])('would see %s', (_what, part) => {
    expect(textsOf({ path: 'planted.tsx', text: `export const Planted = () => ${part};` })).toHaveLength(1);
  });

  it('would leave punctuation, classes and values alone', () => {
    const part = `<p className="row" data-state="late">{words.hello} · <b id="x">{a === 'late' && word}</b></p>`;
    expect(textsOf({ path: 'planted.tsx', text: `export const Planted = () => ${part};` })).toEqual([]);
  });
});

function textsOf({ path, text }: SourceFile): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const say = (node: ts.Node) =>
    found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.getText().trim()}`);
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) say(node);
    if (ts.isJsxExpression(node) && isShown(node) && node.expression) literalsOf(node.expression).forEach(say);
    if (
      ts.isJsxAttribute(node) &&
      READ.test(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    )
      say(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isShown({ parent }: ts.JsxExpression): boolean {
  return !ts.isJsxAttribute(parent) || READ.test(parent.name.getText());
}

/** What an expression may come to, where that is written down in it. */
function literalsOf(node: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return literalsOf(node.right);
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
  return isText && /\p{L}/u.test(node.getText().replaceAll(/\$\{[^}]*\}/g, '')) ? [node] : [];
}
