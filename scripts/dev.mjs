// npm run dev: the server restarts and the pages reload as their files change.
import { setUp } from './setup.mjs'
import { bin, launch, root } from './toolchain.mjs'
import path from 'node:path'

await setUp()
const parts = [
  launch(bin('tsx'), ['watch', '--clear-screen=false', '--conditions=development', 'apps/api/src/main.ts']),
  launch(bin('vite'), ['--clearScreen', 'false'], { cwd: path.join(root, 'apps/web') }),
]
// One without the other is of no use: the first to end ends both.
const code = await Promise.race(parts.map(part => part.ended))
for (const { child } of parts) child.kill('SIGTERM')
await Promise.all(parts.map(part => part.ended))
process.exit(code)
