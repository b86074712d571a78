import { CHANGE_TICKET_MAX_LENGTH } from '@sallyport/shared'
import { describe, expect, it } from 'vitest'
import { commitDescription } from './commit-description.js'

const run = { runId: 7n, changeTicket: '', added: 3, removed: 1, incidents: 2 }

describe('the description of a commit', () => {
  it.each([
    ['no ticket', {}, 'Sallyport run 7: 3 added, 1 removed, 2 incidents'],
    ['a ticket', { changeTicket: 'CHG0012345' }, 'Sallyport run 7, change CHG0012345: 3 added, 1 removed, 2 incidents'],
    ['one incident', { incidents: 1 }, 'Sallyport run 7: 3 added, 1 removed, 1 incident'],
    ['no incident', { changeTicket: 'OPS 4/2', incidents: 0 }, 'Sallyport run 7, change OPS 4/2: 3 added, 1 removed, 0 incidents'],
  ])('with %s', (_, given, expected) => {
    expect(commitDescription({ ...run, ...given })).toBe(expected)
  })

  it('is never cut off, however long its parts are', () => {
    const [most, changeTicket] = [Number.MAX_SAFE_INTEGER, '\u{1F512}'.repeat(CHANGE_TICKET_MAX_LENGTH)]
    const longest = commitDescription({ runId: 2n ** 63n - 1n, changeTicket, added: most, removed: most, incidents: most })
    expect(new TextEncoder().encode(longest).length).toBeLessThanOrEqual(512)
  })
})
