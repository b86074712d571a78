import { type ConfigNode, nodeXml } from './config-node.js'
import { type Device } from './device.js'
import { EdlClient, type EdlState } from './edl-client.js'
import { type EdlType } from './edl-lines.js'
import { type Job } from './jobs.js'
import { scopesOf } from './references.js'

interface Loaded {
  readonly type: string
  readonly source: string
  readonly client: EdlClient
}

/** Releases in which certain invalid URL entries hang the device server (CVE-2021-3048). */
const HUNG_BY_INVALID_URLS: readonly (readonly [major: number, minor: number, fixedIn: number])[] = [
  [9, 0, 14],
  [9, 1, 9],
  [10, 0, 5],
]

/** The external lists of the running configuration, each with its own fetcher. */
export class ExternalLists {
  readonly #loaded = new Map<string, Loaded>()

  constructor(
    private readonly device: Device,
    private readonly certificateProfiles: Readonly<Record<string, string>>,
  ) {}

  names(): string[] {
    return scopesOf(this.device.store.running).flatMap(({ node }) =>
      [...(node.at('external-list')?.children.values() ?? [])].map(({ name }) => name ?? ''),
    )
  }

  /** undefined: the running configuration has no such list, or not of this type. */
  find(name: string, type?: string): EdlClient | undefined {
    const [source] = this.#configured(name)?.at('type')?.children.values() ?? []
    if (source === undefined || (type !== undefined && source.tag !== type)) return undefined
    const spelled = nodeXml(source)
    const known = this.#loaded.get(name)
    if (known?.source === spelled) return known.client
    const client = this.#clientFor(name, source)
    this.#loaded.set(name, { type: source.tag, source: spelled, client })
    return client
  }

  /** The job of `request system external-list refresh`; it waits behind commits. */
  enqueueRefresh(name: string): Job {
    const work = async () => {
      await this.refresh(name)
      return { result: 'OK', details: ['EDL refresh done'], warnings: [] } as const
    }
    return this.device.jobs.enqueue({ type: 'EDLRefresh', user: '', description: name, work, durationMs: 0 })
  }

  async refresh(name: string): Promise<EdlState> {
    const client = this.find(name)
    if (client === undefined) throw new Error(`no external list ${name} is committed`)
    return client.refresh()
  }

  /** Entries of a type in use, of all lists but one. */
  used(type: string, except?: string): number {
    return [...this.#loaded]
      .filter(([name, loaded]) => loaded.type === type && name !== except)
      .reduce((sum, [, { client }]) => sum + client.state().valid.length * client.entriesEach, 0)
  }

  /** On releases with CVE-2021-3048 an invalid line of a URL list hangs the device server, and commits fail from then on. */
  hasHungDevsrvr(): boolean {
    const patch = parseInt(this.device.version.split('.')[2] ?? '0', 10)
    const vulnerable = HUNG_BY_INVALID_URLS.some(
      ([major, minor, fixedIn]) => this.device.major === major && this.device.minor === minor && patch < fixedIn,
    )
    return vulnerable && [...this.#loaded.values()].some(({ type, client }) => type === 'url' && client.state().totalInvalid > 0)
  }

  #configured(name: string): ConfigNode | undefined {
    return scopesOf(this.device.store.running)
      .map(({ node }) => node.at('external-list')?.entry(name))
      .find(node => node !== undefined)
  }

  #clientFor(name: string, source: ConfigNode): EdlClient {
    const type = source.tag as EdlType
    const { limits, version, now } = this.device
    const capacity = { ip: limits.edlIps, domain: limits.edlDomains, url: limits.edlUrls }[type]
    const profile = source.child('certificate-profile')?.text
    const caPem = profile === undefined ? undefined : this.certificateProfiles[profile]
    const username = source.at('auth', 'username')?.text
    const password = source.at('auth', 'password')?.text ?? ''
    return new EdlClient({
      type,
      url: source.child('url')?.text ?? '',
      version,
      now,
      limit: () => Math.max(0, capacity - this.used(type, name)),
      expandsDomains: source.child('expand-domain')?.text === 'yes',
      ...(caPem === undefined ? {} : { caPem }),
      ...(username === undefined ? {} : { credentials: { username, password } }),
    })
  }
}
