/** Every query of the worker on rows of candidates, found in the source, and what it does not say of whose they are. */
import ts from 'typescript';
import type { SourceFile } from './source-tree.js';

export interface Query {
  /** `path function` */
  place: string;
  text: string;
  /** How often it reads or changes such rows; a new one says whose it is. */
  tables: number;
}

const IS_SQL = /\b(select|update|delete|insert)\b/;
const NAMES_ITS_CANDIDATE = /candidate_id(::\w+)? (=|is distinct)|= (\w+\.)?candidate_id|candidateId/;
/** A key finds its row whoever asks, and row level security judges that row. */
const BY_KEY = /\b(where|and|on) \(?(\w+\.)?(id|follow_up_id|subject_id) (= |in \(:\.\.\.)|[{,]\s*id\s*[:,}]/g;

export function queriesIn({ path, text }: SourceFile, tables: readonly string[], entities: readonly string[]): Query[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const table = new RegExp(`\\b(from|join|update|into) (${tables.join('|')})\\b`, 'g');
  const found: Query[] = [];
  const visit = (node: ts.Node): void => {
    const named = isText(node) && IS_SQL.test(node.getText()) ? [...node.getText().matchAll(table)] : [];
    if (named.length > 0) {
      const tables = named.filter(([, verb]) => verb !== 'into').length;
      found.push({ ...queryAt(node, node, path), tables });
      return;
    }
    if (ts.isCallExpression(node) && isOnEntity(node, entities))
      found.push({ ...queryAt(node, chainOf(node), path), tables: 1 });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

export const saysWhose = ({ text, tables }: Query): boolean =>
  NAMES_ITS_CANDIDATE.test(text) || (text.match(BY_KEY)?.length ?? 0) >= tables;

const isText = (node: ts.Node) =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);

function isOnEntity({ expression, arguments: [entity] }: ts.CallExpression, entities: readonly string[]): boolean {
  if (!ts.isPropertyAccessExpression(expression) || !entity) return false;
  return !['insert', 'into'].includes(expression.name.text) && entities.includes(entity.getText());
}

/** A query builder says it in a later call of its chain. */
function chainOf(node: ts.Node): ts.Node {
  const { parent } = node;
  return ts.isPropertyAccessExpression(parent) || (ts.isCallExpression(parent) && parent.expression === node)
    ? chainOf(parent)
    : node;
}

function queryAt(node: ts.Node, whole: ts.Node, path: string): Omit<Query, 'tables'> {
  return { place: `${path} ${nameAround(node)}`, text: whole.getText().replace(/\s+/g, ' ') };
}

function nameAround(node: ts.Node | undefined): string {
  if (!node) return '';
  const isNamed = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isVariableDeclaration(node);
  return isNamed && node.name && !isInner(node) ? node.name.getText() : nameAround(node.parent);
}

/** A variable inside a function is not what a reader looks for. */
const isInner = (node: ts.Node) => ts.isVariableDeclaration(node) && !ts.isSourceFile(node.parent.parent.parent);
