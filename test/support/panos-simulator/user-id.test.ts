import { afterEach, describe, expect, it } from 'vitest'
import { VSYS1, startPanosSimulator, type PanosSimulator, type SimulatorOptions } from './index.js'
import { filterHolds } from './dynamic-groups.js'
import { login } from './raw-client.js'

const running: PanosSimulator[] = []
let now = Date.UTC(2026, 0, 1)
async function start(options?: SimulatorOptions): Promise<PanosSimulator> {
  const simulator = await startPanosSimulator({ commitMs: 1, clock: { now: () => now }, ...options })
  running.push(simulator)
  return simulator
}
afterEach(async () => {
  for (const simulator of running.splice(0)) await simulator.stop()
})

const message = (payload: string) => ({
  type: 'user-id',
  cmd: `<uid-message><version>2.0</version><type>update</type><payload>${payload}</payload></uid-message>`,
})
const entry = (ip: string, tag: string, more = '', timeout = '') =>
  `<entry ip="${ip}"${more}><tag><member${timeout}>${tag}</member></tag></entry>`
const register = (...entries: string[]) => message(`<register>${entries.join('')}</register>`)
const unregister = (...entries: string[]) => message(`<unregister>${entries.join('')}</unregister>`)
const readBack = (query: string) => ({ type: 'op', cmd: `<show><object><registered-ip>${query}</registered-ip></object></show>` })
const REGISTERED =
  '<response status="success"><result><uid-response><version>2.0</version><payload><register></register></payload></uid-response></result></response>'

