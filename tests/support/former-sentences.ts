/** Sentences that are made of a code and facts, in the columns in which former versions kept them as they read. */
import { type Facts, type ImportProblem, type Sentence } from '@app/contracts';
import { boardSentence, deliverySentence, importProblemSentence, refusalSentence, sentence } from '@app/follow-ups';
import { boardReadsNow, readsNow } from './sentences.js';

type Row = Record<string, unknown>;
type Text = string | null;

interface Said {
  tell: (said: Sentence) => string;
  /** What a text of a former version reads now. */
  now?: (former: string) => string;
}

/** By table and column; the code and the facts stand in columns of that name, `_code` and `_facts`. */
const SAID: Record<string, Record<string, Said>> = {
  follow_ups: { why: { tell: (said) => sentence(said, 'en'), now: readsNow } },
  follow_up_ledger: {
    what: { tell: (said) => sentence(said, 'en') },
    why: { tell: (said) => sentence(said, 'en'), now: readsNow },
  },
  boards: { last_why: { tell: (said) => boardSentence(said, 'en'), now: boardReadsNow } },
  sweeps: { why: { tell: (said) => boardSentence(said, 'en'), now: boardReadsNow } },
  imports: { why: { tell: (said) => refusalSentence(said, 'en') } },
  mail_accounts: { why: { tell: (said) => sentence(said, 'en') } },
  webhook_deliveries: { last_why: { tell: (said) => deliverySentence(said, 'en') } },
  webhook_endpoints: { disabled_why: { tell: (said) => deliverySentence(said, 'en') } },
};

/** Null: no such column was there. */
export function formerly(table: string, columns: readonly string[]): ((row: Row) => Row) | null {
  const said = Object.entries(SAID[table] ?? {}).filter(([column]) => columns.includes(column));
  if (said.length === 0) return null;
  return (row) => ({
    ...Object.fromEntries(said.map(([column, how]) => [column, textOf(row, column, how)])),
    ...(table === 'imports' && { problems: (row.problems as Problem[]).map(asWritten) }),
  });
}

function textOf(row: Row, column: string, { tell, now = (text) => text }: Said): Text {
  if (column in row) return row[column] === null ? null : now(row[column] as string);
  const code = row[`${column}_code`] as Text;
  return code === null ? null : tell({ code, facts: row[`${column}_facts`] as Facts });
}

type Problem = ImportProblem | (Omit<ImportProblem, 'facts'> & { detail: string });

function asWritten(problem: Problem): Row {
  if ('detail' in problem) return problem;
  const { facts, ...rest } = problem;
  return { ...rest, detail: importProblemSentence({ code: problem.code, facts }, 'en') };
}
