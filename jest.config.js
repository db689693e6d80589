// A new account begins with the time zone of its host: the same on every machine.
process.env.TZ = 'UTC';

const swc = { '^.+\\.ts$': ['@swc/jest', {}] };

const shared = {
  rootDir: '.',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: swc,
  moduleNameMapper: {
    '^@app/contracts/words$': '<rootDir>/libs/contracts/src/words.ts',
    '^@app/(contracts|database|follow-ups|platform|recording)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

const parts = {
  ...shared,
  globalSetup: '<rootDir>/tests/support/global-setup.js',
  globalTeardown: '<rootDir>/tests/support/global-teardown.js',
  testEnvironment: '<rootDir>/tests/support/warned-environment.js',
};

const torture = {
  ...parts,
  displayName: 'torture',
  testMatch: ['<rootDir>/tests/{torture,simulation}/**/*.spec.ts'],
};

/**
 * `unit` needs nothing; `parts` runs on a real Postgres, Redis, SMTP and HTTP that the global setup starts. `torture` is
 * there for scripts/torture.mjs only, which says how much of it.
 */
export default {
  // Generous: the parts wait for conditions on a machine that may be busy. Of one project alone, it would not be heard.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts', '<rootDir>/tests/architecture/**/*.spec.ts'],
    },
    {
      ...parts,
      displayName: 'parts',
      testMatch: ['<rootDir>/tests/{integration,e2e,browser,simulation,fuzz}/**/*.spec.ts'],
    },
    ...(process.env.TORTURE_OPS ? [torture] : []),
  ],
};
