/** The project's own files, as the architecture specs read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** From the root, with slashes. */
  path: string;
  text: string;
}

export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Every TypeScript and JavaScript file below these folders, but what is generated: it is as its generator makes it. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !/\/node_modules\/|^apps\/web\/src\/api\/generated\//.test(path))
    .toSorted()
    .map((path) => ({ path, text: readText(path) }));
}
