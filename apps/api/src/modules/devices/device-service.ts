import { deviceCreateInput, deviceTestInput, deviceUpdateInput, type DeviceTestInput, type DeviceUpdateInput } from '@sallyport/shared'
import { DeviceFailureError } from './device-failure.js'
import { toStoredFacts, type StoredFacts } from './device-facts.js'
import { DEVICE_PASSWORD, type DeviceSessions } from './device-sessions.js'
import type { Certificate, DeviceTarget } from './device-driver.js'
import type { SyncService } from './sync-service.js'
import type { ProtectionService } from '../lists/index.js'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay, UserFaultsError } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import type { Device, Prisma, PrismaClient } from '../../platform/prisma/client.js'
import type { SecretBox } from '../../platform/secret-box.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import type { DeviceFailure, MappingKind } from '@sallyport/shared'

export interface SeenDevice {
  readonly id: number
  readonly expectedVersion: number
}

/** As it came from outside: the service's zod schema decides. */
export type Unparsed<Input> = { readonly [Key in keyof Input]?: unknown }

export interface ConnectionTestResult {
  readonly failure: DeviceFailure | null
  readonly message: string | null
  readonly facts: StoredFacts | null
  readonly certificate: Certificate | null
}

export interface DeviceServiceDeps {
  readonly prisma: PrismaClient
  readonly secrets: SecretBox
  readonly sessions: DeviceSessions
  readonly sync: Pick<SyncService, 'request'>
  readonly protections: Pick<ProtectionService, 'protectHosts'>
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

/** Longest time that somebody waits for a test. */
const TEST_TIMEOUT_MS = 45_000
const ALL_KINDS: readonly MappingKind[] = ['ADDRESS_GROUP', 'DYNAMIC_ADDRESS_GROUP', 'URL_CATEGORY']
const TYPE = 'PALO_ALTO_NETWORKS'

const protectionSource = (id: number): string => `device:${id}`

/** name, name:port, [address] or [address]:port. */
const withoutPort = (host: string): string => host.replace(/:\d+$/, '').replaceAll(/[[\]]/g, '')

export class DeviceService {
  constructor(private readonly deps: DeviceServiceDeps) {}

