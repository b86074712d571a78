import { once } from 'node:events'
import { createServer, type Server } from 'node:https'
import { type AddressInfo } from 'node:net'
import { ApiError } from './answers.js'
import { ApiServer } from './api-server.js'
import { issueCertificate } from './certificates.js'
import { commit } from './commit.js'
import { configAction } from './config-actions.js'
import { type ConfigNode, lastOf, nodeXml, select } from './config-node.js'
import { Device, type DeviceOptions } from './device.js'
import { enforcedAddresses } from './dynamic-groups.js'
import { type EdlState } from './edl-client.js'
import { type Faults } from './faults.js'
import { type HaState, failOver, joinPair } from './high-availability.js'
import { type Job } from './jobs.js'
import { type SeenRequest } from './journal.js'
import { type PushPlan } from './panorama-push.js'
import { type RegisteredIp } from './registered-ips.js'
import { parseXpath } from './xpath.js'

export interface SimulatorOptions extends DeviceOptions {
  /** 0 or undefined: any free one. */
  readonly port?: number
  readonly host?: string
}

/** A configuration to look at. */
export interface ConfigView {
  /** The first node at the xpath, with marks of change; undefined: there is none. */
  xml(xpath?: string): string | undefined
  /** Names of the entries at the xpath, such as `…/address/entry`. */
  names(xpath: string): string[]
  /** Texts of the nodes at the xpath, such as `…/static/member`. */
  texts(xpath: string): string[]
}

/** Another administrator at work, by hand and not over the API. Refusals are thrown. */
export interface Hand {
  set(xpath: string, element: string): void
  edit(xpath: string, element: string): void
  delete(xpath: string): void
  commit(cmd?: string): Promise<Job>
  takeConfigLock(scope?: string): void
  takeCommitLock(scope?: string): void
  releaseLocks(): void
}

export const VSYS1 = "/config/devices/entry[@name='localhost.localdomain']/vsys/entry[@name='vsys1']"

const DEADLINE_MS = 10_000

/** A PAN-OS device that listens on 127.0.0.1 with TLS. */
export class PanosSimulator {
  readonly device: Device
  caPem = ''
  fingerprint = ''
  port = 0
  readonly host: string
  readonly #api: ApiServer
  readonly #commits: Job[] = []
  #waiting: ((job: Job) => void)[] = []
  #server: Server | undefined

  constructor(private readonly options: SimulatorOptions) {
    this.host = options.host ?? '127.0.0.1'
    this.device = new Device(options)
    this.#api = new ApiServer(this.device, () => this.reboot())
    this.device.jobs.onEnd(job => {
      if (job.type !== 'Commit' && job.type !== 'CommitAll') return
      const waiter = this.#waiting.shift()
      if (waiter) waiter(job)
      else this.#commits.push(job)
    })
  }

