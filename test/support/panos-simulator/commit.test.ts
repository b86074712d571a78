import { afterEach, describe, expect, it } from 'vitest'
import { until } from '../until.js'
import { VSYS1, startPanosPair, startPanosSimulator, type PanosSimulator, type SimulatorOptions } from './index.js'
import { login } from './raw-client.js'

const running: PanosSimulator[] = []
const ADMINS = [
  { name: 'admin', password: 'admin' },
  { name: 'alice', password: 'alice' },
  { name: 'robot', password: 'robot', role: { name: 'api', may: ['config', 'commit', 'op', 'user-id'] as const } },
]
async function start(options?: SimulatorOptions): Promise<PanosSimulator> {
  const simulator = await startPanosSimulator({ admins: ADMINS, commitMs: 1, ...options })
  running.push(simulator)
  return simulator
}
afterEach(async () => {
  for (const simulator of running.splice(0)) await simulator.stop()
})

const COMMIT = { type: 'commit', cmd: '<commit></commit>' }
const mine = (admin: string) => ({
  type: 'commit',
  cmd: `<commit><description>3 incidents</description><partial><admin><member>${admin}</member></admin></partial></commit>`,
})
const op = (cmd: string, more: Record<string, string> = {}) => ({ type: 'op', cmd, ...more })
const job = (id: number) => op(`<show><jobs><id>${id}</id></jobs></show>`)
const address = (name: string, value = '192.0.2.1') => `<entry name="${name}"><ip-netmask>${value}</ip-netmask></entry>`
const set = (xpath: string, element: string) => ({ type: 'config', action: 'set', xpath: `${VSYS1}/${xpath}`, element })

type Ask = Awaited<ReturnType<typeof login>>
const finished = (ask: Ask, id: number) =>
  until(async () => {
    const answer = await ask(job(id))
    return answer.includes('<status>FIN</status>') && answer
  })