  async create(actor: Actor, input: Unparsed<Record<string, unknown>>): Promise<Device> {
    assertMay(actor, 'device:write')
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null))
    const { type, name, host, username, password, ...settings } = deviceCreateInput.parse(given)
    const passwordSealed = this.deps.secrets.seal(DEVICE_PASSWORD, password)
    const data: Prisma.DeviceCreateInput = { type, name, host, username, passwordSealed, ...withoutUndefined(settings) }
    assertConsistent(data)
    const device = await this.deps.prisma.device.create({ data }).catch(nameTaken)
    await this.protect(device)
    await this.tellOthers(device.id)
    return device
  }

  /** undefined leaves a field as it is. Other credentials or another host make the stored API keys void. */
  async update(actor: Actor, { id, expectedVersion, ...input }: SeenDevice & Unparsed<DeviceUpdateInput>): Promise<Device> {
    assertMay(actor, 'device:write')
    const { password, ...settings } = deviceUpdateInput.parse(withoutNull(input))
    const current = await this.deps.prisma.device.findUnique({ where: { id } })
    if (!current) throw missing()
    const changes = withoutUndefined(settings)
    assertConsistent({ ...current, ...changes })
    const forgetsKeys =
      password !== undefined || changes.username !== undefined || changes.host !== undefined || changes.peerHost !== undefined
    const data = {
      ...changes,
      ...(password !== undefined && { passwordSealed: this.deps.secrets.seal(DEVICE_PASSWORD, password) }),
      ...(forgetsKeys && { apiKeySealed: null }),
      version: { increment: 1 },
    }
    const { count } = await this.deps.prisma.device.updateMany({ where: { id, version: expectedVersion }, data }).catch(nameTaken)
    const device = await this.deps.prisma.device.findUnique({ where: { id } })
    if (!device) throw missing()
    if (count === 0) throw stale(device)
    await this.protect(device)
    await this.tellOthers(id)
    // What kept runs from succeeding may be mended.
    if (
      device.schedule !== 'MANUAL' &&
      (await this.deps.prisma.mapping.count({ where: { deviceId: id, state: { not: 'IN_SYNC' } } })) > 0
    ) {
      await this.deps.sync.request(id, { cause: 'RETRY', userId: actor.userId })
    }
    return device
  }

  /** What was pushed stays on the device. */
  async delete(actor: Actor, { id, expectedVersion }: SeenDevice): Promise<void> {
    assertMay(actor, 'device:write')
    const { count } = await this.deps.prisma.device.deleteMany({ where: { id, version: expectedVersion } })
    if (count === 0) {
      const device = await this.deps.prisma.device.findUnique({ where: { id } })
      throw device ? stale(device) : missing()
    }
    await this.deps.protections.protectHosts(protectionSource(id), [], '')
    await this.tellOthers(id)
  }

  async pause(actor: Actor, id: number, paused: boolean): Promise<Device> {
    assertMay(actor, 'device:push')
    const pausedAt = paused ? new Date(this.deps.clock.now()) : null
    await this.deps.prisma.device.updateMany({ where: { id, ...(paused && { pausedAt: null }) }, data: { pausedAt } })
    const device = await this.deps.prisma.device.findUnique({ where: { id } })
    if (!device) throw missing()
    await this.tellOthers(id)
    if (!paused && device.schedule === 'ON_CHANGE') await this.deps.sync.request(id, { cause: 'SCHEDULE', userId: actor.userId })
    return device
  }

  /** Asks the device; changes nothing there. What is not given is taken from the stored device, whose facts are renewed. */
  async test(actor: Actor, id: number | undefined, input: Unparsed<DeviceTestInput>): Promise<ConnectionTestResult> {
    assertMay(actor, 'device:write')
    const given = withoutUndefined(deviceTestInput.parse(withoutNull(input)))
    const stored = id === undefined ? null : await this.deps.prisma.device.findUnique({ where: { id }, include: { mappings: true } })
    if (id !== undefined && !stored) throw missing()
    const target = this.testTarget(stored, given)
    const kinds = stored && stored.mappings.length > 0 ? [...new Set(stored.mappings.map(({ kind }) => kind as MappingKind))] : ALL_KINDS
    const result = await this.ask(stored?.type ?? TYPE, target, kinds)
    if (stored && result.facts && Object.keys(given).length === 0) {
      await this.deps.prisma.device.updateMany({
        where: { id: stored.id },
        data: { facts: result.facts, factsAt: new Date(this.deps.clock.now()) },
      })
      await this.tellOthers(stored.id)
    }
    return result
  }

  /** A list that blocks a firewall's own address cuts the way by which it could be put right. */
  private protect({ id, name, host, peerHost }: Device): Promise<void> {
    const hosts = [host, ...(peerHost === null ? [] : [peerHost])].map(withoutPort)
    return this.deps.protections.protectHosts(protectionSource(id), hosts, `Device ${name}`)
  }

  private testTarget(stored: Device | null, given: Partial<DeviceTestInput>): DeviceTarget {
    const base = stored ? this.deps.sessions.targetOf(stored) : undefined
    const [host, username] = [given.host ?? base?.host, given.username ?? base?.username]
    // A stored password goes to the stored host alone: else whoever may edit devices could have it sent to a host of theirs.
    const isElsewhere = base !== undefined && host !== base.host
    const password = given.password ?? (isElsewhere ? undefined : base?.password)
    if (host === undefined) throw invalid('host', 'Enter a host name or IP address')
    if (username === undefined) throw invalid('username', 'Enter the user name')
    if (password === undefined)
      throw invalid('password', isElsewhere ? 'Enter the password again: the host is another one' : 'Enter the password')
    return {
      host,
      peerHost: undefined,
      username,
      password,
      scope: given.scope ?? base?.scope ?? 'VSYS',
      scopeName: given.scopeName ?? base?.scopeName ?? 'vsys1',
      tls: {
        trust: given.tlsTrust ?? base?.tls.trust ?? 'SYSTEM',
        caPem: given.tlsCaPem ?? base?.tls.caPem,
        fingerprint: given.tlsFingerprint ?? base?.tls.fingerprint,
      },
      maxConcurrent: base?.maxConcurrent ?? 2,
    }
  }

  private async ask(type: string, target: DeviceTarget, kinds: readonly MappingKind[]): Promise<ConnectionTestResult> {
    const certificate = (await this.deps.sessions.driverOf(type).certificateOf(target)) ?? null
    const session = this.deps.sessions.openUnstored(type, target, { signal: testSignal() })
    try {
      const found = await session.connect()
      const missingRights = await session.missingRights(kinds)
      return { failure: null, message: null, facts: toStoredFacts(found, missingRights), certificate }
    } catch (error) {
      if (!(error instanceof DeviceFailureError)) throw error
      return { failure: error.failure, message: error.message, facts: null, certificate }
    } finally {
      session.close()
    }
  }

  private async tellOthers(id: number): Promise<void> {
    await this.deps.hints.publish('devices', { ids: [id] })
  }
}

