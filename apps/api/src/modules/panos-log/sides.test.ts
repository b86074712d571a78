import type { Direction, Side } from '@sallyport/shared'
import { describe, expect, it } from 'vitest'
import { sidesOf } from './sides.js'

type Alert = Parameters<typeof sidesOf>[0]
const alert = (subtype: string, more: Partial<Alert> = {}): Alert => ({
  subtype,
  direction: 'CLIENT_TO_SERVER',
  srcIp: '10.0.0.1',
  dstIp: '192.0.2.1',
  app: 'web-browsing',
  dstPort: 443,
  threatId: undefined,
  threatCategory: undefined,
  category: undefined,
  ...more,
})

const SRC = 'SOURCE'
const DST = 'DESTINATION'
const C2S = 'CLIENT_TO_SERVER'
const S2C = 'SERVER_TO_CLIENT'

describe('attacker and victim', () => {
  // From 8.1 the source is the session's client; up to 8.0 it is who sent the content.
  it.each<[subtype: string, direction: Direction, order: 'SESSION' | 'CONTENT', attacker: Side | undefined, victim: Side | undefined]>([
    ['vulnerability', C2S, 'SESSION', SRC, DST],
    ['vulnerability', S2C, 'SESSION', DST, SRC],
    ['vulnerability', C2S, 'CONTENT', SRC, DST],
    ['vulnerability', S2C, 'CONTENT', SRC, DST],
    ...['virus', 'wildfire', 'wildfire-virus', 'ml-virus', 'file'].flatMap(
      (subtype): [string, Direction, 'SESSION' | 'CONTENT', Side, Side][] => [
        [subtype, S2C, 'SESSION', DST, SRC],
        [subtype, S2C, 'CONTENT', SRC, DST],
        [subtype, C2S, 'SESSION', SRC, DST],
        [subtype, C2S, 'CONTENT', SRC, DST],
      ],
    ),
    ['spyware', C2S, 'SESSION', DST, SRC],
    ['spyware', C2S, 'CONTENT', DST, SRC],
    ['spyware', S2C, 'SESSION', DST, SRC],
    ['spyware', S2C, 'CONTENT', SRC, DST],
    ['url', C2S, 'SESSION', DST, SRC],
    ['url', C2S, 'CONTENT', DST, SRC],
    ['data', C2S, 'SESSION', SRC, undefined],
    ['data', S2C, 'SESSION', DST, undefined],
    ['data', S2C, 'CONTENT', SRC, undefined],
    ['dlp', C2S, 'SESSION', SRC, undefined],
    ['flood', C2S, 'SESSION', SRC, DST],
    ['scan', C2S, 'CONTENT', SRC, DST],
    ['packet', C2S, 'SESSION', SRC, DST],
    ['something-new', S2C, 'SESSION', DST, SRC],
  ])('%s %s in %s order', (subtype, direction, order, attacker, victim) => {
    expect(sidesOf(alert(subtype, { direction }), order)).toMatchObject({ attacker, victim })
  })

  it('a line without a direction is taken for client to server', () => {
    expect(sidesOf(alert('vulnerability', { direction: undefined }), 'CONTENT')).toMatchObject({ attacker: SRC, victim: DST })
  })

  it('an attacker without an address is none', () => {
    expect(sidesOf(alert('flood', { srcIp: undefined }), 'SESSION')).toMatchObject({ attacker: undefined, victim: DST })
    expect(sidesOf(alert('vulnerability', { direction: S2C, dstIp: undefined }), 'SESSION')).toMatchObject({
      attacker: undefined,
      victim: SRC,
    })
  })

  it.each<[why: string, more: Partial<Alert>]>([
    ['application dns', { app: 'dns' }],
    ['port 53', { dstPort: 53 }],
    ['a threat category of DNS security', { threatCategory: 'dns-malware' }],
  ])('behind a DNS lookup (%s) stands a domain, not the resolver', (_why, more) => {
    expect(sidesOf(alert('spyware', more), 'SESSION')).toEqual({ attacker: undefined, victim: SRC, commandControl: false })
  })
})

describe('command and control', () => {
  it.each<[why: string, alert: Alert, expected: boolean]>([
    ['spyware that phones home', alert('spyware', { threatId: 13_235n }), true],
    ['spyware that is downloaded', alert('spyware', { threatId: 20_001n, direction: S2C }), false],
    ['a lookup of a command-and-control domain', alert('spyware', { app: 'dns', threatCategory: 'dns-c2' }), true],
    ['a lookup of a phishing domain', alert('spyware', { app: 'dns', threatCategory: 'dns-phishing' }), false],
    ['a URL of that category', alert('url', { category: 'command-and-control' }), true],
    ['another URL', alert('url', { category: 'gambling' }), false],
    ['an exploit', alert('vulnerability'), false],
  ])('%s', (_why, told, expected) => {
    expect(sidesOf(told, 'SESSION').commandControl).toBe(expected)
  })
})
