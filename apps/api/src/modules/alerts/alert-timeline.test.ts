import { expect, it } from 'vitest'
import { burstText } from './alert-timeline.js'

const burst = { alerts: '1', allowed: '0', severity: 5, threat: 'Made-up overflow', threats: '1', isFirst: false }

it.each([
  [burst, '1 alert: Made-up overflow, critical, blocked'],
  [{ ...burst, isFirst: true, allowed: '1' }, 'The first alert: Made-up overflow, critical, not blocked'],
  [{ ...burst, alerts: '14', allowed: '3', threats: '3' }, '14 alerts: Made-up overflow and 2 other threats, critical, 3 not blocked'],
  [{ ...burst, alerts: '1400', isFirst: true, threat: '' }, '1,400 first alerts: no threat named, critical, blocked'],
])('%o', (given, text) => expect(burstText(given)).toBe(text))
