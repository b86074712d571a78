import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startWildfireSimulator, type WildfireSimulator } from '../../../../../test/support/wildfire-simulator/index.js'
import { systemClock } from '../../platform/clock.js'
import { OutboundHttp } from '../../platform/outbound-http.js'
import { ProviderFault } from '../enrichment/index.js'
import { verdictsOn, WildfireClient } from './wildfire-client.js'

const KEY = 'f'.repeat(64)
const hashOf = (n: number) => n.toString(16).padStart(64, '0')
const MD5 = 'b'.repeat(32)

let simulator: WildfireSimulator
const http = new OutboundHttp({ userAgent: 'Sallyport test' })
const client = new WildfireClient({ http, clock: systemClock })

beforeAll(async () => {
  simulator = await startWildfireSimulator({ apiKeys: [KEY], forbiddenKeys: ['forbidden'], dailyQuota: 50 })
})
afterAll(async () => {
  await simulator.stop()
  await http.stop()
})
afterEach(() => {
  simulator.resetQuota()
  simulator.journal.splice(0)
  Object.assign(simulator.faults, { slowMs: 0, unreachable: false, shape: 'right', untyped: false })
})

const access = (apiKey = KEY) => ({ apiUrl: simulator.url, apiKey })
const faultOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ProviderFault)) throw new Error(`No fault of a provider but ${String(error)}`)
  return `${error.fault}: ${error.message}`
}
const verdictOn = async (hash: string) => {
  const reply = await client.verdicts(access(), [hash])
  return reply.kind === 'verdicts' ? verdictsOn(hash, reply.infos, true) : reply
}

describe('verdicts', () => {
  it('on one hash are asked with a form, on more with a file', async () => {
    simulator.setVerdict(hashOf(1), 'malware')
    simulator.setVerdict(hashOf(2), 'c2')
    expect(await verdictOn(hashOf(1))).toEqual(['MALICIOUS'])
    const reply = await client.verdicts(access(), [hashOf(1), hashOf(2), hashOf(3), MD5])
    if (reply.kind !== 'verdicts') throw new Error(reply.reason)
    expect([hashOf(1), hashOf(2), hashOf(3), MD5].map(hash => verdictsOn(hash, reply.infos, false))).toEqual([
      ['MALICIOUS'],
      ['COMMAND_AND_CONTROL'],
      ['UNKNOWN'],
      ['UNKNOWN'],
    ])
    expect(simulator.journal.map(({ method, path, apiKey, hashes }) => [method, path, apiKey, hashes.length])).toEqual([
      ['POST', 'get/verdict', KEY, 1],
      ['POST', 'get/verdicts', KEY, 4],
    ])
  })

  it('on an MD5 may be several', async () => {
    simulator.setVerdict(MD5, 'benign', 'malware')
    expect(await verdictOn(MD5)).toEqual(['BENIGN', 'MALICIOUS'])
  })

  it('on 500 hashes are one question', async () => {
    const hashes = Array.from({ length: 500 }, (_, n) => hashOf(n))
    const reply = await client.verdicts(access(), hashes)
    expect(reply.kind === 'verdicts' && reply.infos.length).toBe(500)
    expect(simulator.usedOf(KEY)).toBe(1)
    expect(await client.verdicts(access(), [...hashes, hashOf(500)])).toEqual({
      kind: 'refused',
      reason: 'The question is too large for WildFire (413: Only 500 entries are allowed for each file)',
    })
  })

  it('need the right key, and some quota', async () => {
    expect(await faultOf(client.verdicts(access('wrong'), [MD5]))).toBe(
      'CREDENTIALS: WildFire does not accept the API key (401: Invalid API key)',
    )
    expect(await faultOf(client.verdicts(access('forbidden'), [MD5]))).toBe(
      'CREDENTIALS: The API key may not do this (403: Permission denied)',
    )
    for (let n = 0; n < 50; n++) await verdictOn(MD5)
    expect(await faultOf(client.verdicts(access(), [MD5]))).toBe(
      "QUOTA: The key's quota of the day is used up (419: Request quota exceeded)",
    )
  })

  it('are not asked of what is no WildFire', async () => {
    const elsewhere = { apiUrl: simulator.url.replace('/publicapi', '/elsewhere'), apiKey: KEY }
    expect(await faultOf(client.verdicts(elsewhere, [MD5]))).toBe('UNAVAILABLE: There is no WildFire API at this URL (404)')
    const nobody = { apiUrl: 'http://127.0.0.1:1/publicapi', apiKey: KEY }
    expect(await faultOf(client.verdicts(nobody, [MD5]))).toMatch(/^UNAVAILABLE: .*127\.0\.0\.1/)
  })

  it.each([
    ['truncated', 'UNAVAILABLE: The answer of WildFire cannot be read: it is not well-formed XML'],
    ['html', 'UNAVAILABLE: The answer of WildFire cannot be read: it is not well-formed XML'],
    ['bomb', 'UNAVAILABLE: The answer of WildFire cannot be read: it declares a document type, which is not accepted'],
    ['deep', 'UNAVAILABLE: The answer of WildFire cannot be read: it is nested too deeply'],
    ['forbidden-200', 'CREDENTIALS: The API key may not do this (403)'],
    ['other-xml', 'UNAVAILABLE: The answer is XML, but not of WildFire: check the API URL'],
  ] as const)('in an answer that is %s: %s', async (shape, expected) => {
    simulator.faults.shape = shape
    expect(await faultOf(client.verdicts(access(), [MD5]))).toBe(expected)
  })

  it('in an answer that is too large are given up', async () => {
    simulator.faults.shape = 'huge'
    expect(await client.verdicts(access(), [MD5])).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('too large') as string,
    })
  })

  it('are not waited for when nobody wants them any more', async () => {
    simulator.faults.slowMs = 2_000
    const controller = new AbortController()
    const work = client.verdicts(access(), [MD5], controller.signal)
    controller.abort()
    await expect(work).rejects.toMatchObject({ kind: 'ABORTED' })
    simulator.faults.slowMs = 0
    simulator.faults.unreachable = true
    expect(await faultOf(client.verdicts(access(), [MD5]))).toMatch(/^UNAVAILABLE/)
  })
})

describe('a report', () => {
  it('is not there until it is, and then comes as XML and as PDF', async () => {
    const hash = hashOf(9)
    expect(await client.report(access(), { hash, format: 'xml' })).toEqual({ kind: 'not-found' })
    simulator.setReport(hash, { fileType: 'PDF' })
    for (const untyped of [false, true]) {
      simulator.faults.untyped = untyped
      const xml = await client.report(access(), { hash, format: 'xml' })
      expect(xml.kind === 'ok' && xml.body.toString('utf8')).toMatch(/^\n<\?xml .*<filetype>PDF<\/filetype>/s)
    }
    simulator.faults.untyped = false
    const pdf = await client.report(access(), { hash, format: 'pdf' })
    expect(pdf.kind === 'ok' && pdf.body.toString('latin1')).toMatch(/^%PDF-/)
  })

  it('of what is no hash is refused', async () =>
    expect(await client.report(access(), { hash: 'a'.repeat(40), format: 'xml' })).toEqual({
      kind: 'refused',
      reason: 'WildFire does not accept the argument (421: invalid hash value)',
    }))
})
