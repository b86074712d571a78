import type { Socket } from 'node:net'
import { Client, ResultCodeError, type Filter, type SearchOptions, type SearchResult } from 'ldapts'
import { DirectoryFault, toDirectoryFault } from './directory-fault.js'
import type { DirectorySettings } from './directory-settings.js'
import { GuardedStream } from './guarded-stream.js'
import { toLdapEntry, type LdapEntry } from './ldap-entry.js'
import { openTransport, placeOf, timeOut, untraced, type Trace } from './ldap-transport.js'

export interface LdapSearch {
  readonly base: string
  readonly scope: 'base' | 'sub'
  readonly filter: Filter
  readonly attributes: readonly string[]
  /** The first ones are enough. */
  readonly atMost: number
  /** Fetched in pages, since a server may give no more than some hundreds at once. */
  readonly inPages?: boolean
}

export interface Found {
  readonly entries: readonly LdapEntry[]
  /** URLs of other servers that may know more; they are not followed. */
  readonly references: readonly string[]
  /** There are more. */
  readonly cut: boolean
}

const PAGE_SIZE = 100
const PAGES_MAX = 50
const SIZE_LIMIT_EXCEEDED = 4
const NO_SUCH_OBJECT = 32

type ConnectionSettings = Pick<DirectorySettings, 'startTls' | 'tls' | 'bindDn' | 'bindPassword' | 'timeoutMs'>

/** One bound connection with a directory. Every question has its own time limit; what runs into it ends the connection. */
export class LdapConnection {
  private broken = false

  private constructor(
    readonly url: string,
    private readonly client: Client,
    private readonly stream: GuardedStream,
    private readonly timeoutMs: number,
  ) {
    stream.once('close', () => (this.broken = true))
  }

  /** @throws DirectoryFault */
  static async open(url: string, settings: ConnectionSettings, signal: AbortSignal, trace: Trace = untraced): Promise<LdapConnection> {
    const socket = await openTransport(url, settings, AbortSignal.any([signal, AbortSignal.timeout(settings.timeoutMs)]), trace)
    const stream = new GuardedStream(socket)
    // The library takes a connection that is open already; it asks for no more than a stream of one has.
    const createConnection = () => stream as unknown as Socket
    const client = new Client({ url: 'ldap://established', createConnection })
    const connection = new LdapConnection(url, client, stream, settings.timeoutMs)
    try {
      const words = () => (settings.bindDn === '' ? 'Anonymous' : settings.bindDn)
      await trace('Bind', () => connection.bind(settings, signal), words)
      return connection
    } catch (error) {
      stream.destroy()
      throw error
    }
  }

  get isOpen(): boolean {
    return !this.broken && !this.stream.destroyed
  }

  /** An entry that is not there is an empty answer where one is asked for by its DN, and a fault where it is the base of a search. */
  async search(search: LdapSearch, signal: AbortSignal): Promise<Found> {
    return this.within(signal, async () => {
      try {
        return await this.collect(search)
      } catch (error) {
        if (search.scope === 'base' && codeOf(error) === NO_SUCH_OBJECT) return NOTHING
        throw error
      }
    })
  }

  /** Says goodbye where it can. */
  close(): void {
    if (this.broken) return
    this.broken = true
    void this.client
      .unbind()
      .catch(() => undefined)
      .finally(() => this.stream.destroy())
  }

  private async bind({ bindDn, bindPassword }: ConnectionSettings, signal: AbortSignal): Promise<void> {
    const password = bindDn === '' ? '' : bindPassword()
    // A name without a password is an anonymous bind, which would look like a good one.
    if (bindDn !== '' && password === '') throw new DirectoryFault('CREDENTIALS', `${this.where}: the password is missing`)
    await this.within(signal, () => this.client.bind(bindDn, password))
  }

  private async collect({ base, scope, filter, attributes, atMost, inPages = false }: LdapSearch): Promise<Found> {
    const timeLimit = Math.max(1, Math.ceil(this.timeoutMs / 1_000))
    const options: SearchOptions = { scope, filter, attributes: [...attributes], derefAliases: 'never', timeLimit }
    if (!inPages) return toFound([await this.client.search(base, { ...options, sizeLimit: atMost + 1 })], atMost)
    return this.collectPages(base, { ...options, paged: { pageSize: PAGE_SIZE } }, atMost)
  }

  private async collectPages(base: string, options: SearchOptions, atMost: number): Promise<Found> {
    const pages: SearchResult[] = []
    let count = 0
    try {
      for await (const page of this.client.searchPaginated(base, options)) {
        pages.push(page)
        count += page.searchEntries.length
        this.stream.beginAnswer()
        if (count > atMost || pages.length >= PAGES_MAX) break
      }
    } catch (error) {
      // A server that gives no more than so many over all pages: what came is right.
      if (pages.length > 0 && codeOf(error) === SIZE_LIMIT_EXCEEDED) return { ...toFound(pages, atMost), cut: true }
      throw error
    }
    return toFound(pages, atMost)
  }

  /** @throws DirectoryFault, and the connection is closed where it cannot be used any more */
  private async within<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(this.timeoutMs)])
    const end = () => this.stream.destroy()
    limit.addEventListener('abort', end, { once: true })
    this.stream.beginAnswer()
    try {
      if (limit.aborted || this.broken)
        throw new DirectoryFault('UNREACHABLE', `${this.where}: the connection was lost`, { lostConnection: true })
      return await work()
    } catch (error) {
      const guarded = this.stream.fault
      if (guarded) throw new DirectoryFault(guarded.kind, `${this.where}: ${guarded.message}`, { cause: error })
      throw limit.aborted ? timeOut(this.where, limit) : toDirectoryFault(error, this.where)
    } finally {
      limit.removeEventListener('abort', end)
    }
  }

  private get where(): string {
    const { host, port } = placeOf(this.url)
    return `${host}:${port}`
  }
}

const codeOf = (error: unknown): unknown => (error instanceof ResultCodeError ? error.code : undefined)

const NOTHING: Found = { entries: [], references: [], cut: false }

function toFound(pages: readonly SearchResult[], atMost: number): Found {
  const entries = pages.flatMap(({ searchEntries }) => searchEntries)
  return {
    entries: entries.slice(0, atMost).map(toLdapEntry),
    references: pages.flatMap(({ searchReferences }) => searchReferences).slice(0, 20),
    cut: entries.length > atMost,
  }
}