describe('a commit', () => {
  it('is a job that goes from ACT to FIN and makes the candidate the running configuration', async () => {
    const fw = await start()
    const ask = await login(fw)
    fw.faults.holdCommits = true
    await ask(set('address', address('a')))
    expect(await ask(COMMIT)).toBe(
      '<response status="success" code="19"><result><msg><line>Commit job enqueued with jobid 1</line></msg><job>1</job></result></response>',
    )
    expect(await until(async () => (await ask(job(1))).includes('<status>ACT</status>') && (await ask(job(1))))).toMatch(
      /<queued>NO<\/queued><stoppable>yes<\/stoppable><result>PEND<\/result><tfin>Still Active<\/tfin>.*<progress>\d+<\/progress>/,
    )
    expect(fw.running().names(`${VSYS1}/address/entry`)).toEqual([])
    fw.faults.holdCommits = false
    expect(await finished(ask, 1)).toMatch(
      /<result>OK<\/result>.*<progress>100<\/progress><details>.*<line>Configuration committed successfully<\/line><\/details>/,
    )
    expect(fw.running().names(`${VSYS1}/address/entry`)).toEqual(['a'])
    expect(fw.candidate().xml(`${VSYS1}/address/entry[@name='a']`)).toBe('<entry name="a"><ip-netmask>192.0.2.1</ip-netmask></entry>')
    expect(fw.pendingChanges()).toEqual([])
  })

  it('takes what was there when it was queued, not what came later', async () => {
    const fw = await start()
    const ask = await login(fw)
    fw.faults.holdCommits = true
    await ask(set('address', address('a')))
    await ask(COMMIT)
    await ask(set('address', address('b')))
    fw.faults.holdCommits = false
    await fw.waitForCommit()
    expect(fw.running().names(`${VSYS1}/address/entry`)).toEqual(['a'])
    expect(fw.pendingChanges()).toMatchObject([{ path: `${VSYS1}/address/entry[@name='b']`, owner: 'admin', action: 'CREATE' }])
  })

  it('leaves a value pending that was changed again while the commit ran', async () => {
    const fw = await start()
    const ask = await login(fw)
    fw.faults.holdCommits = true
    await ask(set('address', address('a', '192.0.2.1')))
    await ask(COMMIT)
    await ask({ type: 'config', action: 'edit', xpath: `${VSYS1}/address/entry[@name='a']`, element: address('a', '192.0.2.2') })
    fw.faults.holdCommits = false
    await fw.waitForCommit()
    expect(fw.running().texts(`${VSYS1}/address/entry/ip-netmask`)).toEqual(['192.0.2.1'])
    expect(fw.pendingChanges()).toHaveLength(1)
    await ask(COMMIT)
    await fw.waitForCommit()
    expect(fw.running().texts(`${VSYS1}/address/entry/ip-netmask`)).toEqual(['192.0.2.2'])
  })

  it("leaves out what others put into an administrator's new group", async () => {
    const fw = await start()
    const ask = await login(fw)
    await ask(set('address', `${address('a')}${address('b')}`))
    await ask(set("address-group/entry[@name='G']", '<static><member>a</member></static>'))
    fw.actAs('alice').set(`${VSYS1}/address-group/entry[@name='G']/static`, '<member>b</member>')
    await ask(mine('admin'))
    await fw.waitForCommit()
    const members = `${VSYS1}/address-group/entry[@name='G']/static/member`
    expect([fw.running().texts(members), fw.candidate().texts(members)]).toEqual([['a'], ['a', 'b']])
    expect(fw.pendingChanges()).toMatchObject([{ owner: 'alice', path: `${members}[text()='b']` }])
  })

  it("takes one administrator's changes alone when it is partial", async () => {
    const fw = await start()
    const ask = await login(fw)
    fw.actAs('alice').set(`${VSYS1}/address`, address('alices'))
    await ask(set('address', address('mine')))
    await ask(mine('admin'))
    expect((await fw.waitForCommit()).outcome?.details[0]).toBe(
      'Partial changes to commit: changes to configuration by administrators: admin',
    )
    expect(fw.running().names(`${VSYS1}/address/entry`)).toEqual(['mine'])
    expect(fw.pendingChanges()).toMatchObject([{ owner: 'alice' }])
  })

  it("takes others' members along when a parent of theirs was replaced: the trap of edit", async () => {
    const fw = await start()
    const ask = await login(fw)
    await ask(set('address', `${address('a')}${address('b')}`))
    await ask(set("address-group/entry[@name='G']", '<static><member>a</member></static>'))
    await ask(COMMIT)
    await fw.waitForCommit()
    fw.actAs('alice').set(`${VSYS1}/address-group/entry[@name='G']/static`, '<member>b</member>')
    await ask({
      type: 'config',
      action: 'edit',
      xpath: `${VSYS1}/address-group/entry[@name='G']/static`,
      element: '<static><member>a</member><member>b</member></static>',
    })
    expect(fw.pendingChanges().map(({ owner }) => owner)).toEqual(['admin'])
    await ask(mine('admin'))
    await fw.waitForCommit()
    expect(fw.running().texts(`${VSYS1}/address-group/entry[@name='G']/static/member`)).toEqual(['a', 'b'])
  })

  it('fails when it refers to what another administrator has not committed, and keeps the candidate', async () => {
    const fw = await start()
    const ask = await login(fw)
    fw.actAs('alice').set(`${VSYS1}/address`, address('alices'))
    await ask(set("address-group/entry[@name='G']", '<static><member>alices</member></static>'))
    await ask(mine('admin'))
    const { outcome } = await fw.waitForCommit()
    expect(outcome).toMatchObject({ result: 'FAIL' })
    expect(outcome?.details).toContain("address-group -> G -> static 'alices' is not a valid reference")
    expect(fw.pendingChanges()).toHaveLength(2)
  })

  it.each([
    ['msg', '<response status="success" code="19"><msg>There are no changes to commit.</msg></response>'],
    ['result-msg', '<response status="success" code="19"><result><msg>There are no changes to commit.</msg></result></response>'],
  ] as const)('says that there is nothing to do, in the shape %s', async (shape, answer) => {
    const fw = await start()
    const ask = await login(fw)
    fw.faults.noChangeShape = shape
    expect(await ask(COMMIT)).toBe(answer)
  })

  it('says it with code 13 to an administrator of a custom role', async () => {
    const fw = await start()
    const ask = await login(fw, 'robot', 'robot')
    expect(await ask(COMMIT)).toContain(
      '<response status="success" code="13"><msg>The result of this commit would be the same as the previous',
    )
  })

  it('fails with details on demand', async () => {
    const fw = await start()
    const ask = await login(fw)
    fw.faults.failCommits = 1
    await ask(set('address', address('a')))
    await ask(COMMIT)
    expect(await finished(ask, 1)).toMatch(
      /<result>FAIL<\/result>.*decryption: forward decrypt trust cert is not configured.*<line>Commit failed<\/line>/,
    )
    expect(fw.pendingChanges()).toHaveLength(1)
  })

  it('may turn into a Failed-Job that has neither id nor status', async () => {
    const fw = await start()
    const ask = await login(fw)
    fw.faults.failedJobs = 1
    await ask(set('address', address('a')))
    await ask(COMMIT)
    await fw.waitForCommit()
    const failed = '<job><type>Failed-Job</type><details><line>job failed because of configd restart</line></details><warnings/></job>'
    expect(await ask(job(1))).toBe(`<response status="success"><result>${failed}</result></response>`)
    expect(await ask(op('<show><jobs><all/></jobs></show>'))).toContain(failed)
    expect(fw.running().names(`${VSYS1}/address/entry`)).toEqual([])
  })

  it('may vanish although it took effect, and its polls may time out', async () => {
    const fw = await start()
    const ask = await login(fw)
    fw.faults.vanishingJobs = 1
    await ask(set('address', address('a')))
    await ask(COMMIT)
    await fw.waitForCommit()
    expect(await ask(job(1))).toBe('<response status="error" code="7"><msg><line>job 1 not found</line></msg></response>')
    expect(fw.running().names(`${VSYS1}/address/entry`)).toEqual(['a'])
    fw.faults.sessionTimeouts = 1
    expect(await ask(job(1))).toBe('<response status="error" code="22"><msg><line>Session timed out</line></msg></response>')
  })

  it('is refused when the queue is full, when the device is busy and while Panorama commits', async () => {
    const fw = await start()
    const ask = await login(fw)
    fw.faults.holdCommits = true
    fw.faults.commitQueueMax = 1
    for (const name of ['a', 'b']) {
      await ask(set('address', address(name)))
      await ask(COMMIT)
      await until(async () => (await ask(job(1))).includes('<status>ACT</status>'))
    }
    expect(await ask(job(2))).toMatch(/<status>PEND<\/status><queued>YES<\/queued>.*<positionInQ>1<\/positionInQ>/)
    await ask(set('address', address('c')))
    expect(await ask(COMMIT)).toContain('Commit queue is full')
    fw.faults.commitBusy = 'Another commit/validate is in progress. Please try again later'
    expect(await ask(COMMIT)).toContain('<line>Another commit/validate is in progress. Please try again later</line>')
    fw.faults.commitBusy = undefined
    fw.faults.panoramaCommits = true
    expect(await ask(COMMIT)).toContain('A commit is in progress.')
    expect(await ask(set('address', address('d')))).toContain('A commit is in progress.')
  })

  it('warns of external lists without certificate profile', async () => {
    const fw = await start()
    const ask = await login(fw)
    fw.faults.commitWarnings = ['Interface loopback.645 has no zone configuration.']
    await ask(set("external-list/entry[@name='E']", '<type><ip><url>https://192.0.2.1/x</url><recurring><hourly/></recurring></ip></type>'))
    await ask(COMMIT)
    const answer = await finished(ask, 1)
    expect(answer).toContain('<line>External Dynamic List E is configured with no certificate profile.')
    expect(answer).toContain('<line>Interface loopback.645 has no zone configuration.</line></warnings>')
  })

  it('validates without changing anything', async () => {
    const fw = await start()
    const ask = await login(fw)
    await ask(set('address', address('a')))
    await ask(op('<validate><full></full></validate>'))
    expect(await finished(ask, 1)).toMatch(/<type>Validate<\/type>.*<result>OK<\/result>/)
    expect(fw.pendingChanges()).toHaveLength(1)
  })
})

