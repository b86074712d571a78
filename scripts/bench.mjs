// npm run bench: measures against rsyslog on this machine. `npm run bench -- --help` names the options.
// npm run bench published-lists: against nginx. npm run bench device-push: against the simulated firewall.
import { setUp } from './setup.mjs'
import { bin, build, run } from './toolchain.mjs'

const OTHERS = ['published-lists', 'device-push']
const [first, ...rest] = process.argv.slice(2)
const [name, options] = OTHERS.includes(first) ? [first, rest] : ['bench', process.argv.slice(2)]

await setUp()
await build()
process.exit(await run(bin('tsx'), ['--conditions=development', `test/bench/${name}.ts`, ...options]))
