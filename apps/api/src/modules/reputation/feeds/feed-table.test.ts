import type { FeedKind, ObservableKind } from '@sallyport/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atOnce } from '../../places/index.js'
import { buildFeedTable } from './feed-table.js'
import { ValueTable } from './value-table.js'

const tableOf = (kind: FeedKind, ...values: string[]) =>
  atOnce(buildFeedTable(kind, Buffer.from(values.map(value => `${value}\n`).join(''))))

describe('buildFeedTable', () => {
  it.each<[FeedKind, string[], ObservableKind, string, string | undefined]>([
    ['ADDRESS', ['198.51.100.0/24', '198.51.100.7'], 'ADDRESS', '198.51.100.7', '198.51.100.7'],
    ['ADDRESS', ['198.51.100.0/24', '198.51.100.7'], 'ADDRESS', '198.51.100.8', '198.51.100.0/24'],
    ['ADDRESS', ['198.51.100.10-198.51.100.12'], 'ADDRESS', '198.51.100.11', '198.51.100.10-198.51.100.12'],
    ['ADDRESS', ['2001:db8:bad::/48'], 'ADDRESS', '2001:db8:bad::1', '2001:db8:bad::/48'],
    ['ADDRESS', ['198.51.100.0/24'], 'ADDRESS', '203.0.113.1', undefined],
    ['ADDRESS', ['198.51.100.0/24'], 'URL', '198.51.100.7/bin.sh', '198.51.100.0/24'],
    ['ADDRESS', ['198.51.100.0/24'], 'DOMAIN', 'evil.example', undefined],
    ['DOMAIN', ['evil.example'], 'DOMAIN', 'evil.example', 'evil.example'],
    ['DOMAIN', ['evil.example'], 'DOMAIN', 'a.b.evil.example', 'evil.example'],
    ['DOMAIN', ['evil.example', 'b.evil.example'], 'DOMAIN', 'a.b.evil.example', 'b.evil.example'],
    ['DOMAIN', ['evil.example'], 'DOMAIN', 'notevil.example', undefined],
    ['DOMAIN', ['evil.example'], 'URL', 'www.evil.example/login?x=1', 'evil.example'],
    ['DOMAIN', ['evil.example'], 'URL', 'good.example/evil.example', undefined],
    ['DOMAIN', ['evil.example'], 'USER', 'evil.example', undefined],
    ['URL', ['evil.example/a'], 'URL', 'evil.example/a', 'evil.example/a'],
    ['URL', ['evil.example/a'], 'URL', 'evil.example/A', undefined],
    ['URL', ['evil.example'], 'DOMAIN', 'evil.example', undefined],
    [
      'FILE_HASH',
      ['d41d8cd98f00b204e9800998ecf8427e'],
      'FILE_HASH',
      'd41d8cd98f00b204e9800998ecf8427e',
      'd41d8cd98f00b204e9800998ecf8427e',
    ],
  ])('a feed of %s %j says of %s %s: %s', (feed, values, kind, value, expected) => {
    expect(tableOf(feed, ...values).match({ kind, value })).toBe(expected)
  })

  it('is empty without a value', () => {
    for (const kind of ['ADDRESS', 'DOMAIN', 'URL', 'FILE_HASH'] as const) {
      expect(tableOf(kind).count).toBe(0)
      expect(tableOf(kind).match({ kind, value: '198.51.100.7' })).toBeUndefined()
    }
  })
})

describe('ValueTable', () => {
  const value = fc.string({ minLength: 1 }).filter(text => !text.includes('\n'))

  it('has what was put in, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(value, { maxLength: 200 }), fc.array(value), fc.integer(), (values, others, seed) => {
        const table = atOnce(ValueTable.build(Buffer.from(values.map(one => `${one}\n`).join('')), seed))
        expect(table.count).toBe(values.length)
        for (const one of values) expect(table.has(one)).toBe(true)
        for (const other of others) expect(table.has(other)).toBe(values.includes(other))
      }),
    )
  })
})
