import { describe, expect, it } from 'vitest'
import { checksOf, checkText, outcomeOf, previewText, timesInZone } from './block-check'

const line = (number: number, given: object) => ({ line: number, typed: '', value: null, verdict: 'NEW' as const, reason: null, ...given })

describe('the question before anything is added', () => {
  it('keeps values apart that a table would take apart', () => {
    expect(previewText(['203.0.113.7', 'evil.example/a,b?q="1"', '#x', 'a\nb'])).toBe(
      'value\n"203.0.113.7"\n"evil.example/a,b?q=""1"""\n"#x"\n"a b"',
    )
  })

  it('has its answers by the values as they were given', () => {
    const checks = checksOf(['A', 'B'], { lines: [line(3, { verdict: 'INVALID', reason: 'none' }), line(2, { value: 'a' })] })
    expect([checks.get('A')?.value, checks.get('B')?.verdict]).toEqual(['a', 'INVALID'])
  })

  it.each([
    ['PROTECTED', 'Protected: 192.0.2.0/24 (ours)', true, 'protected: 192.0.2.0/24 (ours)'],
    ['COVERED', 'Covered by 203.0.113.0/24', true, 'covered by 203.0.113.0/24 on Attackers'],
    ['COVERED', 'Covered by 203.0.113.0/24', false, 'covered by 203.0.113.0/24 on Attackers, unless that ends sooner'],
    ['ALREADY_THERE', 'On the list already, without an end', true, 'on Attackers already, without an end'],
    ['INVALID', 'Not an address', true, 'Attackers does not take it: Not an address'],
    ['NEW', null, true, null],
  ] as const)('says %s %s', (verdict, reason, asTheListSays, words) => {
    expect(checkText({ verdict, value: '203.0.113.7', reason }, 'Attackers', asTheListSays)).toBe(words)
  })
})

it('times of a reason are told in the zone of the page', () => {
  expect(timesInZone('On the list already, until 2026-12-24T14:12:50.263Z', 'Asia/Tokyo')).toBe(
    'On the list already, until 2026-12-24 23:12:50',
  )
})

describe('what became of a value', () => {
  it('is that it, or what covers it, stands on the list', () => {
    const preview = {
      counts: [],
      lines: [
        line(2, { verdict: 'COVERED', value: '203.0.113.7', reason: 'Covered by 203.0.113.0/24' }),
        line(3, { verdict: 'ALREADY_THERE', value: '203.0.113.8', reason: 'On the list already, without an end' }),
        line(4, { verdict: 'ALREADY_THERE', value: '203.0.113.9', reason: 'On the list already, disabled' }),
        line(5, { verdict: 'PROTECTED', value: '192.0.2.1', reason: 'Protected: 192.0.2.0/24' }),
      ],
    }
    const outcomes = ['a', 'b', 'c', 'd', 'e'].map((value, index) => outcomeOf(value, index, preview))
    expect(outcomes.map(({ state, entry }) => `${state} ${entry}`)).toEqual([
      'ADDED a',
      'THERE 203.0.113.0/24',
      'THERE 203.0.113.8',
      'OFF 203.0.113.9',
      'OFF 192.0.2.1',
    ])
  })

  it('is not taken for granted where not every refusal is told', () => {
    const preview = { counts: [{ verdict: 'PROTECTED' as const, count: 501 }], lines: [] }
    expect(outcomeOf('203.0.113.7', 0, preview).state).toBe('OFF')
  })
})
