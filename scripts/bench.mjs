// npm run bench: measures against rsyslog on this machine. `npm run bench -- --help` names the options.
import { setUp } from './setup.mjs'
import { bin, build, run } from './toolchain.mjs'

await setUp()
await build()
process.exit(await run(bin('tsx'), ['--conditions=development', 'test/bench/bench.ts', ...process.argv.slice(2)]))
