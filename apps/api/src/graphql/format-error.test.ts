import { GraphQLError } from 'graphql'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ForbiddenError } from '../platform/errors.js'
import { createLogger } from '../platform/logger.js'
import { createErrorFormatter } from './format-error.js'

const logged: string[] = []
const format = createErrorFormatter(createLogger('warn', { write: line => void logged.push(line) }))
const wrap = (originalError: Error) => new GraphQLError(originalError.message, { originalError, path: ['alerts'] })
const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })

describe('createErrorFormatter', () => {
  it.each([
    ['a known error by its code', wrap(new ForbiddenError('source:write')), 'FORBIDDEN', /source:write/],
    ['a known error that was wrapped twice', wrap(wrap(new ForbiddenError('source:write'))), 'FORBIDDEN', /source:write/],
    [
      'an input that does not parse',
      wrap(z.object({ a: z.string('Say it') }).safeParse({}).error ?? new Error()),
      'BAD_USER_INPUT',
      /Say it/,
    ],
    ['a limit', new GraphQLError('too much', { extensions: { code: 'COST_LIMIT' } }), 'COST_LIMIT', /too much/],
    ['a fault of the document', new GraphQLError('Cannot query field "x"'), 'BAD_USER_INPUT', /Cannot query/],
    ['a database that is away', wrap(new Error('query failed', { cause: refused })), 'UNAVAILABLE', /does not answer/],
    ['everything else as internal', wrap(new Error('password is hunter2')), 'INTERNAL', /^Internal error$/],
    ['an unknown GraphQL error below a field', new GraphQLError('select * from secrets', { path: ['a'] }), 'INTERNAL', /^Internal error$/],
    ['what is no error', 'hunter2', 'INTERNAL', /^Internal error$/],
  ])('answers %s', (_what, error, code, message) => {
    const formatted = format(error)
    expect(formatted.extensions).toEqual({ code })
    expect(formatted.message).toMatch(message)
  })

  it('keeps the path and logs the unknown in full', () => {
    logged.length = 0
    expect(format(wrap(new Error('broken pipe dream')))).toMatchObject({ path: ['alerts'] })
    expect(logged.join()).toContain('broken pipe dream')
  })
})
