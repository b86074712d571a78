import { afterEach, describe, expect, it } from 'vitest'
import { until } from '../until.js'
import { VSYS1, startPanosSimulator, type PanosSimulator, type SimulatorOptions } from './index.js'
import { login, raw } from './raw-client.js'

const running: PanosSimulator[] = []
async function start(options?: SimulatorOptions): Promise<PanosSimulator> {
  const simulator = await startPanosSimulator(options)
  running.push(simulator)
  return simulator
}
afterEach(async () => {
  for (const simulator of running.splice(0)) await simulator.stop()
})

const OK = '<response status="success" code="20"><msg>command succeeded</msg></response>'

describe('keys', () => {
  it('are given for a password, with spaces around the equals signs', async () => {
    const fw = await start()
    const { status, type, body } = await raw(fw, { query: 'type=keygen', body: 'user=admin&password=admin' })
    expect(status).toBe(200)
    expect(type).toContain('application/xml')
    expect(body).toMatch(/^<response status = 'success'><result><key>[^<+]+<\/key><\/result><\/response>$/)
  })

  it('are refused with 403 and the reason in the status line', async () => {
    const fw = await start()
    expect(await raw(fw, { query: 'type=keygen', body: 'user=admin&password=wrong' })).toMatchObject({
      status: 403,
      reason: 'Invalid Credential',
      body: "<response status = 'error' code = '403'><result><msg>Invalid Credential</msg></result></response>",
    })
  })

  it('are taken from the header, the query, the body or Basic credentials', async () => {
    const fw = await start()
    const { body } = await raw(fw, { method: 'GET', query: 'type=keygen&user=admin&password=admin' })
    const key = /<key>(.+)<\/key>/.exec(body)?.[1] ?? ''
    const answers = await Promise.all([
      raw(fw, { body: 'type=version', headers: { 'x-pan-key': key } }),
      raw(fw, { method: 'GET', query: `type=version&key=${key}` }),
      raw(fw, { path: '/api', query: 'type=version', body: `key=${encodeURIComponent(key)}` }),
      raw(fw, { body: 'type=version', headers: { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` } }),
    ])
    for (const answer of answers)
      expect(answer.body).toBe(
        '<response status="success"><result><sw-version>10.2.9-h1</sw-version><multi-vsys>off</multi-vsys><model>PA-VM</model><serial>007051000000001</serial></result></response>',
      )
    expect(fw.journal.map(({ keyIn }) => keyIn)).toEqual([undefined, 'header', 'parameter', 'parameter', 'basic'])
  })

  it('stay the same until the password changes or all are expired', async () => {
    const fw = await start()
    const ask = () => raw(fw, { query: 'type=keygen', body: 'user=admin&password=admin' })
    const first = await ask()
    expect((await ask()).body).toBe(first.body)
    const key = /<key>(.+)<\/key>/.exec(first.body)?.[1] ?? ''
    fw.expireKeys()
    expect(await raw(fw, { body: 'type=version', headers: { 'x-pan-key': key } })).toMatchObject({
      status: 403,
      reason: 'Invalid Credential',
    })
    expect((await ask()).body).not.toBe(first.body)
  })

  it('grant what the role grants', async () => {
    const fw = await start({ admins: [{ name: 'reader', password: 'r', role: { name: 'readers', may: ['op'] } }] })
    const ask = await login(fw, 'reader', 'r')
    expect(await ask({ type: 'commit', cmd: '<commit></commit>' })).toBe(
      "<response status = 'error' code = '403'><result><msg>Type [commit] not authorized for user role readers.</msg></result></response>",
    )
  })
})

describe('the transport', () => {
  it('takes multipart bodies', async () => {
    const fw = await start()
    const ask = await login(fw)
    await ask({ type: 'version' })
    const cmd = '<show><system><info/></system></show>'
    const body = `--xx\r\nContent-Disposition: form-data; name="type"\r\n\r\nop\r\n--xx\r\nContent-Disposition: form-data; name="cmd"\r\n\r\n${cmd}\r\n--xx--\r\n`
    const headers = {
      'content-type': 'multipart/form-data; boundary=xx',
      authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
    }
    const answer = await raw(fw, { body, headers })
    expect(answer.body).toContain('<model>PA-VM</model><serial>007051000000001</serial><sw-version>10.2.9-h1</sw-version>')
  })

  it('answers 502 above five calls at a time', async () => {
    const fw = await start()
    const ask = await login(fw)
    let release: () => void = () => undefined
    const released = new Promise<void>(resolve => (release = resolve))
    fw.faults.beforeRequest = () => released
    const answers = Array.from({ length: 7 }, () => ask({ type: 'version' }))
    await until(() => fw.journal.length === 8)
    release()
    expect((await Promise.all(answers)).filter(answer => answer.includes('502 Bad Gateway'))).toHaveLength(2)
    expect(fw.peakConcurrency).toBe(6)
  })

  it('answers late when it is slow', async () => {
    const fw = await start()
    const ask = await login(fw)
    fw.faults.slowMs = 60
    const before = performance.now()
    await ask({ type: 'version' })
    expect(performance.now() - before).toBeGreaterThan(50)
  })

  it.each(['badGateway', 'truncated', 'wrongContentType'] as const)('has the fault %s once', async fault => {
    const fw = await start()
    const ask = await login(fw)
    const good = await ask({ type: 'version' })
    fw.faults[fault] = 1
    const key = Buffer.from('admin:admin').toString('base64')
    const bad = await raw(fw, { body: 'type=version', headers: { authorization: `Basic ${key}` } })
    if (fault === 'badGateway') expect(bad).toMatchObject({ status: 502, reason: 'Bad Gateway' })
    else if (fault === 'truncated') expect(good.startsWith(bad.body) && bad.body.length < good.length).toBe(true)
    else expect(bad.type).toBe('text/html')
    expect(await ask({ type: 'version' })).toBe(good)
  })

  it('cuts connections while unreachable, and after the deed when an answer is lost', async () => {
    const fw = await start()
    const ask = await login(fw)
    fw.faults.unreachable = true
    await expect(ask({ type: 'version' })).rejects.toThrow()
    fw.faults.unreachable = false
    fw.faults.loseAnswer = ({ action }) => action === 'set'
    const set = { type: 'config', action: 'set', xpath: `${VSYS1}/tag`, element: "<entry name='t'/>" }
    await expect(ask(set)).rejects.toThrow()
    expect(fw.candidate().names(`${VSYS1}/tag/entry`)).toEqual(['t'])
  })
})

describe('the configuration', () => {
  const config = (action: string, xpath: string, element = '', more: Record<string, string> = {}) => ({
    type: 'config',
    action,
    xpath,
    element,
    ...more,
  })
  const address = (name: string) => `<entry name="${name}"><ip-netmask>192.0.2.1/32</ip-netmask></entry>`

  it('holds uncommitted changes in the candidate, marked with who and when', async () => {
    const fw = await start({ clock: { now: () => Date.UTC(2021, 11, 14, 9, 43, 15) } })
    const ask = await login(fw)
    expect(await ask(config('set', `${VSYS1}/address`, address('a')))).toBe(OK)
    expect(await ask(config('get', `${VSYS1}/address/entry[@name='a']`))).toBe(
      '<response status="success" code="19"><result total-count="1" count="1"><entry name="a" admin="admin" dirtyId="101" time="2021/12/14 09:43:15">' +
        '<ip-netmask admin="admin" dirtyId="101" time="2021/12/14 09:43:15">192.0.2.1/32</ip-netmask></entry></result></response>',
    )
    expect(await ask(config('show', `${VSYS1}/address/entry[@name='a']`))).toBe(
      '<response status="error"><msg><line>No such node</line></msg></response>',
    )
    expect(await ask(config('get', `${VSYS1}/address/entry[@name='b']`))).toBe('<response status="success" code="7"><result/></response>')
  })

  it('merges with set and replaces with edit', async () => {
    const fw = await start()
    const ask = await login(fw)
    await ask(config('set', `${VSYS1}/address`, `${address('a')}${address('b')}${address('c')}`))
    const group = `${VSYS1}/address-group/entry[@name='G']`
    await ask(config('set', `${VSYS1}/address-group`, "<entry name='G'><static><member>a</member></static></entry>"))
    await ask(config('set', group, '<static><member>b</member></static>'))
    expect(fw.candidate().texts(`${group}/static/member`)).toEqual(['a', 'b'])
    expect(await ask(config('edit', group, "<entry name='G'><static><member>c</member></static></entry>"))).toBe(OK)
    expect(fw.candidate().texts(`${group}/static/member`)).toEqual(['c'])
    expect(await ask(config('edit', group, "<entry name='H'><static><member>c</member></static></entry>"))).toContain(
      'status="error" code="12"',
    )
  })

  it('deletes single members, but never the last one of a group', async () => {
    const fw = await start()
    const ask = await login(fw)
    await ask(config('set', `${VSYS1}/address`, `${address('a')}${address('b')}`))
    const group = `${VSYS1}/address-group/entry[@name='G']`
    await ask(config('set', group, '<static><member>a</member><member>b</member></static>'))
    expect(await ask(config('delete', `${group}/static/member[text()='a']`))).toBe(OK)
    expect(await ask(config('delete', `${group}/static/member[text()='b']`))).toContain('static is missing')
    expect(fw.candidate().texts(`${group}/static/member`)).toEqual(['b'])
    expect(await ask(config('delete', `${group}/static/member[text()='z']`))).toContain('status="success" code="7"')
  })

  it('refuses to delete what is referred to, with one line for each referrer', async () => {
    const fw = await start()
    const ask = await login(fw)
    await ask(config('set', `${VSYS1}/address`, address('a')))
    await ask(config('set', `${VSYS1}/address-group/entry[@name='G']`, '<static><member>a</member></static>'))
    const rule =
      "<entry name='R'><source><member>any</member></source><destination><member>G</member></destination><disabled>yes</disabled></entry>"
    await ask(config('set', `${VSYS1}/rulebase/security/rules`, rule))
    expect(await ask(config('delete', `${VSYS1}/address/entry[@name='a']`))).toBe(
      '<response status="error" code="10"><msg><line> <![CDATA[ a]]> cannot be deleted because of references from:</line>' +
        '<line> vsys -> vsys1 -> address-group -> G -> static</line></msg></response>',
    )
    expect(await ask(config('delete', `${VSYS1}/address-group/entry[@name='G']`))).toContain(
      'vsys -> vsys1 -> rulebase -> security -> rules -> R -> destination',
    )
  })

  it.each([
    [
      'a name of 64 characters',
      'address',
      address('x'.repeat(64)),
      `${'x'.repeat(64)} can be at most 63 characters, but current length: 64`,
    ],
    ["the name 'any'", 'address', address('any'), "address -> any constraints failed : 'any' is not allowed"],
    ['a slash in a name', 'address', address('a/b'), 'address -> a/b is invalid'],
    [
      'an address that is none',
      'address',
      "<entry name='a'><ip-netmask>192.0.2.300</ip-netmask></entry>",
      "ip-netmask '192.0.2.300' is invalid",
    ],
    ['an address without a value', 'address', "<entry name='a'><description>x</description></entry>", 'a is missing'],
    [
      'a tag that does not exist',
      'address',
      "<entry name='a'><fqdn>a.example</fqdn><tag><member>t</member></tag></entry>",
      "tag 't' is not a valid reference",
    ],
    [
      'a member that does not exist',
      'address-group',
      "<entry name='G'><static><member>a</member></static></entry>",
      "static 'a' is not a valid reference",
    ],
    ['an empty group', 'address-group', "<entry name='G'><static/></entry>", "static is missing 'member'"],
    [
      'a URL category without type',
      'profiles/custom-url-category',
      "<entry name='U'><list><member>a.example/</member></list></entry>",
      "U is missing 'type'",
    ],
  ])('refuses %s with code 12 and changes nothing', async (_what, container, element, text) => {
    const fw = await start()
    const ask = await login(fw)
    const answer = await ask(config('set', `${VSYS1}/${container}`, element))
    expect(answer).toContain('<response status="error" code="12">')
    expect(answer).toContain(text)
    expect(fw.pendingChanges()).toEqual([])
    expect(fw.candidate().names(`${VSYS1}/${container}/entry`)).toEqual([])
  })

  it('knows the type of a URL category from 9.0 on', async () => {
    const old = await start({ version: '8.1.25' })
    const ask = await login(old)
    const element = "<entry name='U'><list><member>a.example/</member></list></entry>"
    expect(await ask(config('set', `${VSYS1}/profiles/custom-url-category`, element))).toBe(OK)
    expect(await ask(config('set', `${VSYS1}/profiles/custom-url-category/entry[@name='U']`, '<type>URL List</type>'))).toContain(
      'type unexpected here',
    )
  })

  it('does not make a vsys that there is not', async () => {
    const fw = await start()
    const ask = await login(fw)
    expect(await ask(config('set', `${VSYS1.replace('vsys1', 'vsys7')}/address`, address('a')))).toContain('vsys -> vsys7 is invalid')
    expect(await ask(config('set', '/config/[bad', address('a')))).toContain('<response status="error" code="6">')
  })

  it('renames in references, clones and moves', async () => {
    const fw = await start()
    const ask = await login(fw)
    await ask(config('set', `${VSYS1}/address`, `${address('a')}${address('b')}`))
    await ask(config('set', `${VSYS1}/address-group/entry[@name='G']`, '<static><member>a</member></static>'))
    expect(await ask(config('rename', `${VSYS1}/address/entry[@name='a']`, '', { newname: 'c' }))).toBe(OK)
    expect(fw.candidate().texts(`${VSYS1}/address-group/entry[@name='G']/static/member`)).toEqual(['c'])
    expect(await ask(config('rename', `${VSYS1}/address/entry[@name='c']`, '', { newname: 'b' }))).toContain('code="8"')
    expect(await ask(config('clone', `${VSYS1}/address`, '', { from: `${VSYS1}/address/entry[@name='b']`, newname: 'd' }))).toBe(OK)
    expect(await ask(config('move', `${VSYS1}/address/entry[@name='d']`, '', { where: 'top' }))).toBe(OK)
    expect(fw.candidate().names(`${VSYS1}/address/entry`)).toEqual(['d', 'b', 'c'])
  })

  describe('multi-config', () => {
    const multi = (element: string, more: Record<string, string> = {}) => ({ type: 'config', action: 'multi-config', element, ...more })

    it('answers each request by its id', async () => {
      const fw = await start()
      const ask = await login(fw)
      const element =
        `<multi-config><set id="1" xpath="${VSYS1}/address">${address('a')}</set>` +
        `<set xpath="${VSYS1}/address-group/entry[@name='G']"><static><member>a</member></static></set></multi-config>`
      expect(await ask(multi(element))).toBe(
        '<response status="success" code="20"><response status="success" code="20" id="1"><msg>command succeeded</msg></response>' +
          '<response status="success" code="20"><msg>command succeeded</msg></response></response>',
      )
    })

    it('changes nothing when one fails, whose answer is the last', async () => {
      const fw = await start()
      const ask = await login(fw)
      await ask(config('set', `${VSYS1}/address`, address('keep')))
      const long = 'x'.repeat(64)
      const element =
        `<m><delete id="101" xpath="${VSYS1}/address/entry[@name='keep']"/><set id="102" xpath="${VSYS1}/address">${address('a')}</set>` +
        `<set id="LEN-ERROR" xpath="${VSYS1}/address">${address(long)}</set></m>`
      const answer = await ask(multi(element))
      expect(answer).toMatch(/^<response status="error" code="12"><response status="success" code="20" id="101">/)
      expect(answer).toContain(
        `<response status="error" code="12" id="LEN-ERROR"><msg><line><![CDATA[ ${long} can be at most 63 characters, but current length: 64]]></line>`,
      )
      expect(fw.candidate().names(`${VSYS1}/address/entry`)).toEqual(['keep'])
      expect(fw.pendingChanges().map(({ action }) => action)).toEqual(['CREATE'])
    })

    it('takes back its own uncommitted changes first when strict, and waits for no commit', async () => {
      const fw = await start({
        admins: [
          { name: 'admin', password: 'admin' },
          { name: 'alice', password: 'x' },
        ],
      })
      const ask = await login(fw)
      fw.actAs('alice').set(`${VSYS1}/address`, address('alices'))
      await ask(config('set', `${VSYS1}/address`, address('mine')))
      const element = `<m><set xpath="${VSYS1}/address">${address('strict')}</set></m>`
      await ask(multi(element, { 'strict-transactional': 'yes' }))
      expect(fw.candidate().names(`${VSYS1}/address/entry`).sort()).toEqual(['alices', 'strict'])
      fw.faults.holdCommits = true
      await ask({ type: 'commit', cmd: '<commit></commit>' })
      expect(await ask(multi(element, { 'strict-transactional': 'yes' }))).toContain('Another commit/validate is in progress')
    })

    it('can be switched off', async () => {
      const fw = await start()
      const ask = await login(fw)
      fw.faults.multiConfigDisabled = true
      expect(await ask(multi('<m/>'))).toContain('<response status="error" code="17">')
    })
  })
})

describe('an old release', () => {
  it('refuses with HTTP 200 and another text, and tells no codes on get', async () => {
    const fw = await start({ version: '7.1.26' })
    expect(await raw(fw, { query: 'type=keygen', body: 'user=admin&password=x' })).toMatchObject({
      status: 200,
      body: "<response status = 'error' code = '403'><result><msg>Invalid credentials.</msg></result></response>",
    })
    const ask = await login(fw)
    expect(await ask({ type: 'config', action: 'get', xpath: "/config/devices/entry/vsys/entry[@name='vsys1']" })).toBe(
      '<response status="success"><result><entry name="vsys1"/></result></response>',
    )
    expect(await ask({ type: 'config', action: 'multi-config', element: '<m/>' })).toContain('<response status="error" code="17">')
  })
})

describe('the journal', () => {
  it('gives out requests that were made and that are yet to come, also those whose answer was lost', async () => {
    const fw = await start()
    const ask = await login(fw)
    const coming = fw.waitForRequest(({ type }) => type === 'op')
    fw.faults.loseAnswer = ({ type }) => type === 'op'
    await expect(ask({ type: 'op', cmd: '<show><clock/></show>' })).rejects.toThrow()
    expect(await coming).toMatchObject({ cmd: '<show><clock/></show>', admin: 'admin', status: undefined })
    expect(await fw.waitForRequest(({ type }) => type === 'op')).toBe(await coming)
    expect((await fw.waitForRequest(({ type }) => type === 'keygen')).inQuery).toEqual(['type'])
    await expect(fw.waitForRequest(({ type }) => type === 'commit', 10)).rejects.toThrow('Waited in vain')
  })

  it('is told before a request is carried out', async () => {
    const fw = await start()
    const ask = await login(fw)
    const order: string[] = []
    fw.faults.beforeRequest = ({ type }) => void order.push(`${type}: ${fw.candidate().names(`${VSYS1}/tag/entry`).length}`)
    await ask({ type: 'config', action: 'set', xpath: `${VSYS1}/tag`, element: "<entry name='t'/>" })
    expect(order).toEqual(['config: 0'])
  })
})
