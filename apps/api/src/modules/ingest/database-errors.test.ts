import { describe, expect, it } from 'vitest'
import { classifyWriteFailure } from './database-errors.js'

describe('classifyWriteFailure', () => {
  it.each([
    ['40001', 'again'],
    ['40P01', 'again'],
    ['23505', 'again'],
    ['23503', 'again'],
    ['22P02', 'refused'],
    ['22021', 'refused'],
    ['23514', 'refused'],
    ['54000', 'refused'],
    ['57P01', 'away'],
    ['53100', 'away'],
    ['08006', 'away'],
    ['25006', 'away'],
    ['42P01', 'away'],
    ['ECONNREFUSED', 'away'],
  ])('%s means %s', (code, failure) => {
    expect(classifyWriteFailure(Object.assign(new Error('x'), { code }))).toBe(failure)
  })

  it('takes an error without a code for an absent database', () => {
    expect(classifyWriteFailure(new Error('Connection terminated unexpectedly'))).toBe('away')
  })
})