describe('User-ID tags', () => {
  it('are registered, read back and unregistered', async () => {
    const fw = await start()
    const ask = await login(fw)
    expect(await ask(register(entry('192.0.2.1', 'bad'), entry('2001:DB8:0::1/128', 'bad', ' persistent="0"')))).toBe(REGISTERED)
    expect(await ask(readBack('<all/>'))).toBe(
      '<response status="success"><result><entry ip="192.0.2.1" from_agent="0" persistent="1"><tag><member>bad</member></tag></entry>' +
        '<entry ip="2001:db8::1" from_agent="0" persistent="0"><tag><member>bad</member></tag></entry><count>2</count></result></response>',
    )
    expect(await ask(unregister(entry('192.0.2.1', 'bad')))).toBe(REGISTERED)
    expect(fw.registeredIps()).toEqual([{ ip: '2001:db8::1', persistent: false, tags: ['bad'] }])
  })

  it('age out by their timeout, which registering again does not extend', async () => {
    const fw = await start()
    const ask = await login(fw)
    await ask(register(entry('192.0.2.1', 'bad', '', ' timeout="60"'), entry('192.0.2.2', 'bad')))
    now += 50_000
    await ask(register(entry('192.0.2.1', 'bad', '', ' timeout="60"')))
    now += 11_000
    expect(fw.registeredIps().map(({ ip }) => ip)).toEqual(['192.0.2.2'])
    fw.faults.reregisterExtends = true
    await ask(register(entry('192.0.2.3', 'bad', '', ' timeout="60"')))
    now += 50_000
    await ask(register(entry('192.0.2.3', 'bad', '', ' timeout="60"')))
    now += 50_000
    expect(fw.registeredIps().map(({ ip }) => ip)).toEqual(['192.0.2.2', '192.0.2.3'])
  })

  it('have no timeout before 9.0', async () => {
    const fw = await start({ version: '8.1.25' })
    const ask = await login(fw)
    await ask(register(entry('192.0.2.1', 'bad', '', ' timeout="60"')))
    now += 3_600_000
    expect(fw.registeredIps()).toHaveLength(1)
  })

  it.each([
    ['skip-entry', ['192.0.2.1 old', '192.0.2.2 new']],
    ['skip-tag', ['192.0.2.1 old new', '192.0.2.2 new']],
    ['skip-message', ['192.0.2.1 old']],
  ] as const)('that are there already are refused by entry; of the rest, %s', async (policy, expected) => {
    const fw = await start()
    const ask = await login(fw)
    await ask(register(entry('192.0.2.1', 'old')))
    fw.faults.userIdRefusal = policy
    const both = '<entry ip="192.0.2.1"><tag><member>old</member><member>new</member></tag></entry>'
    expect(await ask(register(both, entry('192.0.2.2', 'new')))).toBe(
      '<response status="error"><msg><line><uid-response><version>2.0</version><payload><register>' +
        '<entry ip="192.0.2.1" message="tag old already exists, ignore"/></register></payload></uid-response></line></msg></response>',
    )
    expect(fw.registeredIps().map(({ ip, tags }) => [ip, ...tags].join(' '))).toEqual(expected)
  })

  it('that are not there are refused on unregistering', async () => {
    const fw = await start()
    const ask = await login(fw)
    expect(await ask(unregister(entry('192.0.2.1', 'bad')))).toContain(
      '<unregister><entry ip="192.0.2.1" message="tag bad does not exist, ignore unreg"/></unregister>',
    )
  })

  it('are refused for bad addresses, bad names and on demand', async () => {
    const fw = await start({ version: '9.1.16' })
    const ask = await login(fw)
    fw.faults.refuseRegister = ip => (ip === '192.0.2.9' ? 'Failed to register 192.0.2.9' : undefined)
    const answer = await ask(
      register(entry('192.0.2.0/24', 'x'), entry('bad', 'x'), entry('192.0.2.1', 'and'), entry('192.0.2.9', 'x'), entry('192.0.2.2', 'x')),
    )
    expect([...answer.matchAll(/entry ip="([^"]+)"/g)].map(([, ip]) => ip)).toEqual(['192.0.2.0/24', 'bad', '192.0.2.1', '192.0.2.9'])
    expect(fw.registeredIps().map(({ ip }) => ip)).toEqual(['192.0.2.2'])
    expect(await ask({ type: 'user-id', cmd: '<uid-message><type>update</type>' })).toBe(
      '<response status="error"><msg><line>uid-message: payload is malformed</line></msg></response>',
    )
  })

  it('take IPv4 networks and ranges from 10.0 on', async () => {
    const fw = await start({ version: '10.0.0' })
    const ask = await login(fw)
    expect(await ask(register(entry('192.0.2.0/24', 'x'), entry('192.0.2.1-192.0.2.9', 'x')))).toBe(REGISTERED)
    expect(await ask(register(entry('2001:db8::/64', 'x')))).toContain('Failed to register')
  })

  it('come back in pages of 500 at most', async () => {
    const fw = await start()
    const ask = await login(fw)
    const ips = Array.from({ length: 1203 }, (_, at) => `10.0.${at >> 8}.${at & 255}`)
    await ask(register(...ips.map(ip => entry(ip, 'bad'))))
    const seen: string[] = []
    for (const startPoint of [1, 501, 1001]) {
      const page = await ask(readBack(`<limit>5000</limit><start-point>${startPoint}</start-point><tag><entry name="bad"/></tag>`))
      expect(page).toContain(`<count>${startPoint === 1001 ? 203 : 500}</count>`)
      seen.push(...[...page.matchAll(/entry ip="([^"]+)"/g)].map(([, ip]) => ip ?? ''))
    }
    expect(seen).toEqual(ips)
    expect(await ask(readBack('<tag><entry name="other"/></tag>'))).toBe(
      '<response status="success"><result><count>0</count></result></response>',
    )
  })

  it('went into a file up to 7.1', async () => {
    const fw = await start({ version: '7.1.26' })
    const ask = await login(fw)
    await ask(register(...Array.from({ length: 501 }, (_, at) => entry(`10.0.${at >> 8}.${at & 255}`, 'bad'))))
    expect(await ask(readBack('<all/>'))).toBe(
      '<response status="success"><result><msg><line><outfile>/var/log/clioutput/regipdump</outfile></line></msg></result></response>',
    )
  })

  it('are as many as the model holds, and 32 on an address', async () => {
    const fw = await start({ model: 'PA-220' })
    const ask = await login(fw)
    await ask(register(...Array.from({ length: 1000 }, (_, at) => entry(`10.0.${at >> 8}.${at & 255}`, 'bad'))))
    expect(await ask(register(entry('192.0.2.1', 'bad')))).toContain('maximum number of registered IP addresses reached')
    for (let at = 1; at < 32; at += 1) expect(await ask(register(entry('10.0.0.0', `t${at}`)))).toBe(REGISTERED)
    expect(await ask(register(entry('10.0.0.0', 't32')))).toContain('maximum number of tags reached')
  })

  it('without persistence are gone after a reboot', async () => {
    const fw = await start()
    const ask = await login(fw)
    await ask(register(entry('192.0.2.1', 'bad'), entry('::', 'canary', ' persistent="0"', ' timeout="420"')))
    fw.reboot()
    expect(fw.registeredIps().map(({ ip }) => ip)).toEqual(['192.0.2.1'])
  })

  it('make up dynamic groups once these are committed', async () => {
    const fw = await start()
    const ask = await login(fw)
    await ask(register(entry('192.0.2.1', 'bad')))
    await ask({
      type: 'config',
      action: 'set',
      xpath: `${VSYS1}/address-group`,
      element: "<entry name='D'><dynamic><filter>'bad' or 'worse'</filter></dynamic></entry>",
    })
    expect(fw.enforced('D')).toEqual([])
    await ask({ type: 'commit', cmd: '<commit></commit>' })
    await fw.waitForCommit()
    expect(fw.enforced('D')).toEqual(['192.0.2.1'])
    expect(await ask({ type: 'op', cmd: '<show><object><dynamic-address-group><all></all></dynamic-address-group></object></show>' })).toBe(
      "<response status=\"success\"><result><dyn-addr-grp><entry><vsys>vsys1</vsys><group-name>D</group-name><filter>'bad' or 'worse'</filter>" +
        '<member-list><entry name="192.0.2.1" type="registered-ip"/></member-list></entry></dyn-addr-grp></result></response>',
    )
  })

  it('belong to a vsys', async () => {
    const fw = await start({ multiVsys: true })
    const ask = await login(fw)
    await ask({ ...register(entry('192.0.2.1', 'bad')), vsys: 'vsys2' })
    expect([fw.registeredIps('vsys1'), fw.registeredIps('vsys2')].map(({ length }) => length)).toEqual([0, 1])
  })
})

describe('a filter', () => {
  it.each([
    ["'a'", ['a'], true],
    ["'a' and 'b'", ['a'], false],
    ["'a' or 'b' and 'c'", ['a'], true],
    ["('a' or 'b') and 'c'", ['a'], false],
    ['"a b" or c', ['c'], true],
    ["not 'a'", ['a'], false],
  ])('%s with %j holds: %s', (filter, tags, holds) => {
    expect(filterHolds(filter, new Set(tags))).toBe(holds)
  })
})
