import path from 'node:path'
import { afterEach } from 'vitest'
import type { Visitor } from './browser.js'

/** With E2E_SCREENSHOTS=directory each failed step leaves a picture of what every visitor saw. Call it once in a spec file. */
export function keepScreenshots(name: string, visitors: () => readonly (Visitor | undefined)[]): void {
  const directory = process.env['E2E_SCREENSHOTS']
  if (directory === undefined) return
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    for (const [index, visitor] of visitors().entries()) {
      await visitor?.page.screenshot({ path: path.join(directory, `${name}-${index}.png`) }).catch(() => undefined)
    }
  })
}
