/** Jest runs the TypeScript as it stands (ES modules, types stripped by swc); there is no build to test. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{src,connectors,schema,sim,tests,scripts,packs,packages}/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.wanjia/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript' },
          transform: { verbatimModuleSyntax: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  globalSetup: '<rootDir>/scripts/test-setup.js',
  globalTeardown: '<rootDir>/scripts/test-teardown.js',
  testTimeout: 60_000,
  maxWorkers: 2,
  // ES modules stay in memory until their worker ends.
  workerIdleMemoryLimit: '1500MB',
};
