// npm run check: everything that continuous integration checks. Goes on after a failure, to tell all of them at once.
// With --without-tests the tests are left to `npm test`.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { setUp } from './setup.mjs'
import { printTotal, runTests } from './tests.mjs'
import { bin, build, root, run, runQuietly } from './toolchain.mjs'

/** Files that are generated and committed, and what writes them. */
const GENERATED = [
  { place: 'apps/api/schema.graphql', command: 'tsx', args: ['--conditions=development', 'scripts/emit-schema.ts'] },
  { place: 'apps/web/src/gql', command: 'graphql-codegen', args: ['--config', 'codegen.ts'], cwd: 'apps/web' },
]

const CHECKS = [
  { name: 'format', run: () => run(bin('prettier'), ['--check', '--log-level=warn', '.']) },
  { name: 'lint', run: () => run(bin('eslint'), ['--max-warnings=0', '.']) },
  {
    name: 'typecheck',
    run: () => allOf(['turbo', 'run', 'typecheck', '--output-logs=errors-only', '--no-color'], ['tsc', '-p', 'tsconfig.json']),
  },
  ...GENERATED.map(generated => ({ name: `generated ${generated.place}`, run: () => isUnchanged(generated) })),
]

/** Runs every command; the code of the last that failed. */
async function allOf(...commands) {
  let code = 0
  for (const [command, ...args] of commands) code = (await run(bin(command), args)) || code
  return code
}

/** Writes again and compares: what was committed must be what the code says. */
async function isUnchanged({ place, command, args, cwd = '.' }) {
  const before = contents(place)
  const code = await runQuietly(bin(command), args, { cwd: path.join(root, cwd) })
  if (code !== 0) return code
  if (contents(place) === before) return 0
  console.error(`${place} was out of date. It is written anew: commit it.`)
  return 1
}

function contents(place) {
  const at = path.join(root, place)
  if (!existsSync(at)) return ''
  if (!statSync(at).isDirectory()) return readFileSync(at, 'utf8')
  return readdirSync(at, { recursive: true })
    .map(String)
    .sort()
    .map(file => path.join(at, file))
    .filter(file => statSync(file).isFile())
    .map(file => `${file}\n${readFileSync(file, 'utf8')}`)
    .join('\n')
}

await setUp()
await build()
const checks = { passed: 0, failed: 0, skipped: 0 }
for (const check of CHECKS) {
  const started = Date.now()
  const passed = (await check.run()) === 0
  checks[passed ? 'passed' : 'failed']++
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${check.name} (${((Date.now() - started) / 1000).toFixed(0)} s)`)
}
const withTests = !process.argv.includes('--without-tests')
const tests = withTests ? await runTests() : { passed: 0, failed: 0, skipped: 0 }
const total = { passed: checks.passed + tests.passed, failed: checks.failed + tests.failed, skipped: tests.skipped }
printTotal(total)
process.exit(total.failed === 0 ? 0 : 1)
