// npm start: sets up, builds what changed and runs the server in the foreground.
import { setUp } from './setup.mjs'
import { build, node, run } from './toolchain.mjs'

await setUp()
await build()
// The server names its address, and on the first start the link for the first administrator.
process.exit(await run(node, ['--enable-source-maps', 'apps/api/dist/main.js'], { env: { ...process.env, NODE_ENV: 'production' } }))
