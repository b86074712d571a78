// The house rules that a machine can check. docs/adr/0001 and CONTRIBUTING.md explain the import law.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import js from '@eslint/js'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import importX from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'

const API = './apps/api/src'
const WEB = './apps/web/src'

const foldersIn = place =>
  readdirSync(path.join(import.meta.dirname, place), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)

/** Lower layers first: a layer imports itself and those before it. */
const API_LAYERS = ['platform', 'graphql', 'modules', 'http', 'compose', 'compose.ts', 'server.ts', 'main.ts']
const MODULE_LAYERS = [
  ['auth', 'panos-log'],
  ['json-events'],
  ['sources', 'incidents', 'notifications'],
  ['alerts', 'bulk', 'views'],
  ['ingest', 'lists'],
  ['publish', 'devices', 'places'],
  ['enrichment'],
  ['directories', 'reputation', 'wildfire'],
  ['observables'],
  ['rules'],
  ['overview'],
]
const unplaced = foldersIn(`${API}/modules`).filter(module => !MODULE_LAYERS.flat().includes(module))
if (unplaced.length > 0) throw new Error(`Give ${unplaced.join(', ')} a place in MODULE_LAYERS`)
const webFeatures = foldersIn(`${WEB}/features`)

const layerZones = API_LAYERS.map((layer, at) => ({
  target: `${API}/${layer}`,
  from: API_LAYERS.slice(at + 1).map(higher => `${API}/${higher}`),
  message: `${layer} is a lower layer: ${API_LAYERS.join(' ← ')}.`,
})).filter(zone => zone.from.length > 0)

const moduleZones = MODULE_LAYERS.flatMap((modules, at) =>
  modules.flatMap(module => {
    const others = MODULE_LAYERS.flat().filter(other => other !== module)
    const lower = MODULE_LAYERS.slice(0, at).flat()
    // auth and panos-log stand at the bottom; those of one layer do not know each other.
    const forbidden = others.filter(other => !lower.includes(other))
    return [
      ...forbidden.map(other => ({
        target: `${API}/modules/${module}`,
        from: `${API}/modules/${other}`,
        message: `${module} may import ${lower.join(', ') || 'no module'}.`,
      })),
      ...lower.map(other => ({
        target: `${API}/modules/${module}`,
        from: `${API}/modules/${other}`,
        except: ['./index.ts'],
        message: `Import ${other} through its index.ts.`,
      })),
    ]
  }),
)

const outsideModules = MODULE_LAYERS.flat().map(module => ({
  target: [`${API}/http`, `${API}/compose`, `${API}/compose.ts`, `${API}/server.ts`, `${API}/main.ts`],
  from: `${API}/modules/${module}`,
  except: ['./index.ts'],
  message: `Import ${module} through its index.ts.`,
}))

const webZones = [
  {
    target: [`${WEB}/components`, `${WEB}/lib`, `${WEB}/config`],
    from: [`${WEB}/features`, `${WEB}/app`],
    message: 'components, lib ← features ← app.',
  },
  { target: `${WEB}/features`, from: `${WEB}/app`, message: 'components, lib ← features ← app.' },
  ...webFeatures.map(feature => ({
    target: `${WEB}/features/${feature}`,
    from: `${WEB}/features`,
    except: [`./${feature}`],
    message: 'A feature does not import another: put what both need in components or lib.',
  })),
  { target: './apps/web', from: './apps/api', message: 'The pages know the API by schema.graphql alone.' },
  { target: './packages/shared', from: ['./apps', './test'], message: 'packages/shared depends on zod alone.' },
]

const kebabFileName = {
  meta: { type: 'suggestion', schema: [], messages: { name: '{{name}}: file names are kebab-case.' } },
  create: context => ({
    Program(node) {
      const name = path.basename(context.filename)
      if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/.test(name)) context.report({ node, messageId: 'name', data: { name } })
    },
  }),
}

const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read in apps/api/src/config.ts alone.',
}
const DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/node_modules/',
    'data/',
    'apps/api/src/platform/prisma/',
    'apps/web/src/gql/',
    'apps/web/public/',
    '.turbo/',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // A method may be async because its interface says so.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    plugins: { 'import-x': importX, house: { rules: { 'kebab-file-name': kebabFileName } } },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          noWarnOnMultipleProjects: true,
          project: ['apps/*/tsconfig.json', 'packages/*/tsconfig.json', 'tsconfig.json'],
        }),
      ],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'house/kebab-file-name': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': [
        'error',
        { basePath: import.meta.dirname, zones: [...layerZones, ...moduleZones, ...outsideModules, ...webZones] },
      ],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ENVIRONMENT, DEFAULT_EXPORT],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['packages/shared/src/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\.|zod$|vitest$|fast-check$)', message: 'packages/shared depends on zod alone.' }] },
      ],
    },
  },
  {
    files: ['apps/api/src/config.ts', 'apps/api/src/main.ts'],
    rules: { 'no-restricted-syntax': ['error', DEFAULT_EXPORT] },
  },
  {
    // A React component may be long because its markup is.
    files: ['apps/web/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // Handlers among the properties of a component are bound by nature.
      '@typescript-eslint/unbound-method': 'off',
      'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.{test,contract}.{ts,tsx}', 'test/**'],
    rules: {
      'max-lines': ['error', { max: 600 }],
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', DEFAULT_EXPORT],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // An integration test may start the whole to test a part.
    files: ['apps/api/**/*.int.test.ts'],
    rules: { 'import-x/no-restricted-paths': 'off' },
  },
  {
    files: ['scripts/**', 'test/{demo,bench}/**'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        URL: 'readonly',
      },
    },
    rules: { 'no-console': 'off', 'no-restricted-syntax': ['error', DEFAULT_EXPORT] },
  },
  {
    // Their readers want a default export.
    files: ['**/*.config.{js,ts}', 'apps/web/codegen.ts', 'test/support/global-*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)
