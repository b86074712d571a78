import type { DeviceScope, DeviceType, MappingKind, TlsTrust } from '@sallyport/shared'

/** How a device is reached and where on it groups live. */
export interface DeviceTarget {
  /** host or host:port. */
  readonly host: string
  readonly peerHost: string | undefined
  readonly username: string
  readonly password: string
  readonly scope: DeviceScope
  readonly scopeName: string
  readonly tls: TlsSettings
  /** Calls at a time, over all sessions with this host. */
  readonly maxConcurrent: number
}

export interface TlsSettings {
  readonly trust: TlsTrust
  readonly caPem: string | undefined
  /** SHA-256, upper-case pairs with colons; several are separated by a comma and a space. */
  readonly fingerprint: string | undefined
}

export type LogLevel = 'info' | 'warn' | 'error'

/** What a session needs of its caller. */
export interface SessionOptions {
  /** API keys by host: made once, kept sealed, used again. */
  readonly keys: { read(host: string): string | undefined; write(host: string, key: string): Promise<void> }
  readonly signal: AbortSignal
  readonly log: (level: LogLevel, text: string) => void
}

export interface GroupRef {
  readonly kind: MappingKind
  readonly name: string
}

export interface DesiredValue {
  /** As the device tells it: canonical address, or URL with its closing slash. */
  readonly value: string
  readonly expiresAt: Date | null
}

export interface GroupChange {
  readonly add: readonly DesiredValue[]
  readonly remove: readonly string[]
  /** Values that are there and expire at another time than the device was told. */
  readonly renew?: readonly DesiredValue[]
  /** Whether nothing is left: devices do not take empty groups. */
  readonly leavesNothing: boolean
}

/** A group as it is on the device now. All writes are idempotent: what is done already is success. */
export interface DeviceGroup {
  readonly ref: GroupRef
  readonly exists: boolean
  /** Made by somebody else: writing overwrites it. */
  readonly foreign: boolean
  /** Values of members; of hand-made members that hold no address, their names. */
  readonly values: ReadonlySet<string>
  /** Values that only one of a pair holds. */
  readonly partly?: ReadonlySet<string>
  /** Part of the change that is enforced at once, without a commit. @throws EntriesRefusedError when all but the named entries is done */
  applyLive(change: GroupChange): Promise<void>
  /** Whether the change needs the candidate configuration, and so a commit. */
  needsConfig(change: GroupChange): boolean
  applyConfig(change: GroupChange): Promise<void>
  /** Deletes what a run that was cut off left behind in the configuration. Where it is missing, nothing can be left. */
  tidy?(): Promise<void>
  /** Takes it off the device, with what was made for it alone. */
  remove(): Promise<void>
}

export interface PendingWork {
  /** Number of our own uncommitted changes: left by a run that was cut off. */
  readonly own: number
  /** Names of others with uncommitted changes. */
  readonly others: readonly string[]
  /** Others' locks, in words. */
  readonly locks: readonly string[]
}

export interface CommitOutcome {
  /** undefined: there was nothing to commit. */
  readonly job: string | undefined
  readonly warnings: readonly string[]
}

export interface FoundFacts {
  readonly model: string | null
  readonly serial: string | null
  readonly panosVersion: string | null
  readonly hostname: string | null
  readonly haState: string | null
  readonly multiVsys: boolean | null
}

export interface Certificate {
  readonly fingerprint: string
  readonly subject: string
}

/** A conversation with one device. Every method fails with DeviceFailureError. */
export interface DeviceSession {
  /** Calls made so far. */
  readonly apiCalls: number
  /** Finds the active one of a pair; first of all. */
  connect(): Promise<FoundFacts>
  /** Rights that the kinds need and the account lacks. Changes nothing. */
  missingRights(kinds: readonly MappingKind[]): Promise<string[]>
  /** @param only where the device allows it, looks after these values alone: for small changes of large groups */
  group(ref: GroupRef, only?: readonly string[]): Promise<DeviceGroup>
  pending(): Promise<PendingWork>
  /** Commits our own changes alone, and waits for the end. */
  commit(description: string): Promise<CommitOutcome>
  /** Takes our own uncommitted changes back. */
  takeBack(): Promise<void>
  /** Whether what was registered live is still there: false after a restart of the device. */
  isMarked(): Promise<boolean>
  mark(): Promise<void>
  close(): void
}

/** One vendor. */
export interface DeviceDriver {
  readonly type: DeviceType
  open(target: DeviceTarget, options: SessionOptions): DeviceSession
  /** The certificate that the host shows, whether trusted or not; nothing else is sent. */
  certificateOf(target: Pick<DeviceTarget, 'host'>): Promise<Certificate | undefined>
}
