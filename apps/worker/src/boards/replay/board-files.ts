/** `npm run boards:check -- <folder>`: reads stored answers of boards, `<provider>/<file>`, as the sweeps would. */
import { asWritten, BOARD_PROVIDERS, type BoardProvider, type Sentence } from '@app/contracts';
import { boardSentence } from '@app/follow-ups';
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { UnreadableBoard } from '../reading/connectors/connector.js';
import { CONNECTORS } from '../reading/connectors/connectors.js';

export interface CheckedFile {
  provider: string;
  file: string;
  /** Lines of the feed; the same posting may fill several. */
  postings: number;
  distinctIds: number;
  /** Set when the board says it has more than the file holds. */
  total: number | null;
  problems: string[];
}

export async function checkBoardFiles(folder: string): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = [];
  for (const { name: provider } of (await entriesOf(folder)).filter((entry) => entry.isDirectory())) {
    for (const { name: file } of await entriesOf(join(folder, provider))) {
      checked.push(await checkFile(join(folder, provider, file), provider, file));
    }
  }
  return checked;
}

async function checkFile(path: string, provider: string, file: string): Promise<CheckedFile> {
  const nothing = { provider, file, postings: 0, distinctIds: 0, total: null };
  if (!isProvider(provider)) return { ...nothing, problems: [`"${provider}" is no provider that can be read`] };
  try {
    const slug = basename(file, extname(file));
    const { rows, problems, listed, total } = CONNECTORS[provider].parse(await readFile(path, 'utf8'), {
      slug,
      cursor: 0,
    });
    const distinctIds = new Set(rows.map(({ posting }) => posting.id)).size;
    return {
      provider,
      file,
      postings: rows.length,
      distinctIds,
      total: total !== null && total > listed ? total : null,
      problems: problems.map((said) => boardSentence(said, 'en')),
    };
  } catch (error) {
    return { ...nothing, problems: [boardSentence(whyOf(error), 'en')] };
  }
}

export function tableOf(checked: readonly CheckedFile[]): string {
  const head = ['provider', 'file', 'postings', 'distinct ids', 'problems', ''];
  const rows = checked.map(({ provider, file, postings, distinctIds, problems, total }) => {
    const more = total === null ? '' : `of ${total} on the board`;
    return [provider, file, String(postings), String(distinctIds), String(problems.length), more];
  });
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const problems = checked.flatMap((each) => each.problems.map((why) => `${each.provider}/${each.file}: ${why}`));
  return [...lines, ...(problems.length > 0 ? ['', ...problems] : [])].join('\n');
}

function whyOf(error: unknown): Sentence {
  if (error instanceof UnreadableBoard) return error.said;
  return asWritten(error instanceof Error ? error.message : String(error));
}

function isProvider(name: string): name is BoardProvider {
  return (BOARD_PROVIDERS as readonly string[]).includes(name);
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const shown = entries.filter(({ name }) => !name.startsWith('.') && !/\.(md|txt)$/i.test(name));
  return shown.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
