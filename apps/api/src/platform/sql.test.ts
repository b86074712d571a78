import { describe, expect, it } from 'vitest'
import { allOf, anyOf, conditionsOf, containsText, inNetwork, joinSql, matchesText, sql, toQuery } from './sql.js'

describe('sql', () => {
  it('makes values parameters, in their order, through nested pieces', () => {
    const inner = sql`b = ${2} OR c = ${'; DROP TABLE alert'}`
    expect(toQuery(sql`SELECT a FROM t WHERE a = ${1} AND (${inner}) LIMIT ${10}`)).toEqual({
      text: 'SELECT a FROM t WHERE a = $1 AND (b = $2 OR c = $3) LIMIT $4',
      values: [1, 2, '; DROP TABLE alert', 10],
    })
  })

  it('numbers a piece that is used twice anew', () => {
    const piece = sql`x = ${5}`
    expect(toQuery(anyOf([piece, piece]))).toEqual({ text: '(x = $1 OR x = $2)', values: [5, 5] })
  })

  it.each([
    ['all of none', allOf([]), 'TRUE'],
    ['any of none', anyOf([]), 'FALSE'],
    ['all of two', allOf([sql`a`, sql`b`]), 'a AND b'],
    ['a list', joinSql([sql`a`, sql`b`, sql`c`], ', '), 'a, b, c'],
    ['an empty list', joinSql([], ', '), ''],
  ])('%s', (_name, piece, text) => {
    expect(toQuery(piece).text).toBe(text)
  })

  it('takes the wildcards of LIKE as themselves', () => {
    expect(toQuery(containsText(sql`url`, '50%_\\x'))).toEqual({ text: 'url ILIKE $1', values: ['%50\\%\\_\\\\x%'] })
  })

  it.each([
    ['10.0.0.1', 'ip = $1::inet'],
    ['10.0.0.0/8', 'ip <<= $1::inet'],
    ['2001:db8::/32', 'ip <<= $1::inet'],
  ])('compares %s', (network, text) => {
    expect(toQuery(inNetwork(sql`ip`, network))).toEqual({ text, values: [network] })
  })

  it('compares texts case-insensitively and wants all that is given', () => {
    expect(toQuery(matchesText(sql`rule`, { in: ['A', 'b'], contains: 'x' }))).toEqual({
      text: 'lower(rule) = ANY($1::text[]) AND rule ILIKE $2',
      values: [['a', 'b'], '%x%'],
    })
    expect(toQuery(matchesText(sql`rule`, {})).text).toBe('TRUE')
  })

  it('takes only the fields of a filter that are given', () => {
    const table = { a: (value: number) => sql`a = ${value}`, b: (value: boolean) => sql`b = ${value}` }
    expect(conditionsOf<{ a?: number | null; b?: boolean | null }>(table, { a: null, b: false }).map(toQuery)).toEqual([
      { text: 'b = $1', values: [false] },
    ])
  })
})
