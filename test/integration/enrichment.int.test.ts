import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ATTACKERS } from '../demo/cast.js'
import { becomeAdministrator, createSource, listenerPorts, type ApiClient } from '../support/api-client.js'
import { startApp, type App } from '../support/app.js'
import { READER, SUFFIX } from '../support/directory-people.js'
import { startProviderSimulators, type ProviderSimulators } from '../support/providers/index.js'
import { slapdProgram, startSlapd, type Slapd } from '../support/slapd.js'
import { threatLine } from '../support/syslog-lines.js'
import { until } from '../support/until.js'

const program = slapdProgram()
const KEY = 'k'.repeat(40)
const ATTACKER = ATTACKERS[0]?.address ?? ''

describe.skipIf(program === undefined)('a server that knows', () => {
  let folder: string
  let slapd: Slapd
  let providers: ProviderSimulators
  let app: App
  let client: ApiClient

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sallyport-know-'))
    await mkdir(path.join(folder, 'feeds'))
    await writeFile(path.join(folder, 'feeds/bad.txt'), `# made up\n${ATTACKER}\n`)
    ;[slapd, providers] = await Promise.all([startSlapd(program ?? ''), startProviderSimulators({ keys: [KEY] })])
    app = await startApp({ from: 'source', dataDir: folder })
    client = await becomeAdministrator(app)
  }, 120_000)
  afterAll(async () => {
    await app?.stop()
    await Promise.all([slapd?.stop(), providers?.stop()])
    await rm(folder, { recursive: true, force: true })
  })

  /** A mutation that must not be refused. */
  const mutate = async (name: string, input: object) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`
    const answer = await client.ask<Record<string, { userErrors: unknown[] }>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { message field } } }`,
      { input },
    )
    expect(answer[name]?.userErrors, name).toEqual([])
  }

  const setUp = async () => {
    await createSource(client)
    await mutate('directoryCreate', {
      name: 'Corp',
      preset: 'OPENLDAP',
      urls: [slapd.url],
      bindDn: READER.dn,
      bindPassword: READER.password,
      baseDn: SUFFIX,
    })
    const update = (type: string, url: string) =>
      mutate('reputationProviderUpdate', { type, expectedVersion: 0, enabled: true, apiKey: KEY, baseUrl: url, perMinute: 600 })
    await update('ABUSEIPDB', providers.abuseIpdb.url)
    await update('VIRUSTOTAL', providers.virusTotal.url)
    await mutate('namedNetworkCreate', { network: '10.20.0.0/16', name: 'Office Berlin' })
    await mutate('feedCreate', { name: 'Made-up feed', kind: 'ADDRESS', location: 'bad.txt' })
  }

  interface Seen {
    readonly role: string
    readonly observable: {
      readonly value: string
      readonly place: { network: { name: string } | null } | null
      readonly notAskedOutside: string | null
      readonly person: { displayName: string | null; department: string | null; manager: string | null; photo: string | null } | null
      readonly reputation: { score: number | null; evidence: { source: string; state: string }[] } | null
    }
  }

  const seen = async (): Promise<Map<string, Seen['observable']>> => {
    const { incidents } = await client.ask<{ incidents: { nodes: { observables: Seen[] }[] } }>(
      `{ incidents(first: 1) { nodes { observables { role alerts observable { kind value notAskedOutside place { network { name } }
        person { displayName department manager photo } reputation { score evidence { source state } } } } } } }`,
    )
    return new Map(incidents.nodes[0]?.observables.map(({ role, observable }) => [`${role} ${observable.value}`, observable]))
  }

  it('tells of an alert, soon after it came, who, where and how bad', async () => {
    await setUp()
    const { TCP } = await listenerPorts(client)
    const socket = connect(TCP, '127.0.0.1')
    await once(socket, 'connect')
    socket.end(
      `${threatLine({ src: ATTACKER, dst: '10.20.0.5', dstuser: 'CORP\\jdoe', dst_host: 'LAPTOP-7', severity: 'critical' }, Date.now())}\n`,
    )
    const known = await until(
      async () => {
        const observables = await seen()
        const answered = observables.get(`ATTACKER ${ATTACKER}`)?.reputation?.evidence.filter(({ state }) => state === 'KNOWN')
        const person = observables.get('USER corp\\jdoe')?.person
        return answered?.length === 3 && person?.displayName ? observables : undefined
      },
      { deadlineMs: 30_000, what: () => `answers; the server printed:\n${app.output()}` },
    )
    const attacker = known.get(`ATTACKER ${ATTACKER}`)
    expect(attacker?.reputation?.score).toBeGreaterThan(60)
    expect(attacker?.reputation?.evidence.map(({ source }) => source).sort()).toEqual(['AbuseIPDB', 'Made-up feed', 'VirusTotal'])
    expect(known.get('USER corp\\jdoe')?.person).toMatchObject({
      displayName: 'Jane Doe',
      department: 'Finance',
      manager: 'Martina Lang',
      photo: expect.stringMatching(/^data:image\/jpeg;base64,/) as unknown,
    })
    expect(known.get('TARGET 10.20.0.5')).toMatchObject({ place: { network: { name: 'Office Berlin' } }, reputation: { score: null } })
    expect(known.get('TARGET 10.20.0.5')?.notAskedOutside).not.toBeNull()
    expect(known.has('HOST laptop-7')).toBe(true)
    // One question each, and none about our own network.
    const asked = [...providers.abuseIpdb.server.journal, ...providers.virusTotal.server.journal].map(question => question.path)
    expect(asked).toHaveLength(2)
    expect(asked.every(question => question.includes(ATTACKER))).toBe(true)
  })

  it('finds it by the department of its user', async () => {
    const count = async (text: string) => {
      const { alerts, incidents } = await client.ask<Record<'alerts' | 'incidents', { totalCount: number }>>(
        `query ($text: String!) { alerts(first: 1, filter: { text: $text }) { totalCount } incidents(first: 1, filter: { text: $text }) { totalCount } }`,
        { text },
      )
      return [alerts.totalCount, incidents.totalCount]
    }
    expect(await count('department:Finance')).toEqual([1, 1])
    expect(await count('manager:"Martina Lang" laptop-7')).toEqual([1, 0])
    expect(await count('department:Logistics')).toEqual([0, 0])
  })

  it('counts it on the page of its attacker', async () => {
    const { observable } = await client.ask<{ observable: unknown }>(
      `{ observable(kind: ADDRESS, value: "${ATTACKER}") { activity(days: 7) { alerts roles { role alerts } } incidents(first: 5) { totalCount } lists { name } } }`,
    )
    expect(observable).toEqual({
      activity: { alerts: 1, roles: [{ role: 'ATTACKER', alerts: 1 }] },
      incidents: { totalCount: 1 },
      lists: [],
    })
  })
})
