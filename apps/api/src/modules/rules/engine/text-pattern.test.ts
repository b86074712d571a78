import { describe, expect, it } from 'vitest'
import { regexTest, wildcardTest } from './text-pattern.js'

describe('wildcards', () => {
  it.each([
    ['*.example.com', 'www.example.com', true],
    ['*.example.com', 'example.com', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-b-b-d', false],
    ['A*', 'abc', true],
    ['a.c', 'abc', false],
    ['**a**', 'bab', true],
  ])('%s on %s: %s', (pattern, text, matches) => {
    expect(wildcardTest(pattern)(text)).toBe(matches)
  })

  it('is bounded whatever the pattern', () => {
    const test = wildcardTest(`${'*a'.repeat(200)}b`)
    const before = performance.now()
    expect(test('a'.repeat(100_000))).toBe(false)
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})

describe('regular expressions', () => {
  it('finds without case, anywhere', () => {
    expect(regexTest('cve-20(2[0-9])')('exploit of CVE-2025-1'.toLowerCase())).toBe(true)
    expect(regexTest('^cve')('exploit of cve')).toBe(false)
  })

  it.each([['(a+)+$'], ['(a|aa)+$'], ['(.*a){20}'], ['^(([a-z])+.)+[A-Z]([a-z])+$'], ['(x+x+)+y']])('%s does not blow up', expression => {
    let test
    try {
      test = regexTest(expression)
    } catch {
      return
    }
    const before = performance.now()
    test(`${'a'.repeat(4_000)}!`)
    test('x'.repeat(4_000))
    expect(performance.now() - before).toBeLessThan(2_000)
  })

  it.each([['('], ['(?=a)'], ['(a)\\1'], ['a'.repeat(513)], ['(a{1000}){1000}']])('refuses %s', expression => {
    expect(() => regexTest(expression)).toThrow()
  })
})
