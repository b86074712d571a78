import { isIP } from 'node:net'

interface Registration {
  persistent: boolean
  /** Tag to the time it ages out; Infinity: never. */
  readonly tags: Map<string, number>
}

export interface RegisteredIp {
  readonly ip: string
  readonly persistent: boolean
  readonly tags: readonly string[]
}

export const LONGEST_TIMEOUT_SECONDS = 2_592_000
const TAGS_OF_ONE_ADDRESS = 32

/** IP-tag mappings of User-ID by vsys. They age out by the clock, on reading. */
export class RegisteredIps {
  readonly #byVsys = new Map<string, Map<string, Registration>>()
  /** Nothing ages out before. */
  #nextExpiry = Infinity

  constructor(
    private readonly now: () => number,
    private readonly limit: number,
  ) {}

  /** The refusal in PAN-OS's words; undefined: the tag is there now. */
  register(
    vsys: string,
    ip: string,
    tag: string,
    { persistent, timeoutSeconds, extend }: { persistent: boolean; timeoutSeconds: number; extend: boolean },
  ): string | undefined {
    const all = this.#of(vsys)
    const existing = all.get(ip)
    const expiresAt = timeoutSeconds === 0 ? Infinity : this.now() + timeoutSeconds * 1000
    if (existing?.tags.has(tag)) {
      if (extend) this.#tag(existing, tag, expiresAt)
      return `tag ${tag} already exists, ignore`
    }
    if (existing === undefined && this.size >= this.limit)
      return `Failed to register ${ip}: maximum number of registered IP addresses reached`
    if ((existing?.tags.size ?? 0) >= TAGS_OF_ONE_ADDRESS) return `Failed to register ${ip}: maximum number of tags reached`
    const registration = existing ?? { persistent, tags: new Map<string, number>() }
    registration.persistent = persistent
    this.#tag(registration, tag, expiresAt)
    all.set(ip, registration)
    return undefined
  }

  unregister(vsys: string, ip: string, tag: string): string | undefined {
    const all = this.#of(vsys)
    const existing = all.get(ip)
    if (!existing?.tags.delete(tag)) return `tag ${tag} does not exist, ignore unreg`
    if (existing.tags.size === 0) all.delete(ip)
    return undefined
  }

  /** No tags named: everything of the address. */
  unregisterAll(vsys: string, ip: string): string | undefined {
    return this.#of(vsys).delete(ip) ? undefined : `ip ${ip} does not exist, ignore unreg`
  }

  list(vsys: string): RegisteredIp[] {
    return [...this.#of(vsys)].map(([ip, { persistent, tags }]) => ({ ip, persistent, tags: [...tags.keys()] }))
  }

  has(vsys: string, ip: string, tag: string): boolean {
    return this.#of(vsys).get(ip)?.tags.has(tag) ?? false
  }

  get size(): number {
    let size = 0
    for (const vsys of this.#byVsys.keys()) size += this.#of(vsys).size
    return size
  }

  /** What a reboot leaves: the persistent ones. */
  dropVolatile(): void {
    for (const all of this.#byVsys.values()) for (const [ip, { persistent }] of all) if (!persistent) all.delete(ip)
  }

  clear(): void {
    this.#byVsys.clear()
  }

  #tag({ tags }: Registration, tag: string, expiresAt: number): void {
    tags.set(tag, expiresAt)
    this.#nextExpiry = Math.min(this.#nextExpiry, expiresAt)
  }

  #of(vsys: string): Map<string, Registration> {
    if (this.#nextExpiry <= this.now()) this.#ageOut()
    const all = this.#byVsys.get(vsys) ?? new Map<string, Registration>()
    this.#byVsys.set(vsys, all)
    return all
  }

  #ageOut(): void {
    const now = this.now()
    this.#nextExpiry = Infinity
    for (const all of this.#byVsys.values())
      for (const [ip, { tags }] of all) {
        for (const [tag, expiresAt] of tags) {
          if (expiresAt <= now) tags.delete(tag)
          else this.#nextExpiry = Math.min(this.#nextExpiry, expiresAt)
        }
        if (tags.size === 0) all.delete(ip)
      }
  }
}

/** One spelling per address, as the device keeps it; undefined: it registers no such thing. Networks and ranges of IPv4 from 10.0. */
export function canonicalRegisterIp(text: string, major: number): string | undefined {
  const [address = '', suffix, more] = text.trim().split('/')
  if (more !== undefined) return undefined
  if (isIP(address) === 6 && (suffix === undefined || suffix === '128')) return new URL(`http://[${address}]/`).hostname.slice(1, -1)
  if (isIP(address) === 4) {
    if (suffix === undefined || suffix === '32') return address
    return major >= 10 && /^\d{1,2}$/.test(suffix) && Number(suffix) < 32 ? `${address}/${Number(suffix)}` : undefined
  }
  const [first = '', last = '', extra] = text.trim().split('-')
  return major >= 10 && extra === undefined && isIP(first) === 4 && isIP(last) === 4 ? `${first}-${last}` : undefined
}

/** IP-tags that PAN-OS refuses as a name. */
export const isTagName = (tag: string): boolean => tag.length <= 127 && tag !== '' && !/['"]| {2}/.test(tag) && !/^(and|or|not)$/i.test(tag)
