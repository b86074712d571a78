// Runs the test tiers and counts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bin, run } from './toolchain.mjs'

/** Browser tests come last and alone: they measure what a person would see, and share no core with others. */
const RUNS = [['unit', 'web', 'int'], ['e2e']]

/** Runs every test; a file that cannot be loaded counts as one failure. */
export async function runTests() {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const projects of RUNS) {
    const counts = await runProjects(projects)
    for (const key of Object.keys(total)) total[key] += counts[key]
  }
  return total
}

async function runProjects(projects) {
  const directory = mkdtempSync(path.join(tmpdir(), 'sallyport-tests-'))
  const file = path.join(directory, 'result.json')
  try {
    const code = await run(bin('vitest'), [
      'run',
      ...projects.flatMap(project => ['--project', project]),
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ])
    return count(readResult(file), code)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { testResults: [], numPassedTests: 0, numPendingTests: 0 }
  }
}

function count(result, code) {
  let failed = 0
  for (const suite of result.testResults) {
    const failures = suite.assertionResults.filter(test => test.status === 'failed').length
    failed += failures === 0 && suite.status === 'failed' ? 1 : failures
  }
  // An error outside of any test ends the run with a code but without a failed test.
  if (code !== 0 && failed === 0) failed = 1
  return { passed: result.numPassedTests, failed, skipped: result.numPendingTests + (result.numTodoTests ?? 0) }
}

export function printTotal({ passed, failed, skipped }) {
  if (skipped > 0) console.log(`${skipped} skipped: something they need is not on this machine`)
  console.log(`${passed} passed, ${failed} failed`)
}
