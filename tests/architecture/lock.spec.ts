import { expect, it } from '@jest/globals';
import { readText } from './source-tree.js';

interface Package {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Record<string, Package> };

// `npm install` leaves out an optional package that it cannot find and says nothing; `npm ci` then refuses the whole file.
it('every package that another one names is in the lock file', () => {
  const locked = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)));
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !locked.has(name))
      .map((name) => `${path} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

it('the lock file names no registry', () => expect(readText('package-lock.json')).not.toContain('"resolved"'));
