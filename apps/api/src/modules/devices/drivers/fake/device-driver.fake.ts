import { DeviceFailureError } from '../../device-failure.js'
import type {
  CommitOutcome,
  DesiredValue,
  DeviceDriver,
  DeviceGroup,
  DeviceSession,
  DeviceTarget,
  FoundFacts,
  GroupChange,
  GroupRef,
  PendingWork,
  SessionOptions,
} from '../../device-driver.js'
import type { DeviceFailure, MappingKind } from '@sallyport/shared'

interface FakeGroup {
  readonly kind: MappingKind
  readonly ours: boolean
  readonly values: ReadonlySet<string>
}

/** A device in memory: what is written, what is committed, and what is registered without a commit. */
export class FakeDevice {
  readonly facts: FoundFacts = { model: 'PA-440', serial: '1', panosVersion: '11.1.2', hostname: 'fake', haState: null, multiVsys: false }
  candidate = new Map<string, FakeGroup>()
  running = new Map<string, FakeGroup>()
  readonly registered = new Map<string, Map<string, DesiredValue>>()
  readonly others = new Set<string>()
  readonly locks: string[] = []
  readonly rights = new Set<string>(['Configuration', 'Commit', 'User-ID Agent'])
  password = 'secret'
  marked = false
  ownChanges = 0
  jobs = 0
  /** Thrown by the next call that asks for it. */
  failNext: { readonly at: 'connect' | 'write' | 'commit'; readonly failure: DeviceFailure } | undefined

  /** What is enforced under the name. */
  enforced(name: string): string[] {
    const group = this.running.get(name)
    if (group?.kind === 'DYNAMIC_ADDRESS_GROUP') return [...(this.registered.get(name)?.keys() ?? [])].sort()
    return [...(group?.values ?? [])].sort()
  }

  failIf(at: 'connect' | 'write' | 'commit'): void {
    if (this.failNext?.at !== at) return
    const { failure } = this.failNext
    this.failNext = undefined
    throw new DeviceFailureError(failure, `The fake fails with ${failure}`)
  }
}

export class FakeDriver implements DeviceDriver {
  readonly type = 'PALO_ALTO_NETWORKS'

  constructor(readonly device = new FakeDevice()) {}

  open(target: DeviceTarget, _options: SessionOptions): DeviceSession {
    return new FakeSession(this.device, target)
  }

  certificateOf() {
    return Promise.resolve({ fingerprint: 'AA', subject: 'CN=fake' })
  }
}

class FakeSession implements DeviceSession {
  apiCalls = 0

  constructor(
    private readonly device: FakeDevice,
    private readonly target: DeviceTarget,
  ) {}

  async connect(): Promise<FoundFacts> {
    this.call()
    this.device.failIf('connect')
    if (this.target.password !== this.device.password) throw new DeviceFailureError('CREDENTIALS', 'Wrong password')
    return this.device.facts
  }

  async missingRights(kinds: readonly MappingKind[]): Promise<string[]> {
    const needed = ['Configuration', 'Commit', ...(kinds.includes('DYNAMIC_ADDRESS_GROUP') ? ['User-ID Agent'] : [])]
    return needed.filter(right => !this.device.rights.has(right))
  }

  async group(ref: GroupRef): Promise<DeviceGroup> {
    this.call()
    return new FakeDeviceGroup(this.device, ref, () => this.call())
  }

  async pending(): Promise<PendingWork> {
    this.call()
    return { own: this.device.ownChanges, others: [...this.device.others], locks: this.device.locks }
  }

  async commit(): Promise<CommitOutcome> {
    this.call()
    this.device.failIf('commit')
    if (this.device.ownChanges === 0) return { job: undefined, warnings: [] }
    this.device.running = new Map(this.device.candidate)
    this.device.ownChanges = 0
    this.device.jobs += 1
    return { job: String(this.device.jobs), warnings: [] }
  }

  async takeBack(): Promise<void> {
    this.call()
    this.device.candidate = new Map(this.device.running)
    this.device.ownChanges = 0
  }

  async isMarked(): Promise<boolean> {
    this.call()
    return this.device.marked
  }

  async mark(): Promise<void> {
    this.call()
    this.device.marked = true
  }

  close(): void {}

  private call(): void {
    this.apiCalls += 1
  }
}

class FakeDeviceGroup implements DeviceGroup {
  readonly exists: boolean
  readonly foreign: boolean
  readonly values: ReadonlySet<string>

  constructor(
    private readonly device: FakeDevice,
    readonly ref: GroupRef,
    private readonly call: () => void,
  ) {
    const group = device.candidate.get(ref.name)
    this.exists = group !== undefined
    this.foreign = group !== undefined && !(group.ours && group.kind === ref.kind)
    this.values = this.isDynamic ? new Set(device.registered.get(ref.name)?.keys()) : (group?.values ?? new Set())
  }

  async applyLive({ add, remove }: GroupChange): Promise<void> {
    if (!this.isDynamic || add.length + remove.length === 0) return
    this.call()
    const registered = this.device.registered.get(this.ref.name) ?? new Map<string, DesiredValue>()
    this.device.registered.set(this.ref.name, registered)
    for (const value of remove) registered.delete(value)
    for (const wish of add) registered.set(wish.value, wish)
  }

  needsConfig({ add, remove }: GroupChange): boolean {
    return !this.exists || this.foreign || (!this.isDynamic && add.length + remove.length > 0)
  }

  async applyConfig({ add, remove }: GroupChange): Promise<void> {
    this.call()
    this.device.failIf('write')
    const values = new Set(this.isDynamic ? [] : this.values)
    for (const { value } of add) values.add(value)
    for (const value of remove) values.delete(value)
    this.device.candidate.set(this.ref.name, { kind: this.ref.kind, ours: true, values: this.isDynamic ? new Set() : values })
    this.device.ownChanges += 1
  }

  async remove(): Promise<void> {
    this.call()
    this.device.registered.delete(this.ref.name)
    if (this.device.candidate.delete(this.ref.name)) this.device.ownChanges += 1
  }

  private get isDynamic(): boolean {
    return this.ref.kind === 'DYNAMIC_ADDRESS_GROUP'
  }
}
