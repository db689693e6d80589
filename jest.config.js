const swc = { '^.+\\.ts$': ['@swc/jest', {}] };

const shared = {
  rootDir: '.',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: swc,
  moduleNameMapper: {
    '^@app/(contracts|database|follow-ups|platform)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

/** `unit` needs nothing; `parts` runs on a real Postgres, Redis, SMTP and HTTP that the global setup starts. */
export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts', '<rootDir>/tests/architecture/**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'parts',
      // Generous: these wait for conditions on a machine that may be busy with several of them.
      testTimeout: 60_000,
      testMatch: ['<rootDir>/tests/{integration,e2e,simulation}/**/*.spec.ts'],
      globalSetup: '<rootDir>/tests/support/global-setup.js',
      globalTeardown: '<rootDir>/tests/support/global-teardown.js',
    },
  ],
};
