import { expect, it } from 'vitest'
import { batchHints } from './batch-hints.js'

it('tells the number of the batch and the ids of its incidents', () => {
  expect(batchHints(7n, [1n, 2n]).map(text => JSON.parse(text) as unknown)).toEqual([
    { topic: 'alerts', hint: { batch: '7' } },
    { topic: 'incidents', hint: { ids: ['1', '2'] } },
  ])
})

it('tells nothing of a batch without alerts', () => {
  expect(batchHints(undefined, [])).toEqual([])
})

it('parts many ids so that each payload fits a notification', () => {
  const ids = Array.from({ length: 3000 }, (_, index) => 9_000_000_000_000_000_000n + BigInt(index))
  const payloads = batchHints(7n, ids)
  expect(Math.max(...payloads.map(text => Buffer.byteLength(text)))).toBeLessThanOrEqual(7900)
  expect(payloads.slice(1).flatMap(text => (JSON.parse(text) as { hint: { ids: string[] } }).hint.ids)).toEqual(ids.map(String))
})
