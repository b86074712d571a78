import { afterEach, expect, it } from 'vitest'
import { startProviderSimulators, type ProviderSimulators } from './index.js'
import { ATTACKERS } from '../../demo/cast.js'

const KEY = 'made-up-key'
let simulators: ProviderSimulators | undefined

afterEach(async () => {
  await simulators?.stop()
})

const get = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url, { headers })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

it('answers as the providers document it', async () => {
  simulators = await startProviderSimulators({ keys: [KEY, { key: 'small', perDay: 1 }], now: () => Date.UTC(2026, 10, 24, 23, 59, 0) })
  const { abuseIpdb, virusTotal, greyNoise } = simulators
  const check = `${abuseIpdb.url}/api/v2/check?ipAddress=192.0.2.66`
  expect(await get(check, { Key: KEY })).toMatchObject({
    status: 200,
    body: { data: { ipAddress: '192.0.2.66', isPublic: true, ipVersion: 4 } },
  })
  expect(await get(check)).toMatchObject({ status: 401, body: { errors: [{ status: 401 }] } })
  expect(await get(`${abuseIpdb.url}/api/v2/check?ipAddress=x`, { Key: KEY })).toMatchObject({ status: 422 })
  await get(check, { Key: 'small' })
  const usedUp = await get(check, { Key: 'small' })
  expect([usedUp.status, usedUp.headers.get('retry-after'), usedUp.headers.get('x-ratelimit-remaining')]).toEqual([429, '60', '0'])

  const header = { 'x-apikey': KEY }
  expect(await get(`${virusTotal.url}/api/v3/domains/evil.example`, header)).toMatchObject({
    status: 200,
    body: { data: { type: 'domain' } },
  })
  virusTotal.set('00'.repeat(16), undefined)
  expect(await get(`${virusTotal.url}/api/v3/files/${'00'.repeat(16)}`, header)).toMatchObject({
    status: 404,
    body: { error: { code: 'NotFoundError' } },
  })
  expect(await get(`${virusTotal.url}/api/v3/urls/%25`, header)).toMatchObject({
    status: 400,
    body: { error: { code: 'InvalidArgumentError' } },
  })

  greyNoise.set('192.0.2.9', undefined)
  expect(await get(`${greyNoise.url}/v3/community/192.0.2.9`, { key: KEY })).toMatchObject({
    status: 404,
    body: { noise: false, riot: false },
  })
  expect(await get(`${greyNoise.url}/v3/community/2001:db8::1`, { key: KEY })).toMatchObject({ status: 400 })
})

it('says the same of a value each time, and bad things of every attacker of the demo', async () => {
  simulators = await startProviderSimulators({ keys: [KEY] })
  const { abuseIpdb } = simulators
  for (const { address } of ATTACKERS) {
    const url = `${abuseIpdb.url}/api/v2/check?ipAddress=${address}`
    const first = (await get(url, { key: KEY })).body as { data: { abuseConfidenceScore: number; lastReportedAt: string } }
    const { data } = (await get(url, { key: KEY })).body as typeof first
    expect(data.abuseConfidenceScore).toBeGreaterThanOrEqual(70)
    expect(data.abuseConfidenceScore).toBe(first.data.abuseConfidenceScore)
  }
})
