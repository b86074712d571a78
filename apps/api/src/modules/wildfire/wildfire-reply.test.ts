import { describe, expect, it } from 'vitest'
import { HttpFault } from '../../platform/http-client.js'
import { ProviderFault } from '../enrichment/index.js'
import { readFault, readReply } from './wildfire-reply.js'

const NOW = Date.UTC(2026, 10, 24, 12)
const KEY = '0'.repeat(64)

const said = (message: string) => `<error><error-message>'${message}'</error-message></error>`
const read = (status: number, body = '', headers: Record<string, string> = {}) => {
  try {
    const reply = readReply({ status, headers, body: Buffer.from(body) }, { now: NOW, secret: KEY })
    return reply.kind === 'refused' ? `refused: ${reply.reason}` : reply.kind
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error
    const { retryAt } = error.options
    return `${error.fault}: ${error.message}${retryAt === undefined ? '' : ` until +${(retryAt - NOW) / 1000} s`}`
  }
}

describe('an answer of WildFire', () => {
  it.each<[number, string, string]>([
    [200, '<wildfire/>', 'ok'],
    [200, '', 'ok'],
    [200, 'Forbidden. (403)', 'CREDENTIALS: The API key may not do this (403)'],
    [200, '<html><body>\nForbidden. (403)</body></html>', 'CREDENTIALS: The API key may not do this (403)'],
    [200, '<wildfire><a>Forbidden. (403)</a></wildfire> and more', 'CREDENTIALS: The API key may not do this (403)'],
    [200, '<wildfire><file_info><filetype>x</filetype><a>Forbidden. (403)</a></file_info></wildfire>', 'ok'],
    [400, '', 'refused: WildFire did not understand the question (400)'],
    [401, said('Invalid API key'), 'CREDENTIALS: WildFire does not accept the API key (401: Invalid API key)'],
    [401, '', 'CREDENTIALS: WildFire does not accept the API key (401)'],
    [403, said('Permission denied'), 'CREDENTIALS: The API key may not do this (403: Permission denied)'],
    [404, '<html>not xml', 'not-found'],
    [405, '', 'UNAVAILABLE: The server does not take POST requests: check the API URL (405)'],
    [409, '', 'refused: WildFire reports a conflict about this file (409)'],
    [410, '', 'refused: WildFire does not have this file any more (410)'],
    [
      413,
      said('Only 500 entries are allowed for each file'),
      'refused: The question is too large for WildFire (413: Only 500 entries are allowed for each file)',
    ],
    [417, '', 'refused: WildFire could not meet the request (417)'],
    [418, '', 'refused: WildFire does not support this type of file (418)'],
    [419, '', "QUOTA: The key's quota of the day is used up (419)"],
    [420, said('Missing required field file'), 'refused: WildFire misses an argument (420: Missing required field file)'],
    [421, said('invalid hash value'), 'refused: WildFire does not accept the argument (421: invalid hash value)'],
    [422, said('Unprocessable Entities'), 'refused: WildFire could not process the request (422: Unprocessable Entities)'],
    [429, '', 'RATE: WildFire is asked too fast (429) until +60 s'],
    [456, '', 'refused: WildFire says that the request is not valid (456)'],
    [500, '', 'UNAVAILABLE: WildFire has an internal error (500)'],
    [502, '<html><body>Bad gateway</body></html>', 'UNAVAILABLE: WildFire answered with an unexpected code (502)'],
    [503, '', 'UNAVAILABLE: WildFire is not available (503)'],
    [513, '', 'UNAVAILABLE: WildFire could not take the upload (513)'],
    [301, '', 'UNAVAILABLE: WildFire answered with an unexpected code (301)'],
  ])('%i %s: %s', (status, body, expected) => expect(read(status, body)).toBe(expected))

  it.each([
    ['30', 30],
    ['0', 1],
    ['999999', 3600],
    [new Date(NOW + 120_000).toUTCString(), 120],
    ['soon', 60],
  ])('that is a matter of pace waits as Retry-After %s says', (header, seconds) =>
    expect(read(429, '', { 'retry-after': header })).toMatch(new RegExp(`until \\+${seconds} s$`)),
  )

  it('never tells the key, even where the server echoes it', () => {
    const text = read(401, said(`Key ${KEY} is not known\u0000\u202e`))
    expect(text).toContain('Key … is not known')
    expect(text).not.toContain(KEY)
  })

  it('is not believed to be readable only because it is an error', () => {
    expect(read(421, '<!DOCTYPE a [<!ENTITY b "c">]><error><error-message>&b;</error-message></error>')).toBe(
      'refused: WildFire does not accept the argument (421)',
    )
    expect(read(421, said('x'.repeat(300)))).toHaveLength('refused: WildFire does not accept the argument (421: )'.length + 200)
    expect(read(421, said('x'.repeat(50_000)))).toBe('refused: WildFire does not accept the argument (421)')
  })
})

describe('no answer', () => {
  it('counts for the breaker, except where it is the fault of the question', () => {
    expect(readFault(new HttpFault('TOO_LARGE', 'more than 10 MiB'))).toEqual({
      kind: 'refused',
      reason: 'The answer of WildFire is too large: more than 10 MiB',
    })
    for (const kind of ['TIMEOUT', 'UNREACHABLE', 'TLS', 'REDIRECT', 'BAD_URL'] as const)
      expect(() => readFault(new HttpFault(kind, 'why'))).toThrow(
        expect.objectContaining({ fault: 'UNAVAILABLE', message: 'why' }) as Error,
      )
    const aborted = new HttpFault('ABORTED', 'stopped')
    expect(() => readFault(aborted)).toThrow(aborted)
  })
})
