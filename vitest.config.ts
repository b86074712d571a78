import { defineConfig } from 'vitest/config'

// Three tiers by name: *.test.ts is pure, *.int.test.ts uses a real PostgreSQL, test/e2e/*.spec.ts the built stack.
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }]
const node = { environment: 'node' as const, setupFiles: ['test/support/setup.ts'] }

export default defineConfig({
  resolve: { alias, conditions: ['development', 'node'] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...node,
          name: 'unit',
          include: ['{apps/api,packages/shared}/src/**/*.test.ts', 'test/{demo,bench,docs,support}/**/*.test.ts'],
          exclude: ['**/*.int.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...node,
          name: 'int',
          include: ['apps/api/src/**/*.int.test.ts', 'test/{integration,docs}/**/*.int.test.ts'],
          globalSetup: ['test/support/global-database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...node,
          name: 'e2e',
          include: ['test/e2e/**/*.spec.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      'apps/web',
    ],
  },
})
