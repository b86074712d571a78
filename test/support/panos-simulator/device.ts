import { ApiError } from './answers.js'
import { Admins, type AdminOptions } from './admins.js'
import { type ConfigNode } from './config-node.js'
import { ConfigStore } from './config-store.js'
import { deviceDateTime } from './device-time.js'
import { ExternalLists } from './external-lists.js'
import { type Faults, noFaults } from './faults.js'
import { HighAvailability } from './high-availability.js'
import { initialConfig } from './initial-config.js'
import { Jobs } from './jobs.js'
import { Locks } from './locks.js'
import { limitsOf, type ModelLimits } from './models.js'
import { PushPlans } from './panorama-push.js'
import { scopesOf } from './references.js'
import { RegisteredIps } from './registered-ips.js'

export interface DeviceOptions {
  /** As `sw-version` tells it. */
  readonly version?: string
  readonly model?: string
  readonly serial?: string
  readonly hostname?: string
  readonly multiVsys?: boolean
  readonly vsys?: readonly string[]
  /** Makes it a Panorama: serial numbers of its firewalls by device group. */
  readonly panorama?: { readonly deviceGroups: Readonly<Record<string, readonly string[]>> }
  readonly admins?: readonly AdminOptions[]
  /** undefined: a key lasts until the password changes. */
  readonly keyLifetimeMs?: number
  readonly limits?: Partial<ModelLimits>
  /** How long a commit job is active. */
  readonly commitMs?: number
  /** Certificate profiles that an external list may name, with the CA they trust. */
  readonly certificateProfiles?: Readonly<Record<string, string>>
  readonly clock?: { now(): number }
}

/** Everything that a simulated firewall or Panorama is, apart from its transport. */
export class Device {
  readonly version: string
  readonly major: number
  readonly minor: number
  readonly model: string
  readonly serial: string
  readonly hostname: string
  readonly multiVsys: boolean
  readonly isPanorama: boolean
  readonly deviceGroups: Readonly<Record<string, readonly string[]>>
  readonly limits: ModelLimits
  readonly faults: Faults = noFaults()
  readonly now: () => number
  readonly bootedAt: number
  readonly admins: Admins
  readonly store: ConfigStore
  readonly jobs: Jobs
  readonly locks: Locks
  readonly registered: RegisteredIps
  readonly ha = new HighAvailability()
  readonly externalLists: ExternalLists
  /** Firewalls under a Panorama, by serial. */
  readonly managed = new Map<string, Device>()
  readonly pushPlans = new PushPlans()
  /** What a Panorama pushed here, nearest scope first. */
  pushed: ConfigNode[] = []

  constructor(options: DeviceOptions) {
    this.version = options.version ?? '10.2.9-h1'
    const [major = 10, minor = 0] = this.version.split('.').map(part => parseInt(part, 10))
    this.major = major
    this.minor = minor
    this.isPanorama = options.panorama !== undefined
    this.model = options.model ?? (this.isPanorama ? 'Panorama' : 'PA-VM')
    this.serial = options.serial ?? '007051000000001'
    this.hostname = options.hostname ?? (this.isPanorama ? 'panorama' : 'fw-1')
    this.multiVsys = options.multiVsys ?? false
    this.deviceGroups = options.panorama?.deviceGroups ?? {}
    this.limits = { ...limitsOf(this.model), ...options.limits }
    const clock = options.clock ?? Date
    this.now = () => clock.now()
    this.bootedAt = this.now()
    this.admins = new Admins(options.admins ?? [{ name: 'admin', password: 'admin' }], this.now, options.keyLifetimeMs)
    const profiles = options.certificateProfiles ?? {}
    this.store = new ConfigStore(
      initialConfig({
        vsys: options.vsys ?? (this.multiVsys ? ['vsys1', 'vsys2'] : ['vsys1']),
        deviceGroups: this.deviceGroups,
        certificateProfiles: Object.keys(profiles),
      }),
    )
    this.jobs = new Jobs(this.now, this.faults, options.commitMs ?? 20, this.major >= 10)
    this.locks = new Locks(this.now)
    this.registered = new RegisteredIps(this.now, this.limits.registeredIps)
    this.externalLists = new ExternalLists(this, profiles)
  }

  timestamp(): string {
    return deviceDateTime(this.now())
  }

  /** "A command not allowed on a passive device". */
  demandActive(): void {
    if (this.faults.passiveRefuses && this.ha.isPassive) throw new ApiError(15, ['Operation denied: this device is passive'])
  }

  /** Where names of a vsys or device group are looked up: there, then in what is shared. */
  lookupScopes(root: ConfigNode, name: string): (ConfigNode | undefined)[] {
    const scopes = scopesOf(root)
    return [scopes.find(({ node }) => node.name === name)?.node, scopes.find(({ label }) => label === 'shared')?.node, ...this.pushed]
  }
}
