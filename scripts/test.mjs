// npm test: sets up, builds what the browser tests need, and runs every test.
import { setUp } from './setup.mjs'
import { printTotal, runTests } from './tests.mjs'
import { build } from './toolchain.mjs'

await setUp()
await build()
const total = await runTests()
printTotal(total)
process.exit(total.failed === 0 ? 0 : 1)