describe('locks', () => {
  it('are taken once, shown, and released by their owner', async () => {
    const fw = await start()
    const ask = await login(fw)
    const alice = await login(fw, 'alice', 'alice')
    const add = op('<request><config-lock><add><comment>push</comment></add></config-lock></request>')
    expect(await ask(add)).toBe(
      '<response status="success"><result>Successfully acquired lock. Other administrators will not be able to modify configuration until lock is released by admin.</result></response>',
    )
    expect(await ask(add)).toContain('You already own a config lock for scope shared')
    expect(await alice(add)).toContain('<line>Config lock is already held by admin</line>')
    expect(await alice(set('address', address('a')))).toContain('Config for scope shared is currently locked by admin')
    expect(await alice(COMMIT)).toContain('Configuration is locked by admin')
    expect(await ask(op('<show><config-locks/></show>'))).toContain(
      '<config-locks><entry name="admin"><type>shared</type><name>shared</name>',
    )
    expect(await alice(op('<request><config-lock><remove/></config-lock></request>'))).toContain(
      'Config is not currently locked for scope shared',
    )
    expect(await ask(op('<request><config-lock><remove/></config-lock></request>'))).toBe(
      '<response status="success"><result>Config lock released for admin</result></response>',
    )
  })

  it('of others stop a commit with code 14', async () => {
    const fw = await start()
    const ask = await login(fw)
    fw.actAs('alice').takeCommitLock()
    await ask(set('address', address('a')))
    expect(await ask(COMMIT)).toBe(
      '<response status="error" code="14"><msg><line>Other administrators are holding device wide commit locks.</line></msg></response>',
    )
    fw.actAs('alice').releaseLocks()
    expect(await ask(COMMIT)).toContain('<job>1</job>')
  })
})