  async start(): Promise<void> {
    const certificate = await issueCertificate(this.device.hostname)
    this.caPem = certificate.caPem
    this.fingerprint = certificate.fingerprint
    const server = createServer({ cert: certificate.cert, key: certificate.key }, (request, response) => {
      this.#api.handle(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
    })
    // Clients that trust something else hang up in the middle of the handshake.
    server.on('tlsClientError', () => undefined)
    server.listen(this.options.port ?? 0, this.host)
    await once(server, 'listening')
    this.#server = server
    this.port = (server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    const server = this.#server
    if (server === undefined) return
    this.#server = undefined
    this.device.jobs.clear()
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }

  /** host:port, as a device is entered in the console. */
  get address(): string {
    return `${this.host}:${this.port}`
  }

  get faults(): Faults {
    return this.device.faults
  }

  get journal(): readonly SeenRequest[] {
    return this.#api.journal.requests
  }

  /** The most requests that were in work at the same time. */
  get peakConcurrency(): number {
    return this.#api.journal.peak
  }

  clearJournal(): void {
    this.#api.journal.clear()
  }

  running(): ConfigView {
    return viewOf(() => this.device.store.running)
  }

  candidate(): ConfigView {
    return viewOf(() => this.device.store.candidate)
  }

  /** Uncommitted changes: `{path, owner, action}`. */
  pendingChanges(): readonly { readonly path: string; readonly owner: string; readonly action: string }[] {
    return this.device.store.changes()
  }

  registeredIps(vsys = 'vsys1'): RegisteredIp[] {
    return this.device.registered.list(vsys)
  }

  /** Addresses that the committed group stands for in traffic, static or dynamic. */
  enforced(group: string, scope = 'vsys1'): string[] {
    return enforcedAddresses(group, this.registeredIps(scope), this.device.lookupScopes(this.device.store.running, scope))
  }

  /** Members of the committed URL category. */
  enforcedUrls(category: string, scope = 'vsys1'): string[] {
    const nodes = this.device
      .lookupScopes(this.device.store.running, scope)
      .map(node => node?.at('profiles', 'custom-url-category')?.entry(category))
    return (
      nodes
        .find(node => node !== undefined)
        ?.at('list')
        ?.members() ?? []
    )
  }

  /** The first matching request, of those seen already or to come. */
  waitForRequest(wanted: (request: SeenRequest) => boolean, deadlineMs = DEADLINE_MS): Promise<SeenRequest> {
    return this.#api.journal.wait(wanted, deadlineMs)
  }

  /** The next commit that ended and that no earlier call has given out. */
  waitForCommit(deadlineMs = DEADLINE_MS): Promise<Job> {
    const ended = this.#commits.shift()
    if (ended) return Promise.resolve(ended)
    return new Promise((resolve, reject) => {
      const waiter = (job: Job) => {
        clearTimeout(timer)
        resolve(job)
      }
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter(other => other !== waiter)
        reject(new Error('Waited in vain for a commit on the simulator'))
      }, deadlineMs)
      this.#waiting.push(waiter)
    })
  }

  /** Makes changes as another administrator would at the device's own console. */
  actAs(name: string): Hand {
    const { device } = this
    const admin = device.admins.byName(name)
    const config = (action: string, xpath: string, element: string) => {
      const answer = configAction(device, admin, new Map(Object.entries({ action, xpath, element })))
      if (answer.startsWith('<response status="error"')) throw new Error(answer)
    }
    return {
      set: (xpath, element) => config('set', xpath, element),
      edit: (xpath, element) => config('edit', xpath, element),
      delete: xpath => config('delete', xpath, ''),
      commit: async (cmd = '<commit></commit>') => {
        const answer = commit(device, admin, cmd)
        const id = Number(/<job>(\d+)<\/job>/.exec(answer)?.[1])
        if (Number.isNaN(id)) throw new ApiError(undefined, [answer])
        return new Promise<Job>(resolve => device.jobs.onEnd(job => (job.id === id ? resolve(job) : undefined)))
      },
      takeConfigLock: (scope = 'shared') => void device.locks.take('config', scope, name, ''),
      takeCommitLock: (scope = 'shared') => void device.locks.take('commit', scope, name, ''),
      releaseLocks: () => device.locks.releaseAll(name),
    }
  }

  /** "Expire all API Keys". */
  expireKeys(): void {
    this.device.admins.expireKeys()
  }

  setPassword(admin: string, password: string): void {
    this.device.admins.setPassword(admin, password)
  }

  /** Another certificate, of the same authority: a pinned fingerprint does not match any more. */
  async renewCertificate(): Promise<void> {
    const certificate = await issueCertificate(this.device.hostname)
    this.#server?.setSecureContext({ cert: certificate.cert, key: certificate.key })
    this.#server?.closeAllConnections()
    this.fingerprint = certificate.fingerprint
  }

  /** Uncommitted changes, locks, jobs and tags without persistence are gone; the boot-time commit runs for so long. */
  reboot(autoCommitMs = 0): void {
    const { device } = this
    device.jobs.clear()
    device.store.reset()
    device.locks.releaseAll()
    device.registered.dropVolatile()
    device.jobs.enqueue({
      type: 'AutoCom',
      user: '',
      description: '',
      durationMs: autoCommitMs,
      work: () => ({ result: 'OK', details: ['Configuration committed successfully'], warnings: [] }),
    })
    setImmediate(() => this.#server?.closeAllConnections())
  }

  get haState(): HaState | undefined {
    return this.device.ha.state
  }

  /** The peer becomes active. `suspend`: this one is out. */
  failOver(suspend = false): void {
    failOver(this.device, suspend)
  }

  /** Panorama: a firewall of one of its device groups. */
  manage(firewall: PanosSimulator): void {
    this.device.managed.set(firewall.device.serial, firewall.device)
  }

  /** Panorama: what the next pushes to this firewall come to. */
  planPush(serial: string, plan: Partial<PushPlan>): void {
    this.device.pushPlans.plan(serial, plan)
  }

  /** Committed external lists. */
  externalListNames(): string[] {
    return this.device.externalLists.names()
  }

  /** Fetches a committed external list now, as its interval would. */
  refreshExternalList(name: string): Promise<EdlState> {
    return this.device.externalLists.refresh(name)
  }

  /** undefined: no such list is committed. */
  externalList(name: string): EdlState | undefined {
    return this.device.externalLists.find(name)?.state()
  }
}

function viewOf(root: () => ConfigNode): ConfigView {
  const nodes = (xpath: string) => select(root(), parseXpath(xpath)).map(lastOf)
  return {
    xml: (xpath = '/config') => nodes(xpath).map(nodeXml)[0],
    names: xpath => nodes(xpath).map(({ name }) => name ?? ''),
    texts: xpath => nodes(xpath).map(({ text }) => text),
  }
}

/** A running simulator; stop it in the end. */
export async function startPanosSimulator(options: SimulatorOptions = {}): Promise<PanosSimulator> {
  const simulator = new PanosSimulator(options)
  await simulator.start()
  return simulator
}

/** Two devices as an active/passive pair: the first is active. */
export async function startPanosPair(options: SimulatorOptions = {}): Promise<[active: PanosSimulator, passive: PanosSimulator]> {
  const first = await startPanosSimulator({ hostname: 'fw-1a', serial: '007051000000001', ...options })
  const second = await startPanosSimulator({ ...options, hostname: 'fw-1b', serial: '007051000000002', port: 0 })
  joinPair({ device: first.device, address: first.address }, { device: second.device, address: second.address })
  return [first, second]
}
