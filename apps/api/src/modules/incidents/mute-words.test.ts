import { expect, it } from 'vitest'
import { alertsHidden, endedText, receiptText } from './mute-words.js'

it('tells how many alerts a mute hid', () => {
  expect(endedText(0n)).toBe('The mute ended. It hid no alerts')
  expect(endedText(1n)).toBe('The mute ended. It hid 1 alert')
  expect(receiptText(1_243n, 0n)).toBe('The mute hid 1,243 alerts this week')
  expect(receiptText(12n, 5n)).toBe('The mute hid 7 alerts this week, 12 alerts in all')
})

it('reads what a receipt told', () => {
  expect(alertsHidden({ mutedAlerts: 5 })).toBe(5n)
  expect([null, {}, { mutedAlerts: -1 }, { mutedAlerts: 'x' }].map(alertsHidden)).toEqual([0n, 0n, 0n, 0n])
})
