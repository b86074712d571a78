import type { CodegenConfig } from '@graphql-codegen/cli'

const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/**/*.test.{ts,tsx}', '!src/gql/**'],
  ignoreNoDocuments: true,
  generates: {
    './src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: {
        strictScalars: true,
        scalars: {
          JSON: 'unknown',
          DateTime: 'string',
          BigInt: 'string',
          IPAddress: 'string',
          Network: 'string',
        },
        enumType: 'string-literal',
        useTypeImports: true,
        skipTypename: true,
      },
    },
    './src/gql/introspection.ts': { plugins: ['./introspection-plugin.ts'] },
  },
}

export default config
