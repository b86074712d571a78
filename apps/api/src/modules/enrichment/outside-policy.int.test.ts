import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AT } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { LooseHints } from '../../../../../test/support/loose-hints.js'
import { ProtectionService } from '../lists/index.js'
import type { Observable } from './lookup-provider.js'
import { OutsidePolicy } from './outside-policy.js'

describe('OutsidePolicy', () => {
  let database: TestDatabase
  let now = AT.getTime()
  let policy: OutsidePolicy
  const clock = { now: () => now }

  beforeAll(async () => {
    database = await createTestDatabase()
    await new ProtectionService({ pool: database.pool, hints: new LooseHints(), clock }).ensureShipped()
    await database.pool.query(`INSERT INTO protection (kind, value, description, range_first, range_last, built_in, source, enabled) VALUES
      ('NETWORK', '198.51.100.0/28', 'Partner', '198.51.100.0', '198.51.100.15', false, '', true),
      ('NETWORK', '203.0.113.0/28', 'Switched off', '203.0.113.0', '203.0.113.15', false, '', false),
      ('DOMAIN', 'corp.example', '', NULL, NULL, false, '', true)`)
  })
  afterAll(() => database.drop())
  beforeEach(() => {
    const networks = { ownNetworkOf: (address: string) => (address.startsWith('192.0.2.1') ? { name: 'Office Berlin' } : undefined) }
    policy = new OutsidePolicy({ pool: database.pool, networks, clock })
  })

  it.each<[Observable['kind'], string, string | undefined]>([
    ['ADDRESS', '203.0.113.9', undefined],
    ['ADDRESS', '8.8.8.8', undefined],
    ['ADDRESS', '2001:db8::1', undefined],
    ['ADDRESS', '10.1.2.3', 'A private or reserved address'],
    ['ADDRESS', '100.64.0.1', 'A private or reserved address'],
    ['ADDRESS', '169.254.1.1', 'A private or reserved address'],
    ['ADDRESS', 'fd00::1', 'A private or reserved address'],
    ['ADDRESS', '64:ff9b::a00:1', 'A private or reserved address'],
    ['ADDRESS', '240.0.0.1', 'A private or reserved address'],
    ['ADDRESS', '192.0.2.1', 'In the own network Office Berlin'],
    ['ADDRESS', '198.51.100.7', 'Protected: Partner'],
    ['ADDRESS', '198.51.100.77', undefined],
    ['DOMAIN', 'evil.example', undefined],
    ['DOMAIN', 'corp.example', 'Protected: corp.example'],
    ['DOMAIN', 'mail.corp.example', 'Protected: corp.example'],
    ['DOMAIN', 'notcorp.example', undefined],
    ['DOMAIN', 'updates.paloaltonetworks.com', 'Protected: Updates and licences of the firewalls'],
    ['DOMAIN', 'dc1.corp.local', 'Names in .local are of inner networks'],
    ['DOMAIN', 'nas.home.arpa', 'Names in .arpa are of inner networks'],
    ['DOMAIN', '3.2.1.10.in-addr.arpa', 'Names in .arpa are of inner networks'],
    ['DOMAIN', 'wiki.lan', 'Names in .lan are of inner networks'],
    ['URL', 'evil.example/a?b=c', undefined],
    ['URL', 'evil.example', undefined],
    ['URL', 'intranet.corp.example/a', 'Protected: corp.example'],
    ['URL', '10.1.2.3/a', 'A private or reserved address'],
    ['URL', '192.0.2.1/a', 'In the own network Office Berlin'],
    ['URL', '203.0.113.9/a', undefined],
    ['FILE_HASH', 'a'.repeat(64), undefined],
    ['USER', 'corp\\jdoe', 'Users are asked about in directories only'],
    ['HOST', 'ws-1', 'Host names mean something in this network only'],
  ])('%s %s: %s', async (kind, value, reason) => expect(await policy.reasonNotToAsk({ kind, value })).toBe(reason))

  it('hears of new protections within seconds', async () => {
    const value = { kind: 'ADDRESS', value: '203.0.113.200' } as const
    expect(await policy.reasonNotToAsk(value)).toBeUndefined()
    await database.pool.query(`INSERT INTO protection (kind, value, description, range_first, range_last, built_in, source) VALUES
      ('NETWORK', '203.0.113.200', 'Ours', '203.0.113.200', '203.0.113.200', false, '')`)
    now += 2_000
    expect(await policy.reasonNotToAsk(value)).toBe('Protected: Ours')
  })

  it('lets nothing through when it cannot tell', async () => {
    const broken = new OutsidePolicy({
      pool: { query: async () => Promise.reject(new Error('away')) } as never,
      networks: { ownNetworkOf: () => undefined },
      clock,
    })
    await expect(broken.reasonNotToAsk({ kind: 'ADDRESS', value: '203.0.113.9' })).rejects.toThrow('away')
  })
})
