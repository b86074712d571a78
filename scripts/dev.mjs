// npm run dev: the server restarts and the pages reload as their files change.
import path from 'node:path'
import { setUp } from './setup.mjs'
import { bin, launch, root, toolEnvironment } from './toolchain.mjs'

const PAGES_URL = 'http://localhost:5173'

await setUp()
const parts = [
  // The set-up link must lead to the pages that reload, not to the ones that were built last.
  launch(bin('tsx'), ['watch', '--clear-screen=false', '--conditions=development', 'apps/api/src/main.ts'], {
    env: toolEnvironment({ PUBLIC_URL: process.env.PUBLIC_URL ?? PAGES_URL }),
  }),
  launch(bin('vite'), ['--clearScreen', 'false', '--port', new URL(PAGES_URL).port, '--strictPort'], {
    cwd: path.join(root, 'apps/web'),
    env: toolEnvironment({ API_URL: `http://127.0.0.1:${process.env.HTTP_PORT ?? 4000}` }),
  }),
]
// One without the other is of no use: the first to end ends both. A signal has reached both already.
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (interrupted = true))
const code = await Promise.race(parts.map(part => part.ended))
if (!interrupted) for (const { child } of parts) child.kill('SIGTERM')
await Promise.all(parts.map(part => part.ended))
process.exit(interrupted ? 0 : code)
