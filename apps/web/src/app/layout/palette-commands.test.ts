import { describe, expect, it, vi } from 'vitest'
import { incidentNumber, paletteCommands } from './palette-commands'

describe('an incident’s number', () => {
  it.each([
    ['INC-12', '12'],
    ['inc 12', '12'],
    [' 0012 ', '12'],
    ['12a', null],
    ['0', null],
    ['', null],
    ['1234567890123456789', null],
  ])('in %j is %s', (text, number) => expect(incidentNumber(text)).toBe(number))
})

describe('commands', () => {
  const shortcut = (keys: string, label: string, group: string) => ({ keys, label, group, run: () => {} })
  const labels = (text: string, incidents = [{ id: 'i12', number: '12', title: 'Beacon' }]) =>
    paletteCommands({
      text,
      shortcuts: [
        shortcut('g a', 'Alerts', 'Go to'),
        shortcut('j', 'Next', 'Incidents'),
        shortcut('e', 'Close…', 'Incidents'),
        shortcut('o', 'Open', 'Incidents'),
      ],
      views: [{ name: 'Phishing', address: '/incidents?view=v' }],
      incidents,
      go: () => {},
    }).map(({ label }) => label)

  it('begin with what can be done here, and leave movements out', () => expect(labels('', [])).toEqual(['Close…', 'Alerts', 'Phishing']))
  it('are found by words of their name and kind', () => {
    expect(labels('saved phi', [])).toEqual(['Phishing'])
    expect(labels('go al', [])).toEqual(['Alerts'])
  })
  it('put an incident that is named by its number first, once', () => {
    expect(labels('inc-12')).toEqual(['INC-12 Beacon'])
    expect(labels('99', [])).toEqual(['INC-99'])
  })
  it('go where they say', () => {
    const go = vi.fn()
    paletteCommands({ text: '7', shortcuts: [], views: [], incidents: [], go })[0]?.run()
    expect(go).toHaveBeenCalledExactlyOnceWith('/incidents/7')
  })
})
