import { describe, expect, it } from 'vitest'
import { targetMinutes, targetText } from './target-text'

describe('a target in words', () => {
  it.each([
    [null, 'none'],
    [1, '1 min'],
    [15, '15 min'],
    [60, '1 h'],
    [90, '90 min'],
    [240, '4 h'],
    [1_440, '1 d'],
    [1_500, '25 h'],
    [4_320, '3 d'],
  ])('%s minutes are %s, and are read back', (minutes, text) => {
    expect(targetText(minutes)).toBe(text)
    expect(targetMinutes(text)).toBe(minutes)
  })

  it.each([
    ['', null],
    ['None', null],
    ['–', null],
    ['20', 20],
    [' 4H ', 240],
    ['1.5 h', 90],
    ['2 days', 2_880],
    ['30 minutes', 30],
    ['0', undefined],
    ['-5', undefined],
    ['0.5', undefined],
    ['soon', undefined],
    ['4 h 30 min', undefined],
    ['366 d', undefined],
  ])('reads %j', (text, minutes) => expect(targetMinutes(text)).toBe(minutes))
})
