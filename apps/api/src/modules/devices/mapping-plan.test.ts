import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capacityOf, nearsCapacity } from './capacity.js'
import { desiredValues } from './desired-values.js'
import { isPassing, retryDelayMs } from './device-failure.js'
import { planMapping, type PlanInput } from './mapping-plan.js'

const plan = ({ desired = [], ...input }: Omit<Partial<PlanInput>, 'desired'> & { desired?: readonly string[] }) =>
  planMapping({
    desired: desired.map(value => ({ value, expiresAt: null })),
    actual: new Set(),
    listedBefore: new Set(),
    pushedBefore: new Set(),
    policy: 'CORRECT',
    ...input,
  })
const told = (input: Parameters<typeof plan>[0]) => {
  const { add, remove, drift, size } = plan(input)
  return { add: add.map(({ value }) => value), remove, drift, size }
}

describe('a plan', () => {
  it('adds what is missing in order of importance, and removes what is not wanted', () => {
    expect(told({ desired: ['c', 'b', 'a'], actual: new Set(['b', 'x']), listedBefore: new Set(['x']) })).toEqual({
      add: ['c', 'a'],
      remove: ['x'],
      drift: { added: [], removed: [] },
      size: 3,
    })
  })

  it('tells what was done by hand and puts it right', () => {
    expect(told({ desired: ['a', 'b'], actual: new Set(['b', 'hers']), pushedBefore: new Set(['a', 'b']) })).toEqual({
      add: ['a'],
      remove: ['hers'],
      drift: { added: ['hers'], removed: ['a'] },
      size: 2,
    })
  })

  it('leaves what was done by hand where it is only reported, and follows the list all the same', () => {
    const input = {
      desired: ['a', 'b', 'new'],
      actual: new Set(['b', 'hers', 'old']),
      pushedBefore: new Set(['a']),
      listedBefore: new Set(['old']),
    }
    expect(told({ ...input, policy: 'REPORT' })).toEqual({
      add: ['new'],
      remove: ['old'],
      drift: { added: ['hers'], removed: ['a'] },
      size: 3,
    })
  })

  it('completes what only one of a pair holds, and removes it from there too', () => {
    expect(told({ desired: ['a'], partly: new Set(['a', 'x']), listedBefore: new Set(['x']), pushedBefore: new Set(['a']) })).toEqual({
      add: ['a'],
      remove: ['x'],
      drift: { added: [], removed: [] },
      size: 1,
    })
  })

  it('leads to what is wanted from anywhere, by the smallest change', () => {
    const values = fc.uniqueArray(fc.constantFrom(...'abcdefgh'))
    fc.assert(
      fc.property(values, values, (desired, actual) => {
        const { add, remove, size } = told({ desired, actual: new Set(actual) })
        const after = new Set([...actual.filter(value => !remove.includes(value)), ...add])
        expect([...after].sort()).toEqual([...desired].sort())
        expect(size).toBe(desired.length)
        expect(add.some(value => actual.includes(value)) || remove.some(value => desired.includes(value))).toBe(false)
      }),
    )
  })
})

describe('what a device shall hold', () => {
  const entries = (...values: string[]) => values.map(value => ({ value, expiresAt: null }))
  const valuesOf = (...args: Parameters<typeof desiredValues>) => desiredValues(...args).map(({ value }) => value)

  it('is the value itself for addresses', () => {
    expect(valuesOf('ADDRESS_GROUP', { kind: 'ADDRESS', trailingSlash: true }, entries('192.0.2.1', '192.0.2.0/24'))).toEqual([
      '192.0.2.1',
      '192.0.2.0/24',
    ])
  })

  it.each([
    ['example.com', ['example.com/']],
    ['example.com/path', ['example.com/path/']],
    ['example.com/path/*', ['example.com/path/*']],
    ['*.example.com', ['*.example.com/', 'example.com/']],
    ['*.com', ['*.com/']],
  ])('is closed by a slash for the URL %s', (value, expected) => {
    expect(valuesOf('URL_CATEGORY', { kind: 'URL', trailingSlash: true }, entries(value))).toEqual(expected)
  })

  it('has each value once', () => {
    expect(valuesOf('URL_CATEGORY', { kind: 'DOMAIN', trailingSlash: false }, entries('*.a.example', 'a.example'))).toEqual([
      '*.a.example/',
      'a.example/',
    ])
  })

  it('has no slash for URLs where the list says so', () => {
    expect(valuesOf('URL_CATEGORY', { kind: 'URL', trailingSlash: false }, entries('a.example'))).toEqual(['a.example'])
  })
})

describe('the capacity for registrations', () => {
  it.each([
    ['PA-220', 1_000],
    ['PA-410', 1_000],
    ['PA-440', null],
    ['PA-450', 100_000],
    ['PA-3220', 200_000],
    ['PA-5220', 500_000],
    ['PA-5410', 500_000],
    ['PA-5450', 100_000],
    ['PA-7080', 100_000],
    ['VM-50', 1_000],
    ['VM-500', 300_000],
    ['Panorama', 500_000],
    ['PA-VM', null],
    [null, null],
  ])('of %s is %s', (model, expected) => expect(capacityOf('DYNAMIC_ADDRESS_GROUP', model)).toBe(expected))

  it('is warned of before it is reached', () => {
    expect([nearsCapacity(899, 1_000), nearsCapacity(900, 1_000), nearsCapacity(5, null)]).toEqual([false, true, false])
  })
})

describe('what passes', () => {
  it('is tried again, at growing distances up to half an hour', () => {
    expect([1, 2, 3, 7, 100].map(retryDelayMs)).toEqual([30_000, 60_000, 120_000, 1_800_000, 1_800_000])
  })
  it.each([
    'UNREACHABLE',
    'LOCKED',
    'OTHERS_PENDING',
    'TIMED_OUT',
    'DEVICE_FAULT',
    'NOT_ACTIVE',
    'COMMIT_QUEUE_FULL',
    'COMMIT_VANISHED',
  ] as const)('includes %s', failure => expect(isPassing(failure)).toBe(true))
  it.each(['CREDENTIALS', 'TLS_NOT_TRUSTED', 'NOT_PERMITTED', 'COMMIT_FAILED', 'REFUSED', 'CAPACITY', 'BAD_ANSWER'] as const)(
    'does not include %s',
    failure => expect(isPassing(failure)).toBe(false),
  )
})
