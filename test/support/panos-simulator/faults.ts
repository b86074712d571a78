/** What goes wrong on demand. Everything is off at first; numbers count down by one for each time it happened. */
export interface Faults {
  /** Connections are cut before a byte is answered. */
  unreachable: boolean
  /** Every answer comes that much later. */
  slowMs: number
  /** The next so many requests get `502 Bad Gateway`, as from an overloaded management plane. */
  badGateway: number
  /** The next so many answers are cut off in the middle of the XML. */
  truncated: number
  /** The next so many answers come as text/html. */
  wrongContentType: number
  /** Runs before a request is carried out; may throw, wait or end a process under test. */
  beforeRequest: ((request: { readonly type: string; readonly action: string }) => Promise<void> | void) | undefined
  /** True for a request: it is carried out and the connection then cut, so that the client never learns. */
  loseAnswer: ((request: { readonly type: string; readonly action: string }) => boolean) | undefined

  /** Commits are refused with this text, without a code; README.md lists the texts that clients know. */
  commitBusy: string | undefined
  /** More waiting commits than that are refused. */
  commitQueueMax: number
  /** Commits stay active until this is false again. */
  holdCommits: boolean
  /** The next so many commits end as FAIL with `commitFailure` as details. */
  failCommits: number
  commitFailure: readonly string[]
  /** Warnings of every commit. */
  commitWarnings: readonly string[]
  /** The next so many commit jobs turn into a Failed-Job that has neither id nor status. */
  failedJobs: number
  /** The next so many commit jobs are forgotten while they run: `job N not found`, though the commit takes effect. */
  vanishingJobs: number
  /** The next so many polls of jobs answer `Session timed out`, code 22. */
  sessionTimeouts: number
  /** How "nothing to commit" is said; `undefined`: by the administrator's role and nothing else. */
  noChangeShape: 'msg' | 'result-msg' | 'code-13' | undefined
  /** A commit started by Panorama is being processed: neither edits nor commits. */
  panoramaCommits: boolean
  /** Single calls only: `request multi-config` was never enabled (10.0). */
  multiConfigDisabled: boolean
  /** Success answers carry `code=""`. */
  emptyCode: boolean

  /**
   * What happens to a message of User-ID in which something is refused: the entry with the refused tag is skipped and the rest
   * applied; the refused tag alone is skipped; nothing is applied.
   */
  userIdRefusal: 'skip-entry' | 'skip-tag' | 'skip-message'
  /** Why a register of this address is refused; undefined: it is not. */
  refuseRegister: ((ip: string) => string | undefined) | undefined
  /** Registering a tag again starts its timeout anew, although the answer says that it is ignored. */
  reregisterExtends: boolean
  /** Addresses are read back with their prefix length. */
  readBackPrefix: boolean

  /** The peer is not brought in line after a commit. */
  haSyncFails: boolean
  /** A passive device refuses changes and commits with code 15. */
  passiveRefuses: boolean
  /** It refuses registrations too. */
  passiveRefusesTags: boolean
}

export const noFaults = (): Faults => ({
  unreachable: false,
  slowMs: 0,
  badGateway: 0,
  truncated: 0,
  wrongContentType: 0,
  beforeRequest: undefined,
  loseAnswer: undefined,
  commitBusy: undefined,
  commitQueueMax: 10,
  holdCommits: false,
  failCommits: 0,
  commitFailure: ['vsys1', ' Error: vsys1 decryption: forward decrypt trust cert is not configured', '(Module: device)', 'Commit failed'],
  commitWarnings: [],
  failedJobs: 0,
  vanishingJobs: 0,
  sessionTimeouts: 0,
  noChangeShape: undefined,
  panoramaCommits: false,
  multiConfigDisabled: false,
  emptyCode: false,
  userIdRefusal: 'skip-entry',
  refuseRegister: undefined,
  reregisterExtends: false,
  readBackPrefix: false,
  haSyncFails: false,
  passiveRefuses: true,
  passiveRefusesTags: false,
})

type Counter = 'badGateway' | 'truncated' | 'wrongContentType' | 'failCommits' | 'failedJobs' | 'vanishingJobs' | 'sessionTimeouts'

/** True, and one less, while the fault is to happen. */
export function spend(faults: Faults, counter: Counter): boolean {
  if (faults[counter] <= 0) return false
  faults[counter] -= 1
  return true
}
