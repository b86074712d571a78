import { ApiError } from './answers.js'
import { deviceDateTime } from './device-time.js'
import { escapeText, escapeXml } from './xml.js'

type LockKind = 'config' | 'commit'

interface Lock {
  readonly kind: LockKind
  readonly scope: string
  readonly owner: string
  readonly comment: string
  readonly createdAt: number
}

const LABEL: Readonly<Record<LockKind, string>> = { config: 'Config', commit: 'Commit' }

/** Configuration and commit locks, by scope: `shared` or a vsys. */
export class Locks {
  #locks: Lock[] = []

  constructor(private readonly now: () => number) {}

  take(kind: LockKind, scope: string, owner: string, comment: string): string {
    const held = this.#find(kind, scope)
    if (held?.owner === owner && kind === 'config') throw new ApiError(undefined, [`You already own a config lock for scope ${scope}`])
    if (held) throw new ApiError(undefined, [`${LABEL[kind]} lock is already held by ${held.owner}`])
    this.#locks.push({ kind, scope, owner, comment, createdAt: this.now() })
    return `Successfully acquired lock. Other administrators will not be able to modify configuration until lock is released by ${owner}.`
  }

  release(kind: LockKind, scope: string, owner: string): string {
    const held = this.#find(kind, scope)
    if (held?.owner !== owner) throw new ApiError(undefined, [`${LABEL[kind]} is not currently locked for scope ${scope}`])
    this.#locks = this.#locks.filter(lock => lock !== held)
    return `${LABEL[kind]} lock released for ${owner}`
  }

  releaseAll(owner?: string): void {
    this.#locks = this.#locks.filter(lock => owner !== undefined && lock.owner !== owner)
  }

  /** Refuses a change of the candidate while another administrator holds its configuration. */
  demandConfigFree(admin: string): void {
    const other = this.#locks.find(({ kind, owner }) => kind === 'config' && owner !== admin)
    if (other) throw new ApiError(undefined, [`Config for scope ${other.scope} is currently locked by ${other.owner}`])
  }

  demandCommitFree(admin: string): void {
    const others = this.#locks.filter(({ owner }) => owner !== admin)
    if (others.some(({ kind }) => kind === 'commit')) throw new ApiError(14, ['Other administrators are holding device wide commit locks.'])
    const config = others.find(({ kind }) => kind === 'config')
    if (config) throw new ApiError(undefined, [`Configuration is locked by ${config.owner}`])
  }

  show(kind: LockKind): string {
    const entries = this.#locks
      .filter(lock => lock.kind === kind)
      .map(({ owner, scope, createdAt, comment }) => {
        const at = deviceDateTime(createdAt)
        return (
          `<entry name="${escapeXml(owner)}"><type>${scope === 'shared' ? 'shared' : 'vsys'}</type><name>${escapeText(scope)}</name>` +
          `<created>${at}</created><last-activity>${at}</last-activity><loggedin>yes</loggedin><comment><![CDATA[${comment === '' ? '(null)' : comment}]]></comment></entry>`
        )
      })
    return entries.length === 0 ? `<${kind}-locks/>` : `<${kind}-locks>${entries.join('')}</${kind}-locks>`
  }

  #find(kind: LockKind, scope: string): Lock | undefined {
    return this.#locks.find(lock => lock.kind === kind && lock.scope === scope)
  }
}
