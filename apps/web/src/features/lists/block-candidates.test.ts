import { describe, expect, it } from 'vitest'
import { candidatesOfAlert, candidatesOfIncident } from './block-candidates'

const end = (address: string | null, user: string | null = null) => ({ address, user })

describe('what can be blocked', () => {
  it('of an incident: attackers before targets, each value once', () => {
    const candidates = candidatesOfIncident({
      id: '1',
      hosts: [
        { role: 'TARGET', address: '192.0.2.10' },
        { role: 'ATTACKER', address: '203.0.113.7' },
        { role: 'COMMAND_AND_CONTROL', address: '203.0.113.7' },
      ],
      urls: [{ value: 'evil.example/a' }],
      domains: [],
      files: [{ name: 'a.exe', digest: null }],
      users: [{ value: 'acme\\bob' }],
    })
    expect(candidates.map(({ kind, value, note }) => [kind, value, note])).toEqual([
      ['ADDRESS', '203.0.113.7', 'command and control'],
      ['ADDRESS', '192.0.2.10', 'target'],
      ['URL', 'evil.example/a', ''],
      ['USER', 'acme\\bob', ''],
    ])
  })

  it('of an alert: the attacking end first', () => {
    const candidates = candidatesOfAlert({
      id: '1',
      attackerSide: 'DESTINATION',
      victimSide: 'SOURCE',
      url: null,
      domain: 'evil.example',
      fileName: null,
      fileDigest: 'ab12',
      source: end('192.0.2.10', 'acme\\bob'),
      destination: end('203.0.113.7'),
    })
    expect(candidates.map(({ value, note }) => `${value} ${note}`)).toEqual([
      '203.0.113.7 attacker',
      '192.0.2.10 victim',
      'evil.example ',
      'ab12 ',
      'acme\\bob victim',
    ])
  })
})
