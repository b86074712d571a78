import { describe, expect, it } from 'vitest'
import { keyedLoader, mapLoader, pageLoader } from './keyed-loader.js'

describe('keyedLoader', () => {
  it('asks once for all keys and answers in their order, undefined where there is no row', async () => {
    const asked: (readonly number[])[] = []
    const loader = keyedLoader(
      async (keys: readonly number[]) => {
        asked.push(keys)
        return [{ id: 3 }, { id: 1 }]
      },
      row => row.id,
    )
    expect(await Promise.all([loader.load(1), loader.load(2), loader.load(3), loader.load(1)])).toEqual([
      { id: 1 },
      undefined,
      { id: 3 },
      { id: 1 },
    ])
    expect(asked).toEqual([[1, 2, 3]])
  })
})

describe('mapLoader', () => {
  it('fills in what is missing', async () => {
    const loader = mapLoader(
      async () => new Map([['a', 1]]),
      () => 0,
    )
    expect(await loader.loadMany(['a', 'b'])).toEqual([1, 0])
  })
})

describe('pageLoader', () => {
  it('asks once for the owners of the same page, and apart for another page', async () => {
    const asked: string[] = []
    const loader = pageLoader(
      async (owners, page: { limit: number }) => {
        asked.push(`${owners.join(' ')} ${page.limit}`)
        return owners.flatMap(owner => Array.from({ length: page.limit }, (_, n) => ({ owner, n })))
      },
      row => row.owner,
    )
    const load = (owner: string, limit: number) => loader.load({ owner, page: { limit } })
    const pages = await Promise.all([load('a', 1), load('b', 1), load('a', 2), load('a', 1)])
    expect(pages.map(rows => rows.map(row => `${row.owner}${row.n}`).join())).toEqual(['a0', 'b0', 'a0,a1', 'a0'])
    expect(asked).toEqual(['a b 1', 'a 2'])
  })

  it('fails those whose page cannot be read, and no other', async () => {
    const loader = pageLoader(
      async (_owners, page: { limit: number }) => {
        if (page.limit === 0) throw new Error('no such page')
        return [{ owner: 'a' }]
      },
      row => row.owner,
    )
    const [good, bad] = await Promise.allSettled([
      loader.load({ owner: 'a', page: { limit: 1 } }),
      loader.load({ owner: 'a', page: { limit: 0 } }),
    ])
    expect([good.status, bad.status]).toEqual(['fulfilled', 'rejected'])
  })
})
