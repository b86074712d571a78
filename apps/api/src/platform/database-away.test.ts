import { describe, expect, it } from 'vitest'
import { isDatabaseAway } from './database-away.js'

const error = (message: string, more: object = {}) => Object.assign(new Error(message), more)
const prisma = (code: string, cause: object) => error('Invalid invocation', { code, meta: { driverAdapterError: error('', { cause }) } })

describe('isDatabaseAway', () => {
  it.each([
    ['a refused connection', error('connect', { code: 'ECONNREFUSED' }), true],
    ['a server that shuts down', error('terminating connection', { code: '57P01' }), true],
    ['a connection that was cut', error('Connection terminated unexpectedly'), true],
    ['an exhausted pool', error('timeout exceeded when trying to connect'), true],
    ["Prisma's own code", error('unreachable', { code: 'P1001' }), true],
    ["Prisma's raw query without a code", prisma('P2010', { kind: 'DatabaseNotReachable', host: '127.0.0.1' }), true],
    ['a wrapped one', error('query failed', { cause: error('connect', { code: 'ECONNREFUSED' }) }), true],
    [
      'a database closed to connections',
      prisma('P2010', { kind: 'postgres', originalCode: '55000', originalMessage: 'database "x" is not currently accepting connections' }),
      true,
    ],
    ['a missing table', prisma('P2021', { kind: 'TableDoesNotExist', originalCode: '42P01' }), false],
    ['a unique violation', error('duplicate key', { code: '23505' }), false],
    ['another error', error('no'), false],
    ['what is no error', 'ECONNREFUSED', false],
    ['nothing', undefined, false],
  ])('judges %s', (_what, cause, expected) => {
    expect(isDatabaseAway(cause)).toBe(expected)
  })

  it('does not run round in circles', () => {
    const round = error('a')
    round.cause = round
    expect(isDatabaseAway(round)).toBe(false)
  })
})
