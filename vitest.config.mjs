import { defineConfig } from 'vitest/config';

// Workspace packages resolve to their source, so tests need no build.
const conditions = ['@regmigrate/source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['@regmigrate/source', 'node'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'scripts/**/*.test.mjs'],
    testTimeout: 20_000,
  },
});
