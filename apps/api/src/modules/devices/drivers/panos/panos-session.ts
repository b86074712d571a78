import { ConfigWriter } from './config-writer.js'
import { commitOwn } from './commit.js'
import { createAgent } from './device-tls.js'
import { readDynamicGroup, type RegistrationPlace } from './dynamic-group.js'
import { PanosContext } from './panos-context.js'
import { readHostState, syncFault, type HostState } from './panos-facts.js'
import { readPendingWork } from './pending-work.js'
import { missingRights } from './rights.js'
import { scopePath } from './scope-path.js'
import { readStaticGroup } from './static-group.js'
import { readUrlCategory } from './url-category.js'
import { assertNoneRefused, register, registeredAmong } from './user-id.js'
import { XmlClient, type Parameters, type XmlTiming } from './xml-client.js'
import { element, members } from './xml-text.js'
import { DeviceFailureError } from '../../device-failure.js'
import type { CallLimit } from './call-limit.js'
import type {
  CommitOutcome,
  DeviceGroup,
  DeviceSession,
  DeviceTarget,
  FoundFacts,
  GroupRef,
  PendingWork,
  SessionOptions,
} from '../../device-driver.js'
import type { MappingKind } from '@sallyport/shared'
import type { Agent } from 'node:https'

export interface PanosSessionDeps {
  readonly target: DeviceTarget
  readonly options: SessionOptions
  readonly limitOf: (host: string) => CallLimit
  readonly timing: XmlTiming
  readonly now: () => number
}

interface Connected {
  readonly client: XmlClient
  readonly peer: XmlClient | undefined
  readonly state: HostState
  readonly context: PanosContext
}

/** Registered with persistent="0", so that a restart takes it away; asked for to tell that one happened. */
const MARK_ADDRESS = '::/128'
const MARK_TAG = 'sallyport.mark'
const MARK_TIMEOUT_SECONDS = 7 * 86_400

export class PanosSession implements DeviceSession {
  private readonly agents = new Map<string, Agent>()
  private connected: Connected | undefined
  private calls = 0

  constructor(private readonly deps: PanosSessionDeps) {}

  get apiCalls(): number {
    return this.calls
  }

  /** The active one of a pair, whichever answers: configuration is changed there alone. */
  async connect(): Promise<FoundFacts> {
    const { host, peerHost } = this.deps.target
    const clients = [host, ...(peerHost === undefined ? [] : [peerHost])].map(name => this.clientFor(name))
    const states: { client: XmlClient; state: HostState }[] = []
    let fault: unknown
    for (const client of clients) {
      try {
        const state = await readHostState(client)
        states.push({ client, state })
        if (state.isActive) break
      } catch (error) {
        if (!isWayFault(error)) throw error
        fault ??= error
        if (clients.length > 1) this.deps.options.log('warn', error.message)
      }
    }
    const active = states.find(({ state }) => state.isActive)
    if (!active) {
      if (states.length === 0) throw fault
      const told = states.map(({ client, state }) => `${client.host} is ${state.facts.haState ?? 'unknown'}`).join(', ')
      throw new DeviceFailureError(
        'NOT_ACTIVE',
        peerHost === undefined ? `${told}: name its peer too` : `Neither device of the pair is active: ${told}`,
      )
    }
    const { client, state } = active
    if (client.host !== host) this.deps.options.log('warn', `${host} is not active: working with ${client.host}`)
    const peer = state.facts.haState === null ? undefined : clients.find(other => other !== client)
    this.connected = { client, state, peer, context: this.contextOf(client, state) }
    return state.facts
  }

  async missingRights(kinds: readonly MappingKind[]): Promise<string[]> {
    const { client, context } = this.use()
    return missingRights(client, context.scope, kinds)
  }

  async group(ref: GroupRef, only?: readonly string[]): Promise<DeviceGroup> {
    const { context } = this.use()
    switch (ref.kind) {
      case 'ADDRESS_GROUP':
        return readStaticGroup(context, ref)
      case 'URL_CATEGORY':
        return readUrlCategory(context, ref)
      case 'DYNAMIC_ADDRESS_GROUP':
        return readDynamicGroup(context, this.places(), ref, only)
    }
  }

  async pending(): Promise<PendingWork> {
    return readPendingWork(this.use().client, this.deps.target.username)
  }

  async commit(description: string): Promise<CommitOutcome> {
    const { client, peer, state } = this.use()
    const { scope, scopeName, username } = this.deps.target
    const deviceGroup = state.isPanorama && scope === 'DEVICE_GROUP' ? scopeName : undefined
    const outcome = await commitOwn({ client, username, deviceGroup, log: this.deps.options.log }, description)
    const fault = peer && outcome.job !== undefined ? await syncFault(client) : undefined
    return fault === undefined
      ? outcome
      : { ...outcome, warnings: [...outcome.warnings, `The peer does not have the configuration: ${fault}`] }
  }

  async takeBack(): Promise<void> {
    const admin = element('admin', members([this.deps.target.username]))
    const cmd = element('revert', element('config', element('partial', admin)))
    const { client, context } = this.use()
    context.forget()
    await client.call('Taking our uncommitted changes back', { type: 'op', cmd })
  }

  async isMarked(): Promise<boolean> {
    const { client } = this.use()
    return (await registeredAmong(client, this.registrationScope(), [MARK_ADDRESS], MARK_TAG)).size > 0
  }

  async mark(): Promise<void> {
    const { client } = this.use()
    const mark = { ip: MARK_ADDRESS, tag: MARK_TAG, timeoutSeconds: MARK_TIMEOUT_SECONDS, persistent: false }
    assertNoneRefused(await register(client, this.registrationScope(), [mark]))
  }

  close(): void {
    for (const agent of this.agents.values()) agent.destroy()
  }

  private use(): Connected {
    if (!this.connected) throw new Error('connect() comes first')
    return this.connected
  }

  private places(): RegistrationPlace[] {
    const { client, peer, state } = this.use()
    if (state.isPanorama) {
      throw new DeviceFailureError(
        'REFUSED',
        'Registrations go to firewalls: add the firewall itself as a device for dynamic address groups',
      )
    }
    const where = this.registrationScope()
    return [{ client, where, required: true }, ...(peer ? [{ client: peer, where, required: false }] : [])]
  }

  private registrationScope(): Parameters {
    const { scope, scopeName } = this.deps.target
    return scope === 'VSYS' && scopeName !== '' ? { vsys: scopeName } : {}
  }

  private contextOf(client: XmlClient, { facts }: HostState): PanosContext {
    const { target, options, now } = this.deps
    return new PanosContext({
      client,
      writer: new ConfigWriter(client),
      scope: scopePath(target.scope, target.scopeName),
      version: facts.panosVersion ?? '',
      log: options.log,
      now,
    })
  }

  private clientFor(host: string): XmlClient {
    const { target, options, limitOf, timing } = this.deps
    const agent = createAgent(target.tls, target.maxConcurrent)
    this.agents.set(host, agent)
    return new XmlClient({
      host,
      username: target.username,
      password: target.password,
      agent,
      limit: limitOf(host),
      maxConcurrent: target.maxConcurrent,
      keys: options.keys,
      signal: options.signal,
      onCall: () => (this.calls += 1),
      timing,
    })
  }
}

/** Faults that the peer may not have. */
const isWayFault = (error: unknown): error is DeviceFailureError =>
  error instanceof DeviceFailureError && ['UNREACHABLE', 'TIMED_OUT', 'DEVICE_FAULT', 'TLS_NOT_TRUSTED'].includes(error.failure)
