import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyLiveList, type LiveList, type LiveListAction, liveListReducer, PENDING_KEPT, ROWS_KEPT } from './live-list'

interface Row {
  readonly id: string
  readonly text: string
}

const row = (id: string, text = id): Row => ({ id, text })
const page = (ids: readonly string[], hasMore = false) => ({ rows: ids.map(id => row(id)), endCursor: ids.at(-1) ?? null, hasMore })
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id)
const after = (...actions: readonly LiveListAction<Row>[]): LiveList<Row> => actions.reduce(liveListReducer<Row>, emptyLiveList<Row>())
const loaded = (...given: readonly string[]): LiveListAction<Row> => ({ type: 'loaded', page: page(given) })
const arrived = (given: readonly Row[], show = false): LiveListAction<Row> => ({ type: 'arrived', rows: given, show })
const many = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `r${from + index}`)

describe('a live list', () => {
  it('keeps what arrives aside, newest first, and leaves the shown rows as they are', () => {
    const before = after(loaded('b', 'a'))
    const list = [arrived([row('c')]), arrived([row('e'), row('d')])].reduce(liveListReducer<Row>, before)
    expect(list.rows).toBe(before.rows)
    expect(ids(list.pending)).toEqual(['e', 'd', 'c'])
  })

  it('shows what was kept aside at the top when asked', () => {
    const list = after(loaded('b', 'a'), arrived([row('d'), row('c')]), { type: 'shown' })
    expect(ids(list.rows)).toEqual(['d', 'c', 'b', 'a'])
    expect(list.pending).toEqual([])
  })

  it('shows rows as they arrive while following', () => {
    expect(ids(after(loaded('a'), arrived([row('c'), row('b')], true)).rows)).toEqual(['c', 'b', 'a'])
  })

  it('never holds a row twice, whether it comes again in an event, a page or both', () => {
    const list = after(
      loaded('c', 'b'),
      arrived([row('d'), row('c'), row('d')]),
      arrived([row('d')]),
      { type: 'extending' },
      { type: 'extended', page: page(['b', 'a']) },
      { type: 'shown' },
      arrived([row('d'), row('a')], true),
    )
    expect(ids(list.rows)).toEqual(['d', 'c', 'b', 'a'])
    expect(list.pending).toEqual([])
  })

  it('changes a known row where it stands, and brings a row that left back', () => {
    const list = after(loaded('b', 'a'), { type: 'left', ids: ['a'] }, arrived([row('a', 'changed')]))
    expect(list.rows).toEqual([row('b'), row('a', 'changed')])
    expect([...list.left]).toEqual([])
  })

  it('marks shown rows that left and forgets those that were waiting', () => {
    const list = after(loaded('b', 'a'), arrived([row('c')]), { type: 'left', ids: ['c', 'a', 'elsewhere'] })
    expect(ids(list.rows)).toEqual(['b', 'a'])
    expect([...list.left]).toEqual(['a'])
    expect(list.pending).toEqual([])
  })

  it('keeps showing the old rows while another question is asked, and replaces them by its answer', () => {
    const asked = after(loaded('a'), arrived([row('b')]), { type: 'asked' })
    expect(asked).toMatchObject({ phase: 'loading', rows: [row('a')], pending: [], missed: false })
    expect(liveListReducer(asked, loaded('x')).rows).toEqual([row('x')])
  })

  it('does not announce again what the answer holds already', () => {
    const list = after({ type: 'asked' }, arrived([row('c'), row('b')]), loaded('b', 'a'))
    expect(ids(list.pending)).toEqual(['c'])
  })

  it('fails as a whole when the first page is missing, and keeps its rows when a further one is', () => {
    const fault = 'away'
    expect(after({ type: 'asked' }, { type: 'failed', fault })).toMatchObject({ phase: 'failed', fault })
    const further = after({ type: 'loaded', page: page(['a'], true) }, { type: 'extending' }, { type: 'failed', fault })
    expect(further).toMatchObject({ phase: 'ready', rows: [row('a')], extending: false, hasMore: true, fault })
  })

  it('says that something was missed when more arrives than is kept aside', () => {
    const list = after(loaded('a'), arrived(many(PENDING_KEPT).map(id => row(id))))
    expect(list.missed).toBe(false)
    const over = liveListReducer(list, arrived([row('one-more')]))
    expect(over.missed).toBe(true)
    expect(over.pending).toHaveLength(PENDING_KEPT)
    expect(over.pending[0]).toEqual(row('one-more'))
  })

  it('lets the oldest rows go when it is full, and says so', () => {
    const list = after({ type: 'loaded', page: page(many(ROWS_KEPT), true) }, arrived([row('new')], true))
    expect(list.rows).toHaveLength(ROWS_KEPT)
    expect(list.rows[0]).toEqual(row('new'))
    expect(list).toMatchObject({ full: true, hasMore: false })
  })

  it('stops asking for further pages when it is full', () => {
    const list = after(
      { type: 'loaded', page: page(many(ROWS_KEPT - 1), true) },
      { type: 'extended', page: page(many(5, ROWS_KEPT), true) },
    )
    expect(list.rows).toHaveLength(ROWS_KEPT)
    expect(list).toMatchObject({ full: true, hasMore: false })
  })

  it('is the same object when nothing changes, so that nothing is drawn again', () => {
    const list = after(loaded('a'))
    const nothing: readonly LiveListAction<Row>[] = [arrived([]), { type: 'left', ids: ['other'] }, { type: 'shown' }]
    for (const action of nothing) expect(liveListReducer(list, action)).toBe(list)
  })

  it('stays bounded and free of doubles, whatever happens in whatever order', () => {
    const someIds = fc.array(fc.nat(30).map(String), { maxLength: 20 })
    const actions = fc.oneof(
      someIds.map((given): LiveListAction<Row> => ({ type: 'loaded', page: page([...new Set(given)]) })),
      someIds.map((given): LiveListAction<Row> => ({ type: 'extended', page: page([...new Set(given)]) })),
      fc.tuple(someIds, fc.boolean()).map(([given, show]) =>
        arrived(
          given.map(id => row(id)),
          show,
        ),
      ),
      someIds.map((given): LiveListAction<Row> => ({ type: 'left', ids: given })),
      fc.constantFrom<LiveListAction<Row>>({ type: 'asked' }, { type: 'shown' }, { type: 'missed' }, { type: 'extending' }),
    )
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 40 }), given => {
        const list = after(...given)
        const shown = ids(list.rows)
        expect(new Set(shown).size).toBe(shown.length)
        expect(new Set(ids(list.pending)).size).toBe(list.pending.length)
        if (list.phase === 'ready') expect(list.pending.filter(({ id }) => shown.includes(id))).toEqual([])
        for (const id of list.left) expect(shown).toContain(id)
      }),
    )
  })
})
