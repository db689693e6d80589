/** A copy of the project from which guards may be taken out, and the processes that work on it. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDERS = ['apps', 'libs', 'tests', 'scripts', 'dist'];
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'nest-cli.json', 'jest.config.js', '.swcrc'];
/** A run that has not ended by then is ended. */
const LONGEST_RUN_MS = 1_200_000;

export class Copy {
  #running = null;

  static of(root) {
    // Passable, so that a Postgres which may not run as root reaches its folder in here.
    const scratch = mkdtempSync(join(tmpdir(), 'rekindle-guards-'));
    const folder = join(scratch, 'project');
    for (const path of [folder, join(scratch, 'tmp')]) mkdirSync(path);
    for (const path of [scratch, join(scratch, 'tmp')]) chmodSync(path, 0o711);
    for (const name of [...FOLDERS, ...FILES]) {
      if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    return new Copy(scratch, folder);
  }

  constructor(scratch, folder) {
    this.scratch = scratch;
    this.folder = folder;
    // What a guard leaves unused is no mistake here, and only what changed is compiled again.
    const path = join(folder, 'tsconfig.json');
    const settings = JSON.parse(readFileSync(path, 'utf8'));
    const loose = { noUnusedLocals: false, noUnusedParameters: false, sourceMap: false };
    const incremental = { incremental: true, tsBuildInfoFile: './dist/.tsbuildinfo' };
    Object.assign(settings.compilerOptions, loose, incremental);
    writeFileSync(path, JSON.stringify(settings));
  }

  /** Edits whose text is not there exactly once. */
  stale(edits) {
    return edits.filter(({ file, find }) => {
      const path = join(this.folder, file);
      return !existsSync(path) || readFileSync(path, 'utf8').split(find).length !== 2;
    });
  }

  /** Answers what puts everything back. */
  apply(edits) {
    const before = new Map();
    for (const { file, find, put } of edits) {
      const path = join(this.folder, file);
      const text = readFileSync(path, 'utf8');
      if (!before.has(path)) before.set(path, text);
      writeFileSync(
        path,
        text.replace(find, () => put),
      );
    }
    return () => {
      for (const [path, text] of before) writeFileSync(path, text);
    };
  }

  /** Node on the copy, in a group of its own: whatever it leaves behind is ended with it. Resolves to its exit code. */
  node(args, env = {}) {
    const log = openSync(this.log, 'w');
    const child = spawn(process.execPath, args, {
      cwd: this.folder,
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, ...env, TMPDIR: join(this.scratch, 'tmp') },
    });
    this.#running = child;
    const limit = setTimeout(() => this.end('SIGKILL'), LONGEST_RUN_MS);
    return new Promise((resolve) => {
      child.once('exit', (code) => {
        clearTimeout(limit);
        this.end('SIGKILL');
        this.#running = null;
        resolve(code ?? 1);
      });
    });
  }

  get log() {
    return join(this.scratch, 'log.txt');
  }

  end(signal) {
    if (!this.#running) return;
    try {
      process.kill(-this.#running.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }

  remove() {
    const mounts = existsSync('/proc/mounts') ? readFileSync('/proc/mounts', 'utf8').split('\n') : [];
    for (const [, place] of mounts.map((line) => line.split(' ')).filter(([, at]) => at?.startsWith(this.scratch)))
      spawnSync('umount', ['-l', place]);
    rmSync(this.scratch, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
}
