import 'reflect-metadata'
import { afterEach, vi } from 'vitest'

// Silence is a rule: what is written to the console was not expected by anybody.
const written: string[] = []
for (const level of ['error', 'warn'] as const)
  vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
    written.push(`console.${level}: ${parts.map(String).join(' ')}`)
  })

afterEach(() => {
  const lines = written.splice(0)
  if (lines.length > 0) throw new Error(`Unexpected output:\n${lines.join('\n')}`)
})
