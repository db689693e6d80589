/** Every regular expression of a file, found by the compiler's own reading of it. */
import ts from 'typescript';
import type { SourceFile } from './source-tree.js';

export interface Pattern {
  source: string;
  flags: string;
  /** `path:line`. */
  place: string;
}

/** Stands for what a pattern is filled in with while it runs, which has to be a plain word. */
const FILLED_IN = 'word';

export function patternsOf({ path, text }: SourceFile): Pattern[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const constants = new Map<string, ts.Expression>();
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      constants.set(node.name.text, node.initializer);
    }
    const place = `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place });
    } else if (isRegExpCall(node)) {
      const [source, flags] = node.arguments ?? [];
      found.push({ source: written(source, constants), flags: flags ? written(flags, constants) : '', place });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isRegExpCall(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';
}

/** The text an expression stands for, as far as the file alone can tell. */
function written(node: ts.Expression | undefined, constants: ReadonlyMap<string, ts.Expression>): string {
  if (node === undefined) return FILLED_IN;
  if (ts.isRegularExpressionLiteral(node)) return node.text.slice(1, node.text.lastIndexOf('/'));
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node) && constants.has(node.text)) return written(constants.get(node.text), constants);
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'source') return written(node.expression, constants);
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw') {
    return templateText(node.template, (part) => part.rawText ?? part.text, constants);
  }
  if (ts.isTemplateExpression(node)) return templateText(node, (part) => part.text, constants);
  return FILLED_IN;
}

function templateText(
  template: ts.TemplateLiteral,
  textOf: (part: ts.TemplateLiteralLikeNode) => string,
  constants: ReadonlyMap<string, ts.Expression>,
): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return textOf(template);
  const spans = template.templateSpans.map((span) => written(span.expression, constants) + textOf(span.literal));
  return textOf(template.head) + spans.join('');
}
