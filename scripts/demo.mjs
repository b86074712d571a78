// npm run demo: sends made-up alerts of many firewalls to a running server, and simulates a firewall that takes lists. `npm run demo -- --help` names the options.
import { setUp } from './setup.mjs'
import { bin, run } from './toolchain.mjs'

await setUp()
process.exit(await run(bin('tsx'), ['--conditions=development', 'test/demo/demo.ts', ...process.argv.slice(2)]))