describe('pending changes', () => {
  it('are listed with path, owner and action, and taken back for one administrator or all', async () => {
    const fw = await start()
    const ask = await login(fw)
    expect(await ask(op('<check><pending-changes></pending-changes></check>'))).toBe(
      '<response status="success"><result>no</result></response>',
    )
    fw.actAs('alice').set(`${VSYS1}/address`, address('alices'))
    await ask(set('address', address('mine')))
    expect(await ask(op('<show><config><list><changes/></list></config></show>'))).toContain(
      '<entry><xpath>/config/devices/entry[@name=&#39;localhost.localdomain&#39;]/vsys/entry[@name=&#39;vsys1&#39;]/address/entry[@name=&#39;alices&#39;]</xpath>' +
        '<owner>alice</owner><action> CREATE</action><admin-history>alice</admin-history>',
    )
    expect(await ask(op('<check><pending-changes/></check>'))).toBe('<response status="success"><result>yes</result></response>')
    await ask(op('<revert><config><partial><admin><member>admin</member></admin></partial></config></revert>'))
    expect(fw.pendingChanges().map(({ owner }) => owner)).toEqual(['alice'])
    await ask(op('<load><config><from>running-config.xml</from></config></load>'))
    expect(fw.pendingChanges()).toEqual([])
    expect(fw.candidate().names(`${VSYS1}/address/entry`)).toEqual([])
  })
})

describe('a reboot', () => {
  it('loses what was not committed, and commits fail until the boot-time one is over', async () => {
    const fw = await start()
    const ask = await login(fw)
    await ask(set('address', address('a')))
    fw.faults.holdCommits = true
    fw.reboot()
    expect(fw.pendingChanges()).toEqual([])
    await until(async () => (await ask(set('address', address('b')))).includes('success'))
    expect(await ask(COMMIT)).toContain('<job>2</job>')
    fw.faults.holdCommits = false
    const answer = await finished(ask, 2)
    expect(answer).toMatch(/<result>FAIL<\/result>.*Client logrcvr registered in the middle of a commit\/validate/)
    expect(await ask(op('<show><jobs><all/></jobs></show>'))).toContain('<type>AutoCom</type>')
    expect(await ask(COMMIT)).toContain('<job>3</job>')
    expect((await fw.waitForCommit()).outcome?.result).toBe('FAIL')
    expect((await fw.waitForCommit()).outcome?.result).toBe('OK')
  })
})

