import { describe, expect, it } from 'vitest'
import { buildThreatLine, readLine, type ToldAlert } from '../panos-log/index.js'
import { DuplicateWindow, identityOf } from './duplicate-window.js'

const AT = Date.UTC(2026, 4, 4, 12, 0, 0)

function told(fields: Parameters<typeof buildThreatLine>[0], at = AT): ToldAlert {
  const reading = readLine(
    buildThreatLine(
      { subtype: 'url', src: '198.51.100.7', dst: '192.0.2.10', threatid: '(9999)', severity: 'low', ...fields },
      { layout: '9.1', header: 'BSD', at },
    ),
  )
  if (reading.kind !== 'alert') throw new Error(`not an alert but ${reading.kind}`)
  return reading.told
}

describe('identityOf', () => {
  const base = { serial: '001', seqno: '42' }

  it('is the same for the same line', () => {
    expect(identityOf(told(base))).toEqual(identityOf(told(base)))
  })

  it.each<[string, ToldAlert]>([
    ['firewall', told({ ...base, serial: '002' })],
    ['sequence number', told({ ...base, seqno: '43' })],
    ['time of generation', told(base, AT + 1000)],
  ])('differs with another %s', (_, other) => {
    const [one, two] = [identityOf(told(base)), identityOf(other)]
    expect(two?.text).not.toBe(one?.text)
    expect(two?.key).not.toBe(one?.key)
  })

  it('holds the second of generation in its high half', () => {
    expect((identityOf(told(base))?.key ?? 0n) >> 32n).toBe(BigInt(AT / 1000))
  })

  it('takes the name of a firewall that tells no serial', () => {
    expect(identityOf(told({ seqno: '42', device_name: 'fw-7' }))?.text).toContain('fw-7')
  })

  it.each<[string, ToldAlert]>([
    ['firewall', { ...told(base), firewall: { serial: '', name: '', panosVersion: undefined } }],
    ['sequence number', { ...told(base), sequence: undefined }],
    ['sequence number but 0', { ...told(base), sequence: '0' }],
    ['time', { ...told(base), localTime: undefined, zonedTime: undefined }],
  ])('is undefined without a %s', (_, alert) => {
    expect(identityOf(alert)).toBeUndefined()
  })
})

describe('DuplicateWindow', () => {
  const identity = (text: string) => ({ text, key: 0n })

  it('knows what was added until it is removed', () => {
    const window = new DuplicateWindow(10)
    expect([window.add(identity('a')), window.add(identity('a'))]).toEqual([true, false])
    window.remove(identity('a'))
    expect(window.add(identity('a'))).toBe(true)
  })

  it('remembers at least the newest half of its size, and forgets the oldest', () => {
    const window = new DuplicateWindow(100)
    for (let index = 0; index < 1000; index += 1) window.add(identity(String(index)))
    expect(Array.from({ length: 50 }, (_, index) => window.add(identity(String(999 - index))))).not.toContain(true)
    expect(window.add(identity('0'))).toBe(true)
  })
})
