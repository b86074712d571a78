import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ber, enumerated, integer, octets, searchEntry, searchDone } from '../../../../../test/support/ber.js'
import { extendedResult, MESSAGE_MAX_BYTES, messageFault, messageLength } from './ldap-messages.js'

const NOTHING = octets('')
const bound = ber(0x30, integer(1), ber(0x61, enumerated(0), NOTHING, NOTHING))
const paged = ber(
  0x30,
  integer(2),
  ber(0x65, enumerated(0), NOTHING, NOTHING),
  ber(0xa0, ber(0x30, octets('1.2.840.113556.1.4.319'), octets('xyz'))),
)

describe('what servers send passes', () => {
  it.each([
    ['a bind answer', bound],
    [
      'an entry',
      searchEntry(2, 'uid=a,dc=corp', { uid: ['a'], 'memberOf;range=0-1': ['x', 'y'], jpegPhoto: [Buffer.alloc(70_000, 0xff)], mail: [] }),
    ],
    ['the end of a search', searchDone(2)],
    ['the end of a page', paged],
    ['a reference', ber(0x30, integer(2), ber(0x73, octets('ldap://a'), octets('ldap://b')))],
    ['a referral', ber(0x30, integer(2), ber(0x65, enumerated(10), NOTHING, NOTHING, ber(0xa3, octets('ldap://a'))))],
  ])('%s', (_, bytes) => {
    expect(messageFault(bytes)).toBeUndefined()
    expect(messageLength(Buffer.concat([bytes, bytes]))).toBe(bytes.length)
  })
})

describe('what none sends does not', () => {
  it.each([
    ['two messages', Buffer.concat([bound, bound]), undefined],
    ['no operation', ber(0x30, integer(1)), 'a message is malformed'],
    ['a text for an id', ber(0x30, octets('1'), ber(0x61, enumerated(0), NOTHING, NOTHING)), 'a message is malformed'],
    ['a request', ber(0x30, integer(1), ber(0x63, NOTHING)), 'an answer is malformed'],
    ['a result without texts', ber(0x30, integer(1), ber(0x61, enumerated(0))), 'an answer is malformed'],
    [
      'an attribute that is too short',
      ber(0x30, integer(1), ber(0x64, NOTHING, ber(0x30, ber(0x30, octets('uid'))))),
      'an answer is malformed',
    ],
    ['a length beyond the attribute', inside('0404756964'), 'a message is malformed'],
    [
      'values that are no texts',
      ber(0x30, integer(1), ber(0x64, NOTHING, ber(0x30, ber(0x30, octets('uid'), ber(0x31, integer(1)))))),
      'an answer is malformed',
    ],
    ['the name __proto__', searchEntry(1, 'a', { ['__proto__']: ['x'] }), 'an answer is malformed'],
    ['a name with a space', searchEntry(1, 'a', { 'a b': ['x'] }), 'an answer is malformed'],
    [
      'a control without a type',
      ber(0x30, integer(1), ber(0x65, enumerated(0), NOTHING, NOTHING), ber(0xa0, ber(0x30))),
      'a control is malformed',
    ],
    [
      'something behind the controls',
      ber(0x30, integer(1), ber(0x65, enumerated(0), NOTHING, NOTHING), ber(0xa0), NOTHING),
      'a message is malformed',
    ],
    ['deep nesting', nested(20), 'a message is malformed'],
    ['many parts', ber(0x30, integer(1), ber(0x73, ...Array.from({ length: 21_000 }, () => NOTHING))), 'a message is malformed'],
  ])('%s', (_, bytes, fault) => expect(messageFault(bytes)).toBe(fault))
})

/** An entry whose only attribute has these bytes for its name. */
const inside = (hex: string): Buffer => ber(0x30, integer(1), ber(0x64, octets(''), ber(0x30, ber(0x30, Buffer.from(hex, 'hex')))))

const nested = (depth: number): Buffer =>
  ber(
    0x30,
    integer(1),
    Array.from({ length: depth }).reduce<Buffer>(inner => ber(0x30, inner), Buffer.alloc(0)),
  )

describe('lengths', () => {
  it.each([
    ['', undefined],
    ['30', undefined],
    ['3084', undefined],
    ['300500', 7],
    ['308400000005', 11],
  ])('%s: %s', (hex, length) => expect(messageLength(Buffer.from(hex, 'hex'))).toBe(length))

  it.each([
    ['48545450', 'what answers does not speak LDAP'],
    ['3084ffffffff00', `a message is larger than ${MESSAGE_MAX_BYTES} bytes`],
    ['3080000000000000', 'a message has no readable length'],
    ['3085010000000000', 'a message has no readable length'],
  ])('%s: %s', (hex, fault) => expect(messageLength(Buffer.from(hex, 'hex'))).toEqual({ fault }))
})

it('reads the answer to StartTLS', () => {
  expect(extendedResult(ber(0x30, integer(1), ber(0x78, enumerated(0), NOTHING, NOTHING)))).toBe(0)
  expect(extendedResult(ber(0x30, integer(1), ber(0x78, enumerated(52), NOTHING, NOTHING)))).toBe(52)
  expect(extendedResult(bound)).toBeUndefined()
})

it('takes any bytes without throwing', () => {
  const likely = fc.array(fc.constantFrom(0x30, 0x31, 0x02, 0x04, 0x0a, 0x64, 0x65, 0xa0, 0x80, 0x84, 0xff, 0, 1, 2, 5), { maxLength: 60 })
  fc.assert(
    fc.property(likely, given => {
      const bytes = Buffer.from(given)
      messageLength(bytes)
      messageFault(bytes)
      extendedResult(bytes)
    }),
    { numRuns: 2_000 },
  )
})
