import { describe, expect, it } from 'vitest'
import { WindowCounter } from './window-counter.js'

describe('WindowCounter', () => {
  it('counts by key within the window', () => {
    const counter = new WindowCounter(60)
    expect(counter.add('a', 1_000_000)).toBe(1)
    expect(counter.add('a', 1_030_000)).toBe(2)
    expect(counter.add('b', 1_030_000)).toBe(1)
    expect(counter.add('a', 1_059_000)).toBe(3)
  })

  it('forgets what is older than the window', () => {
    const counter = new WindowCounter(60)
    counter.add('a', 1_000_000)
    counter.add('a', 1_001_000)
    expect(counter.add('a', 1_064_000)).toBe(1)
    expect(counter.add('a', 9_000_000)).toBe(1)
  })

  it('takes what comes late, unless it is too old to count', () => {
    const counter = new WindowCounter(60)
    counter.add('a', 1_060_000)
    expect(counter.add('a', 1_030_000)).toBe(2)
    expect(counter.add('a', 500_000)).toBe(2)
  })

  it('is bounded in keys: the one longest without an event goes', () => {
    const counter = new WindowCounter(60, 2)
    counter.add('a', 1_000_000)
    counter.add('b', 1_000_000)
    counter.add('a', 1_000_000)
    counter.add('c', 1_000_000)
    expect(counter.add('a', 1_000_000)).toBe(3)
    expect(counter.add('b', 1_000_000)).toBe(1)
  })
})
