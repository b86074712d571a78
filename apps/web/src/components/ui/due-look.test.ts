import { describe, expect, it } from 'vitest'
import { type Due, dueLook } from './due-look'

const at = (minutes: number) => new Date(minutes * 60_000).toISOString()

describe('what is due next', () => {
  it('is told in short where there is little room', () => {
    const short = (minutes: number) => dueLook({ acknowledgeBy: at(minutes), closeBy: null }, 0)?.short
    expect([short(45), short(-3)]).toEqual(['45 min', '3 min late'])
  })

  it.each<[Due, string | undefined, string | undefined]>([
    [{ acknowledgeBy: at(5), closeBy: at(600) }, 'Acknowledge in 5 min', 'soon'],
    [{ acknowledgeBy: at(45), closeBy: null }, 'Acknowledge in 45 min', 'ahead'],
    [{ acknowledgeBy: at(-3), closeBy: at(600) }, 'Acknowledge 3 min late', 'over'],
    [{ acknowledgeBy: null, closeBy: at(600) }, 'Close in 10 h', 'ahead'],
    [{ acknowledgeBy: null, closeBy: at(-120) }, 'Close 2 h late', 'over'],
    [{ acknowledgeBy: null, closeBy: null }, undefined, undefined],
  ])('%j: %s, %s', (due, text, urgency) => {
    const look = dueLook(due, 0)
    expect([look?.text, look?.urgency]).toEqual([text, urgency])
  })
})
