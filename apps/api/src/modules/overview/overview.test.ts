import { describe, expect, it } from 'vitest'
import { BadInputError } from '../../platform/errors.js'
import { overviewRange, stepsOf } from './overview-range.js'
import { toSteps } from './overview-read-model.js'
import { topOf } from './overview-search.js'
import { SharedAnswers } from './shared-answers.js'

const day = overviewRange(new Date('2026-03-03T12:00:03.500Z'), new Date('2026-03-04T12:00:03.500Z'))

describe('the range of an overview', () => {
  it('is widened to whole ten seconds', () => {
    expect([day.from, day.to]).toEqual([new Date('2026-03-03T12:00:00Z'), new Date('2026-03-04T12:00:10Z')])
  })

  it.each([
    ['a moment', '2026-03-04T12:00:00Z', '2026-03-04T12:00:01Z'],
    ['an hour', '2026-03-04T11:00:05Z', '2026-03-04T12:00:05Z'],
    ['a month', '2026-02-01T00:00:00Z', '2026-03-03T00:00:00Z'],
    ['a year', '2025-03-04T00:00:00Z', '2026-03-04T00:00:00Z'],
  ])('has steps that cover %s, and not many', (_, from, to) => {
    const range = overviewRange(new Date(from), new Date(to))
    const steps = stepsOf(range)
    expect(steps[0]).toEqual(range.from)
    expect(steps.length).toBeLessThanOrEqual(62)
    expect(steps.at(-1)?.getTime()).toBeLessThan(range.to.getTime())
    expect((steps.at(-1)?.getTime() ?? 0) + range.stepMs).toBeGreaterThanOrEqual(range.to.getTime())
  })

  it.each([
    ['reversed', '2026-03-04T12:00:00Z', '2026-03-04T11:00:00Z'],
    ['empty', '2026-03-04T12:00:00Z', '2026-03-04T12:00:00Z'],
    ['too long', '2024-03-04T12:00:00Z', '2026-03-04T12:00:00Z'],
  ])('is refused when %s', (_, from, to) => {
    expect(() => overviewRange(new Date(from), new Date(to))).toThrow(BadInputError)
  })
})

describe('steps', () => {
  it('sum what was of each severity, the highest first', () => {
    const step = String(Math.floor(day.from.getTime() / day.stepMs) + 2)
    const steps = toSteps(
      [
        { step, severity: 3, allowed: 1, blocked: 2 },
        { step, severity: 5, allowed: 4, blocked: 0 },
      ],
      day,
    )
    expect(steps[2]).toMatchObject({
      allowed: 5,
      blocked: 2,
      severities: [
        { severity: 'CRITICAL', count: 4 },
        { severity: 'MEDIUM', count: 3 },
      ],
    })
    expect(steps[1]).toMatchObject({ allowed: 0, blocked: 0, severities: [] })
  })
})

describe('the list behind a number', () => {
  it('has what is hostile in it as a value', () => {
    const { search, label } = topOf('threat', { value: 'a&severity=LOW#"', name: null, count: 1 }, day)
    expect(label).toBe('a&severity=LOW#"')
    expect([...new URLSearchParams(search).keys()]).toEqual(['range', 'threat'])
  })
})

describe('answers', () => {
  it('are shared while they are new; failures are not kept', async () => {
    let now = 0
    let asked = 0
    const answers = new SharedAnswers<number>({ clock: { now: () => now }, keptMs: 10 })
    const ask = async () => (asked += 1)
    expect(await Promise.all([answers.get('a', ask), answers.get('a', ask)])).toEqual([1, 1])
    await expect(answers.get('b', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    expect(await answers.get('b', ask)).toBe(2)
    now = 10
    expect(await answers.get('a', ask)).toBe(3)
  })
})
