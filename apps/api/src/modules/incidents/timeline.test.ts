import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareEntries, Timeline, type TimelineEntry } from './timeline.js'
import type { TimelineRow, TimelineSource } from './timeline-source.js'

/** A source as an honest one answers: its rows before the position, in order, at most as many as wanted. */
const sourceOf = (name: string, rows: readonly TimelineRow[], asked: number[] = []): TimelineSource => ({
  name,
  kinds: ['STATE'],
  page: async ({ before, limit }) => {
    asked.push(limit)
    return rows
      .filter(row => row.at < before.at || (row.at.getTime() === before.at.getTime() && BigInt(row.id) < BigInt(before.id)))
      .sort((left, right) => right.at.getTime() - left.at.getTime() || Number(BigInt(right.id) - BigInt(left.id)))
      .slice(0, limit)
  },
})

const rowOf = (id: string, seconds: number): TimelineRow => ({
  id,
  at: new Date(Date.UTC(2026, 2, 4) + seconds * 1000),
  kind: 'STATE',
  cause: 'SYSTEM',
  userId: null,
  by: null,
  text: id,
  detail: null,
  incidentId: '1',
})

/** Few times and many rows: the same millisecond everywhere. */
const rows = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 4 })), { selector: ([id]) => id, maxLength: 20 })
  .map(given => given.map(([id, seconds]) => rowOf(String(id), seconds)))
const moves = { withMerged: async (id: string) => [id] }
const named = ({ source, id }: TimelineEntry) => `${source} ${id}`

describe('Timeline', () => {
  it('joins all sources in one order: pages joined are the whole, nothing twice, nothing left out', () =>
    fc.assert(
      fc.asyncProperty(rows, rows, rows, fc.integer({ min: 1, max: 7 }), async (alerts, lists, pushes, size) => {
        const asked: number[] = []
        const timeline = new Timeline({
          sources: [sourceOf('alerts', alerts, asked), sourceOf('lists', lists, asked), sourceOf('pushes', pushes, asked)],
          moves,
        })
        const all = [...alerts.map(row => ({ ...row, source: 'alerts' })), ...lists.map(row => ({ ...row, source: 'lists' }))]
        all.push(...pushes.map(row => ({ ...row, source: 'pushes' })))
        const joined: TimelineEntry[] = []
        for (;;) {
          const page = await timeline.page({ incidentId: '1', kinds: undefined, after: joined.at(-1), limit: size })
          joined.push(...page)
          if (page.length < size) break
        }
        expect(joined.map(named)).toEqual(all.sort(compareEntries).map(named))
        expect(asked.every(limit => limit === size)).toBe(true)
      }),
    ))

  it('asks only those who know of the kinds, about all that was merged into the incident', async () => {
    const asked: (readonly string[])[] = []
    const spy = (name: string, kind: 'STATE' | 'PUSH'): TimelineSource => ({
      name,
      kinds: [kind],
      page: async ({ incidentIds }) => {
        asked.push([name, ...incidentIds])
        return []
      },
    })
    const timeline = new Timeline({ sources: [spy('one', 'STATE'), spy('two', 'PUSH')], moves: { withMerged: async id => [id, '8'] } })
    expect(await timeline.page({ incidentId: '1', kinds: ['PUSH'], after: undefined, limit: 5 })).toEqual([])
    expect(asked).toEqual([['two', '1', '8']])
  })
})
