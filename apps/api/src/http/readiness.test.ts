import { describe, expect, it } from 'vitest'
import { readinessOf } from './readiness.js'

describe('readiness', () => {
  it('is that of all parts', async () => {
    const parts = [
      { name: 'database', isReady: async () => true },
      { name: 'hints', isReady: () => false },
    ]
    expect(await readinessOf(parts)).toEqual({ ready: false, parts: { database: true, hints: false } })
  })

  it('counts a part that does not answer as one that is not ready', async () => {
    const hung = { name: 'database', isReady: () => new Promise<boolean>(() => undefined) }
    expect(await readinessOf([hung, { name: 'hints', isReady: () => true }], 10)).toEqual({
      ready: false,
      parts: { database: false, hints: true },
    })
  })
})
