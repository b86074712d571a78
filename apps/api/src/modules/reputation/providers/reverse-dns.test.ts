import { describe, expect, it } from 'vitest'
import { readFailure, readNames, ReverseDns } from './reverse-dns.js'

const ADDRESS = { kind: 'ADDRESS', value: '198.51.100.23' } as const
const ACCESS = { baseUrl: '', apiKey: undefined }
const failure = (code: string) => Object.assign(new Error(`queryPtr ${code} 198.51.100.23`), { code })

describe('names', () => {
  it.each([
    [['Mail.Example.'], ['mail.example']],
    [
      ['a.example', 'A.example.', 'b.example'],
      ['a.example', 'b.example'],
    ],
    [['_dmarc.a_b.example'], ['_dmarc.a_b.example']],
    [['xn--bcher-kva.example'], ['xn--bcher-kva.example']],
    [['<script>.example', 'a b.example', 'a..example', '-a.example', 'localhost', '', '.', 'a\0.example', 'ü.example'], undefined],
    [[`${'a'.repeat(64)}.example`, `${'a.'.repeat(130)}example`, 'x'.repeat(1_000_000)], undefined],
    [[], undefined],
  ])('%j', (answered, names) => {
    expect(readNames(answered)).toEqual(names)
  })

  it('are ten at most', () => {
    expect(readNames(Array.from({ length: 50_000 }, (_, index) => `h${index}.example`))).toHaveLength(10)
  })
})

describe('a failure', () => {
  it.each([
    ['ENOTFOUND', { kind: 'unknown' }],
    ['ENODATA', { kind: 'unknown' }],
    ['ESERVFAIL', { kind: 'later', giveUpAfter: 3 }],
    ['ETIMEOUT', { kind: 'later' }],
    ['EREFUSED', { kind: 'later' }],
    ['EINVAL', { kind: 'failed' }],
  ])('%s of one zone is %j', (code, finding) => {
    expect(readFailure(failure(code))).toMatchObject(finding)
  })

  it('of the resolver is one of the provider', () => {
    expect(() => readFailure(failure('ECONNREFUSED'))).toThrow(expect.objectContaining({ fault: 'UNAVAILABLE' }) as Error)
    expect(() => readFailure(new TypeError('a bug'))).toThrow(TypeError)
  })
})

describe('asking', () => {
  it('tells the names', async () => {
    const dns = new ReverseDns({ makeResolver: () => ({ reverse: async () => ['Mail.example.'], cancel: () => undefined }) })
    expect(await dns.ask(ADDRESS, ACCESS, new AbortController().signal)).toEqual({ kind: 'known', facts: { names: ['mail.example'] } })
  })

  it('is cancelled by the signal, which is no failure of anybody', async () => {
    const stop = new AbortController()
    const { promise, reject } = Promise.withResolvers<string[]>()
    const dns = new ReverseDns({ makeResolver: () => ({ reverse: () => promise, cancel: () => reject(failure('ECANCELLED')) }) })
    const asked = dns.ask(ADDRESS, ACCESS, stop.signal)
    stop.abort(new Error('stopped'))
    await expect(asked).rejects.toThrow('stopped')
    await expect(dns.ask(ADDRESS, ACCESS, stop.signal)).rejects.toThrow('stopped')
  })
})
