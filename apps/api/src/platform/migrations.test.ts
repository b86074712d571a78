import { describe, expect, it } from 'vitest'
import { planMigrations } from './migrations.js'

const done = (name: string) => ({ name, finished: true })

describe('planMigrations', () => {
  it.each([
    ['applies all to an empty database', ['a', 'b'], [], { kind: 'apply', names: ['a', 'b'] }],
    ['applies what is missing', ['a', 'b'], [done('a')], { kind: 'apply', names: ['b'] }],
    ['leaves a database of this version', ['a'], [done('a')], { kind: 'up-to-date' }],
    [
      'refuses a database newer than the code',
      ['a'],
      [done('a'), done('z')],
      { kind: 'refuse', reason: expect.stringMatching(/newer.*\bz\b/) as string },
    ],
    [
      'refuses a half-way migration',
      ['a'],
      [{ name: 'a', finished: false }],
      { kind: 'refuse', reason: expect.stringMatching(/\ba\b.*failed/) as string },
    ],
  ])('%s', (_what, shipped, recorded, plan) => {
    expect(planMigrations(shipped, recorded)).toEqual(plan)
  })
})