describe('a pair', () => {
  it('synchronises what is committed, refuses changes on the passive one, and fails over', async () => {
    const [active, passive] = await startPanosPair({ admins: ADMINS, commitMs: 1 })
    running.push(active, passive)
    const [ask, askPassive] = [await login(active), await login(passive)]
    await ask(set('address', address('a')))
    expect(passive.candidate().names(`${VSYS1}/address/entry`)).toEqual([])
    await ask(COMMIT)
    await active.waitForCommit()
    expect(passive.running().names(`${VSYS1}/address/entry`)).toEqual(['a'])
    expect(await askPassive(set('address', address('b')))).toContain('<response status="error" code="15">')
    const state = op('<show><high-availability><state></state></high-availability></show>')
    expect(await askPassive(state)).toMatch(
      /<enabled>yes<\/enabled><group>.*<local-info>.*<state>passive<\/state>.*<peer-info>.*<state>active<\/state>.*<running-sync>synchronized</,
    )
    active.failOver(true)
    expect([active.haState, passive.haState]).toEqual(['suspended', 'active'])
    expect(await askPassive(set('address', address('b')))).toContain('command succeeded')
  })

  it('tells when the peer was not brought in line', async () => {
    const [active, passive] = await startPanosPair({ admins: ADMINS, commitMs: 1 })
    running.push(active, passive)
    active.faults.haSyncFails = true
    active.actAs('alice').set(`${VSYS1}/address`, address('a'))
    await active.actAs('alice').commit()
    const ask = await login(active)
    expect(await ask(op('<show><high-availability><state/></high-availability></show>'))).toContain(
      '<running-sync>not synchronized</running-sync>',
    )
    active.faults.haSyncFails = false
    expect(
      await ask(op('<request><high-availability><sync-to-remote><running-config/></sync-to-remote></high-availability></request>')),
    ).toContain('HA synchronization job has been queued on peer.')
    expect(passive.running().names(`${VSYS1}/address/entry`)).toEqual(['a'])
  })

  it('is none for a device alone', async () => {
    const ask = await login(await start())
    expect(await ask(op('<show><high-availability><state/></high-availability></show>'))).toBe(
      '<response status="success"><result><enabled>no</enabled></result></response>',
    )
  })
})

describe('a Panorama', () => {
  it('pushes to its firewalls in a job that ends before they do', async () => {
    const [one, two] = [await start({ serial: '001', hostname: 'fw-1' }), await start({ serial: '002', hostname: 'fw-2' })]
    const panorama = await start({ panorama: { deviceGroups: { DG: ['001', '002'] } } })
    panorama.manage(one)
    panorama.manage(two)
    panorama.planPush('002', { result: 'FAIL', lines: ['Validation Error:', " address -> a 'a' is already in use"] })
    const ask = await login(panorama)
    const group = "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='DG']"
    const at = (xpath: string, element: string) => ({ type: 'config', action: 'set', xpath: `${group}/${xpath}`, element })
    await ask(at('address', address('a', '198.51.100.1')))
    await ask(at("address-group/entry[@name='G']", '<static><member>a</member></static>'))
    await ask(mine('admin'))
    await panorama.waitForCommit()
    expect(one.enforced('G')).toEqual([])
    const push = {
      type: 'commit',
      action: 'all',
      cmd: '<commit-all><shared-policy><device-group><entry name="DG"/></device-group></shared-policy></commit-all>',
    }
    expect(await ask(push)).toContain('<job>2</job>')
    await panorama.waitForCommit()
    expect(await ask(job(2))).toMatch(/<type>CommitAll<\/type><status>FIN<\/status>.*<serial-no>001<\/serial-no>.*<result>PEND<\/result>/)
    const ended = await ask(job(2))
    expect(ended).toMatch(/<serial-no>001<.*<result>OK<\/result>.*<errors><line>Configuration committed successfully<\/line><\/errors>/)
    expect(ended).toMatch(/<serial-no>002<.*<result>FAIL<\/result>.*'a' is already in use/)
    expect([one.enforced('G'), two.enforced('G')]).toEqual([['198.51.100.1'], []])
  })

  it('passes requests on to a firewall that it is told to target', async () => {
    const fw = await start({ serial: '001', hostname: 'fw-1' })
    const panorama = await start({ panorama: { deviceGroups: { DG: ['001'] } } })
    panorama.manage(fw)
    const ask = await login(panorama)
    expect(await ask(op('<show><system><info/></system></show>', { target: '001' }))).toContain('<hostname>fw-1</hostname>')
    expect(await ask(op('<show><system><info/></system></show>', { target: '009' }))).toContain('009 not connected')
    expect(await ask(op('<show><devices><connected/></devices></show>'))).toContain('<serial>001</serial><connected>yes</connected>')
  })
})
