import { describe, expect, it } from 'vitest'
import { readJob } from './commit.js'
import { scopePath } from './scope-path.js'
import { failureOf, judge } from './xml-answer.js'
import { child, parseXml } from './xml-element.js'
import { element, entryPath, escapeXml, memberPath, quoteXpath } from './xml-text.js'

const read = (xml: string) => {
  const { outcome, code, message } = judge(parseXml(xml))
  return { outcome, code, message }
}

describe('an answer', () => {
  it.each([
    [
      'a change that was made',
      '<response status="success" code="20"><msg>command succeeded</msg></response>',
      { outcome: 'ok', code: 20, message: 'command succeeded' },
    ],
    [
      'a queued one',
      '<response status="success" code="19"><result><msg><line>Job enqueued</line></msg><job>7</job></result></response>',
      { outcome: 'ok', code: 19, message: 'Job enqueued' },
    ],
    [
      'single quotes and spaces',
      "<response status = 'success'><result><key>abc==</key></result></response>",
      { outcome: 'ok', code: undefined, message: '' },
    ],
    ['an empty code', '<response status="success" code=""><result/></response>', { outcome: 'ok', code: undefined, message: '' }],
    [
      'an object that is not there',
      '<response status="success" code="7"><result/></response>',
      { outcome: 'absent', code: 7, message: '' },
    ],
    [
      'a job that is not there',
      '<response status="error" code="7"><msg><line>job 9 not found</line></msg></response>',
      { outcome: 'refused', code: 7, message: 'job 9 not found' },
    ],
    [
      'a success of an unknown kind',
      '<response status="success" code="13"><msg>The same as before</msg></response>',
      { outcome: 'refused', code: 13, message: 'The same as before' },
    ],
    [
      'several lines in CDATA',
      '<response status="error" code="12"><msg><line><![CDATA[ a -> b <x>]]></line><line><![CDATA[ is invalid]]></line></msg></response>',
      { outcome: 'refused', code: 12, message: 'a -> b <x>\nis invalid' },
    ],
    [
      'nested lines',
      '<response status="error"><msg><line><line>one</line></line><line><msg><line>two</line></msg></line></msg></response>',
      { outcome: 'refused', code: undefined, message: 'one\ntwo' },
    ],
    [
      'plain text of the result',
      '<response status="error"><result>Lock is gone</result></response>',
      { outcome: 'refused', code: undefined, message: 'Lock is gone' },
    ],
    [
      'details of a job',
      '<response status="error"><result><job><details><line>Bad</line></details></job></result></response>',
      { outcome: 'refused', code: undefined, message: 'Bad' },
    ],
    [
      'a refused batch',
      '<response status="error" code="12"><response status="success" code="20" id="1"><msg>command succeeded</msg></response><response status="error" code="12" id="2"><msg><line>too long</line></msg></response></response>',
      { outcome: 'refused', code: 12, message: 'too long' },
    ],
    [
      'entities and references',
      '<response status="error"><msg>a &amp; b &#39;c&#x27; &lt;d&gt; &quot;e&quot; &unknown;</msg></response>',
      { outcome: 'refused', code: undefined, message: 'a & b \'c\' <d> "e" &unknown;' },
    ],
    ['something else than a response', '<html><body>Login</body></html>', { outcome: 'refused', code: undefined, message: '' }],
  ])('with %s', (_name, xml, expected) => expect(read(xml)).toEqual(expected))

  it.each([
    ['nothing', ''],
    ['text', 'Service unavailable'],
    ['half an XML', '<response status="success"><result>'],
    ['crossed tags', '<response><a></response></a>'],
    ['a document type', '<!DOCTYPE r [<!ENTITY x "y">]><response status="success"/>'],
    ['too many levels', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`],
  ])('that is %s is no answer', (_name, xml) => {
    expect(() => parseXml(xml)).toThrow(expect.objectContaining({ failure: 'BAD_ANSWER' }) as Error)
  })

  it('resolves no entities of its own, so that none can grow', () => {
    expect(child(parseXml('<r><a>&lol9;</a></r>'), 'a')?.text).toBe('&lol9;')
  })
})

describe('the failure', () => {
  it.each([
    [14, 'Other administrators are holding device wide commit locks.', 'LOCKED'],
    [undefined, 'Config for scope shared is currently locked by alice', 'LOCKED'],
    [undefined, 'Configuration is locked by alice', 'LOCKED'],
    [undefined, 'Commit lock is already held by alice', 'LOCKED'],
    [undefined, 'Another commit/validate is in progress. Please try again later', 'COMMIT_QUEUE_FULL'],
    [undefined, 'Commit queue is full. Please try again later', 'COMMIT_QUEUE_FULL'],
    [403, 'Type [commit] not authorized for user role reader', 'NOT_PERMITTED'],
    [403, 'Invalid Credential', 'CREDENTIALS'],
    [undefined, 'Invalid credentials.', 'CREDENTIALS'],
    [16, 'Unauthorized request', 'NOT_PERMITTED'],
    [22, 'Session timed out', 'TIMED_OUT'],
    [15, 'Operation denied: this device is passive', 'NOT_ACTIVE'],
    [undefined, 'Failed to register: maximum number of registered IP addresses reached', 'CAPACITY'],
    [3, 'Internal error', 'DEVICE_FAULT'],
    [12, 'name can be at most 63 characters, but current length: 64', 'REFUSED'],
    [10, 'x cannot be deleted because of references from:', 'REFUSED'],
  ] as const)('of code %s "%s" is %s', (code, message, expected) => expect(failureOf({ code, message })).toBe(expected))
})

describe('a job', () => {
  const job = (xml: string) => readJob(parseXml(`<job>${xml}</job>`))

  it('runs until it is FIN', () => {
    expect(job('<status>ACT</status><result>PEND</result><progress>55</progress>')).toMatchObject({ state: 'running', progress: '55' })
    expect(job('<status>FIN</status><result>OK</result><progress>100</progress><warnings><line>w</line></warnings>')).toMatchObject({
      state: 'ok',
      warnings: ['w'],
    })
  })

  it('tells by its result whether it failed', () => {
    expect(job('<status>FIN</status><result>FAIL</result><details><line>vsys1</line><line>Commit failed</line></details>')).toMatchObject({
      state: 'failed',
      details: ['vsys1', 'Commit failed'],
    })
  })

  it('without id and status has failed', () => {
    expect(job('<type>Failed-Job</type><details><line>job failed because of configd restart</line></details><warnings/>')).toMatchObject({
      state: 'failed',
    })
  })

  const device = (result: string, inner: string) =>
    `<devices><entry><devicename>fw-2</devicename><result>${result}</result>${inner}</entry></devices>`
  const fin = '<type>CommitAll</type><status>FIN</status><result>OK</result>'

  it('of a commit-all waits for its firewalls', () => {
    expect(job(fin + device('PEND', ''))).toMatchObject({ state: 'running' })
  })

  it('of a commit-all tells success also with its text among the errors', () => {
    const inner =
      '<details><msg><errors><line>Configuration committed successfully</line></errors><warnings><line>w</line></warnings></msg></details>'
    expect(job(fin + device('OK', inner))).toMatchObject({ state: 'ok', details: [], warnings: ['fw-2: w'] })
  })

  it.each(['<details><msg><errors><line>Duplicate name</line></errors></msg></details>', '<details>Duplicate name</details>'])(
    'of a commit-all names the firewall that failed: %s',
    inner => expect(job(fin + device('FAIL', inner))).toMatchObject({ state: 'failed', details: ['fw-2: Duplicate name'] }),
  )
})

describe('what is written', () => {
  it('is escaped', () => {
    expect(escapeXml(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;')
    expect(element('entry', '', { name: '"><x/>' })).toBe('<entry name="&quot;&gt;&lt;x/&gt;"/>')
  })

  it('quotes names in XPaths so that they cannot end them', () => {
    expect(quoteXpath('plain')).toBe("'plain'")
    expect(quoteXpath("o'clock")).toBe(`"o'clock"`)
    expect(() => quoteXpath(`o'clock "x"`)).toThrow(RangeError)
    expect(memberPath(entryPath('/config/shared/address-group', 'g'), 'a')).toBe(
      "/config/shared/address-group/entry[@name='g']/member[text()='a']",
    )
  })

  it.each([
    ['SHARED', '', '/config/shared'],
    ['VSYS', 'vsys2', "/config/devices/entry[@name='localhost.localdomain']/vsys/entry[@name='vsys2']"],
    ['DEVICE_GROUP', 'Edge', "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='Edge']"],
  ] as const)('goes to the scope %s %s', (scope, name, expected) => expect(scopePath(scope, name)).toBe(expected))
})
