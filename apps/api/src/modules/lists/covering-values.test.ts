import { describe, expect, it } from 'vitest'
import { coveringValues, patternCovers } from './covering-values.js'

describe('what covers a value by its name', () => {
  it('are the wildcards above a domain', () => {
    expect(coveringValues('DOMAIN', 'a.b.example.com')).toEqual(['a.b.example.com', '*.b.example.com', '*.example.com', '*.com'])
  })
  it('are the host of a URL, the wildcards above it, and the beginnings of its path', () => {
    expect(coveringValues('URL', 'a.example.com/x/y?z')).toEqual(
      expect.arrayContaining(['a.example.com', 'a.example.com/x', 'a.example.com/x/y', '*.example.com', '*.example.com/x']),
    )
    expect(coveringValues('URL', 'example.com/xy')).not.toContain('example.com/x')
  })
})

describe('patterns', () => {
  it.each([
    ['mail.*.com', 'mail.example.com/x', true],
    ['mail.*.com', 'mail.a.b.com', true],
    ['mail.*.com', 'mail.com', false],
    ['mail.^.com', 'mail.a.b.com', false],
    ['*.example.com', 'www.example.com', true],
    ['*.example.com', 'example.com', false],
    ['example.com/*', 'example.com/x', true],
    ['example.com/a', 'example.com/ab', false],
    ['example.com/a', 'example.com/a/b', true],
    ['www.example', 'www.example.com', false],
  ])('%s on %s: %s', (pattern, url, covers) => expect(patternCovers(pattern, url)).toBe(covers))

  it('many wildcards are answered at once', () => {
    const pattern = `${'*.a.'.repeat(60)}example.com`
    const started = performance.now()
    expect(patternCovers(pattern, `${'a.'.repeat(120)}example.org`)).toBe(false)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
