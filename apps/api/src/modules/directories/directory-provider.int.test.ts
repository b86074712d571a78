import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { ADMINISTRATOR, composeDirectories, directoryInput, type Directories } from '../../../../../test/support/directory-bench.js'
import { BLIND, PEOPLE, personDn, READER, SUFFIX } from '../../../../../test/support/directory-people.js'
import { HOSTILE_NAMES } from '../../../../../test/support/hostile-names.js'
import { slapdProgram, startSlapd, type Slapd } from '../../../../../test/support/slapd.js'
import { startTcpProxy, type TcpProxy } from '../../../../../test/support/tcp-proxy.js'
import { canonicalObservable, type LookupAnswer } from '../enrichment/index.js'
import type { PersonFacts } from './person.js'

const program = slapdProgram()

// Without slapd (Debian: slapd) nothing here can run; CI fails then.
describe.skipIf(program === undefined)('with OpenLDAP', () => {
  let database: TestDatabase
  let ldap: Slapd
  let bench: Directories

  beforeAll(async () => {
    database = await createTestDatabase()
    ldap = await startSlapd(program!, { refuseAnonymous: true })
  })
  afterAll(async () => {
    await ldap?.stop()
    await database?.drop()
  })
  beforeEach(async () => {
    bench = composeDirectories(database)
    await bench.registry.start()
  })
  afterEach(async () => {
    await bench.registry.stop()
    await database.prisma.directory.deleteMany()
  })

  const setUp = (more: Readonly<Record<string, unknown>> = {}) => bench.service.create(ADMINISTRATOR, directoryInput(ldap.url, more))
  const ask = async (user: string): Promise<LookupAnswer> => {
    const value = canonicalObservable('USER', user) ?? user
    const [answer] = await bench.provider.ask([{ kind: 'USER', value }], new AbortController().signal)
    return answer!
  }
  const nameOf = (answer: LookupAnswer): string | undefined =>
    answer.kind === 'known' ? (answer.facts as PersonFacts).displayName : answer.kind
  const who = async (user: string) => nameOf(await ask(user))
  const accepts = (value: string) => bench.provider.accepts({ kind: 'USER', value })

  it('is switched off without a directory', async () => {
    expect(await bench.provider.pace()).toBeUndefined()
    expect(await accepts('corp\\jdoe')).toBe(false)
    const { id } = await setUp({ enabled: false })
    expect(await bench.provider.pace()).toBeUndefined()
    await bench.service.update(ADMINISTRATOR, { id, expectedVersion: 1, enabled: true })
    expect(await bench.provider.pace()).toEqual({ concurrency: 2 })
    expect(await accepts('corp\\jdoe')).toBe(true)
  })

  it('knows a person with all that is told', async () => {
    await setUp({ nestedGroups: true, cacheSeconds: 7_200 })
    expect(await ask('CORP\\JDoe')).toEqual({
      kind: 'known',
      expiresInSeconds: 7_200,
      facts: {
        displayName: 'Jane Doe',
        mail: 'jane.doe@corp.example',
        title: 'Accountant',
        department: 'Finance',
        company: 'Corp Example GmbH',
        office: '2.11',
        city: 'Berlin',
        phone: '+49 30 5550101',
        mobile: '+49 170 5550101',
        manager: 'Martina Lang',
        groups: ['Finance staff', 'Sales, EMEA', 'All staff', 'Everybody', 'Round and round'],
        accountState: 'UNKNOWN',
        photo: expect.stringMatching(/^data:image\/jpeg;base64,/) as string,
        distinguishedName: personDn('jdoe'),
        directory: 'Corp',
        directoryId: expect.any(Number) as number,
      },
    })
  })

  it.each([
    ['corp\\jdoe', 'Jane Doe'],
    ['jdoe@corp.example', 'Jane Doe'],
    ['jane.doe@corp.example', 'Jane Doe'],
    ['jdoe', 'Jane Doe'],
    [personDn('jdoe'), 'Jane Doe'],
    ['corp\\zmueller', 'Zoë Müller'],
    ['lilei@corp.example', '雷 李'],
    ["corp\\k.o'brien", "Kate O'Brien"],
    ['corp\\nobody', 'unknown'],
    ['corp\\twin', 'failed'],
    ['twin.one@corp.example', 'Twin One'],
    [`uid=nobody,${PEOPLE}`, 'unknown'],
  ])('%s is %s', async (user, name) => {
    await setUp()
    expect(await who(user)).toBe(name)
  })

  it.each(['nt-authority\\system', 'x-fwd-for: 192.0.2.1', 'corp\\pc-0815$', 'unknown'])('%s is not asked about', async user => {
    await setUp()
    expect(await accepts(user)).toBe(false)
    expect(await ask(user)).toMatchObject({ kind: 'failed' })
  })

  it.each([
    ['rbraun', { accountState: 'EXPIRED' }],
    ['tlocke', { accountState: 'LOCKED' }],
    ['vshade', { accountState: 'ACTIVE' }],
    ['lilei', { manager: 'oops', groups: ['Engineering'], title: '工程师', city: '上海' }],
    ['nimage', { displayName: 'Nora Image', photo: undefined }],
    ['bimage', { displayName: 'Bert Image', photo: undefined }],
  ])('%s: %j', async (user, facts) => {
    await setUp()
    expect(await ask(user)).toMatchObject({ kind: 'known', facts })
  })

  it('takes groups in pages, and no more than 200', async () => {
    await setUp({ nestedGroups: true })
    const answer = await ask('groupie')
    const { groups } = (answer as { facts: PersonFacts }).facts
    expect(groups).toHaveLength(200)
    expect(new Set(groups).size).toBe(200)
  })

  it.each([
    ['pparker', { displayName: 'Domain pparker', department: 'Press', company: 'Corp Example GmbH', accountState: 'ACTIVE' }],
    ['pparker@ad.corp.example', { displayName: 'Domain pparker' }],
    ['gone', { accountState: 'DISABLED' }],
    ['locked', { accountState: 'LOCKED' }],
    ['expired', { accountState: 'EXPIRED' }],
  ])('by the names of Active Directory, %s: %j', async (user, facts) => {
    await setUp({ preset: 'ACTIVE_DIRECTORY' })
    expect(await ask(`ad\\${user}`)).toMatchObject({ kind: 'known', facts })
  })

  it('says that several match', async () => {
    await setUp()
    expect(await ask('twin')).toEqual({ kind: 'failed', reason: 'Corp: 2 entries match. Make the filter narrower' })
    await database.prisma.directory.deleteMany()
    bench.registry.forget()
    await setUp({ userFilter: '(|(employeeType=crowd)(uid={user}))' })
    expect(await ask('jdoe')).toEqual({ kind: 'failed', reason: 'Corp: more than 5 entries match. Make the filter narrower' })
  })

  it('finds hostile names exactly, or nobody', async () => {
    await setUp()
    const found = new Map<string, string | undefined>()
    for (const name of HOSTILE_NAMES) found.set(name, await who(name))
    const others = [...found].filter(([, name]) => name !== 'unknown' && name !== 'failed')
    // Those that NFKC makes into 'jdoe' or that name jdoe's domain differently are jdoe; nobody else is anybody.
    for (const [name, told] of others) {
      expect({ name, told }).toEqual({ name, told: 'Jane Doe' })
      expect((canonicalObservable('USER', name) ?? name).replaceAll(/[^a-z]/g, '')).toContain('jdoe')
    }
    expect(found.size).toBeGreaterThan(200)
    expect(await who('corp\\a*b')).toBe('Asta Risk')
    expect(await who('corp\\paren(s)')).toBe('Parry Enns')
  })

  describe('several directories', () => {
    const unreachable = 'ldap://127.0.0.1:1'
    it('are asked by domain', async () => {
      await setUp({ name: 'A', domains: ['corp', 'corp.example'] })
      await setUp({ name: 'B', domains: ['sub'], baseDn: `ou=Two,${SUFFIX}` })
      expect(await who('corp\\jdoe')).toBe('Jane Doe')
      expect(await who('sub\\jdoe')).toBe('unknown')
      expect(await who('sub\\twin')).toBe('Twin Two')
      expect(await who('jdoe')).toBe('Jane Doe')
      expect(await accepts('partner\\jdoe')).toBe(false)
      await setUp({ name: 'C', baseDn: `ou=One,${SUFFIX}` })
      expect(await who('partner\\twin')).toBe('Twin One')
    })

    it('do not guess when one is away', async () => {
      await setUp({ name: 'A' })
      await setUp({ name: 'B', urls: [unreachable] })
      expect(await who('jdoe')).toBe('Jane Doe')
      expect(await ask('nobody')).toMatchObject({
        kind: 'later',
        reason: expect.stringContaining('B: 127.0.0.1:1: connect ECONNREFUSED') as string,
      })
    })

    it('fail as a whole when all are away', async () => {
      await setUp({ name: 'A', urls: [unreachable] })
      await setUp({ name: 'B', urls: [unreachable] })
      await expect(ask('jdoe')).rejects.toMatchObject({ name: 'ProviderFault', fault: 'UNAVAILABLE' })
    })

    it('do not stop for the wrong password of one', async () => {
      await setUp({ name: 'A', bindPassword: 'wrong' })
      await setUp({ name: 'B' })
      expect(await who('jdoe')).toBe('Jane Doe')
      expect(await ask('nobody')).toMatchObject({
        kind: 'failed',
        reason: expect.stringContaining('the bind DN or the password is wrong') as string,
      })
    })
  })

  describe('refusals', () => {
    it.each([
      ['a wrong password', { bindPassword: 'wrong' }, 'the bind DN or the password is wrong'],
      ['nobody bound', { bindDn: '', bindPassword: '' }, 'the directory does not take a bind of this kind (anonymous?)'],
    ])('%s: credentials', async (_, more, message) => {
      await setUp(more)
      await expect(ask('jdoe')).rejects.toMatchObject({ fault: 'CREDENTIALS', message: expect.stringContaining(message) as string })
    })

    it.each([
      ['a bind DN that may not read', { bindDn: BLIND.dn, bindPassword: BLIND.password }],
      ['a base DN that is not there', { baseDn: 'ou=Nowhere,dc=corp,dc=example' }],
    ])('%s: failed, in words', async (_, more) => {
      await setUp(more)
      expect(await ask('jdoe')).toMatchObject({
        kind: 'failed',
        reason: expect.stringContaining('there is no such base DN, or the bind DN may not read it') as string,
      })
    })

    it('a referral is told and not followed', async () => {
      await setUp({ baseDn: `ou=Elsewhere,${SUFFIX}` })
      expect(await ask('jdoe')).toMatchObject({ kind: 'failed', reason: expect.stringContaining('refers to another server') as string })
    })

    it('a refused bind is not repeated until the settings change', async () => {
      const { id } = await setUp({ bindPassword: 'wrong' })
      await expect(ask('jdoe')).rejects.toMatchObject({ fault: 'CREDENTIALS' })
      await ldap.kill()
      try {
        await expect(ask('jdoe')).rejects.toMatchObject({ fault: 'CREDENTIALS' })
      } finally {
        await ldap.start()
      }
      await bench.service.update(ADMINISTRATOR, { id, expectedVersion: 1, bindPassword: READER.password })
      expect(await who('jdoe')).toBe('Jane Doe')
    })
  })

  describe('TLS', () => {
    const pem = () => ldap.certificate.caPem
    it.each([
      ['ldaps, CA', () => ({ urls: [ldap.secureUrl], tlsTrust: 'CA', tlsCaPem: pem() }), 'Jane Doe'],
      ['ldaps, pinned', () => ({ urls: [ldap.secureUrl], tlsTrust: 'PINNED', tlsFingerprint: ldap.certificate.fingerprint }), 'Jane Doe'],
      ['StartTLS, CA', () => ({ startTls: true, tlsTrust: 'CA', tlsCaPem: pem() }), 'Jane Doe'],
      ['StartTLS, pinned', () => ({ startTls: true, tlsTrust: 'PINNED', tlsFingerprint: ldap.certificate.fingerprint }), 'Jane Doe'],
    ])('%s', async (_, more, name) => {
      await setUp(more())
      expect(await who('jdoe')).toBe(name)
    })

    it.each([
      ['ldaps, untrusted', () => ({ urls: [ldap.secureUrl] }), 'certificate'],
      ['StartTLS, untrusted', () => ({ startTls: true }), 'certificate'],
      [
        'another one pinned',
        () => ({ startTls: true, tlsTrust: 'PINNED', tlsFingerprint: 'AB'.repeat(32) }),
        'another certificate than the pinned one',
      ],
      ['no TLS behind ldaps', () => ({ urls: [ldap.url.replace('ldap:', 'ldaps:')] }), '127.0.0.1'],
    ])('%s is no connection', async (_, more, message) => {
      await setUp(more())
      await expect(ask('jdoe')).rejects.toMatchObject({ fault: 'UNAVAILABLE', message: expect.stringContaining(message) as string })
    })
  })

  describe('servers that go away', () => {
    let proxy: TcpProxy
    beforeEach(async () => void (proxy = await startTcpProxy({ host: '127.0.0.1', port: ldap.port })))
    afterEach(() => proxy.cut())
    const proxied = () => `ldap://127.0.0.1:${proxy.port}`

    it('the next one is asked, and from then on first', async () => {
      await setUp({ urls: [proxied(), ldap.url] })
      expect(await who('jdoe')).toBe('Jane Doe')
      await proxy.cut()
      expect(await who('lilei')).toBe('雷 李')
      await proxy.mend()
      expect(await who('akaya')).toBe('Ayşe Kaya')
    })

    it('a connection that was lost is opened again', async () => {
      await setUp({ urls: [proxied()] })
      expect(await who('jdoe')).toBe('Jane Doe')
      await proxy.cut()
      await proxy.mend()
      expect(await who('lilei')).toBe('雷 李')
    })

    it('a directory that is away rests before it is asked again', async () => {
      await setUp({ urls: [proxied()] })
      await proxy.cut()
      await expect(ask('jdoe')).rejects.toMatchObject({ fault: 'UNAVAILABLE' })
      await proxy.mend()
      await expect(ask('jdoe')).rejects.toMatchObject({ fault: 'UNAVAILABLE' })
      bench.clock.advance(16_000)
      expect(await who('jdoe')).toBe('Jane Doe')
    })

    it('killed in the midst of look-ups, it leaves them to the next one', async () => {
      const other = await startSlapd(program!)
      try {
        await setUp({ urls: [other.url, ldap.url], nestedGroups: true })
        const people = ['jdoe', 'mlang', 'akaya', 'zmueller', 'groupie', 'lilei', 'rbraun', 'tlocke']
        const answers = [0, 1, 2, 3].flatMap(() => people.map(user => who(`corp\\${user}`)))
        await answers[0]
        await other.kill()
        const names = await Promise.all(answers)
        expect(names.filter(name => name === 'unknown' || name === 'failed' || name === 'later')).toEqual([])
        expect(names.slice(0, 8)).toEqual(names.slice(24))
      } finally {
        await other.stop()
      }
    })
  })
})