function testSignal(): AbortSignal {
  const controller = new AbortController()
  const fault = new DeviceFailureError('TIMED_OUT', `The device took longer than ${TEST_TIMEOUT_MS / 1_000} seconds`)
  setTimeout(() => controller.abort(fault), TEST_TIMEOUT_MS).unref()
  return controller.signal
}

interface Consistent {
  readonly tlsTrust?: string
  readonly tlsCaPem?: string | null
  readonly tlsFingerprint?: string | null
  readonly schedule?: string
  readonly dailyAt?: string | null
  readonly commitPolicy?: string
  readonly commitWindows?: unknown
  readonly scope?: string
  readonly scopeName?: string
}

/** Rules that take more than one field. */
function assertConsistent(device: Consistent): void {
  if (device.tlsTrust === 'CA' && !device.tlsCaPem) throw invalid('tlsCaPem', 'Give the certificate of the CA')
  if (device.tlsTrust === 'PINNED' && !device.tlsFingerprint) throw invalid('tlsFingerprint', 'Confirm the fingerprint of the certificate')
  if (device.schedule === 'DAILY' && !device.dailyAt) throw invalid('dailyAt', 'Enter the time of day')
  if (device.commitPolicy === 'WINDOW' && !(Array.isArray(device.commitWindows) && device.commitWindows.length > 0)) {
    throw invalid('commitWindows', 'Give at least one window')
  }
  if ((device.scope ?? 'VSYS') !== 'SHARED' && device.scopeName === '')
    throw invalid('scopeName', 'Enter the name of the vsys or device group')
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> }

const withoutUndefined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>

/** null clears what may be empty, and leaves the rest as it is. */
const CLEARABLE = new Set(['peerHost', 'intervalMinutes', 'dailyAt', 'tlsCaPem', 'tlsFingerprint'])
const withoutNull = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([key, value]) => value !== null || CLEARABLE.has(key)))

const invalid = (field: string, message: string) => new UserFaultsError([{ code: 'INVALID', field: [field], message }])

const missing = () => new UserFaultsError([{ code: 'NOT_FOUND', field: ['id'], message: 'The device was not found' }])

const stale = (current: Device) =>
  new UserFaultsError([{ code: 'CONFLICT', field: ['expectedVersion'], message: 'Somebody else changed the device meanwhile' }], current)

function nameTaken(error: unknown): never {
  if (isUniqueViolation(error)) throw new UserFaultsError([{ code: 'TAKEN', field: ['name'], message: 'There is a device of this name' }])
  throw error
}
