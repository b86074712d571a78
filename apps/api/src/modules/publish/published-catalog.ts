import { createHash, timingSafeEqual } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import type { Clock } from '../../platform/clock.js'
import type { PublishedSettings } from './published-settings.js'
import type { ServedVersion } from './served-version.js'

export interface Asked {
  readonly token: string
  /** Header of that name. */
  readonly authorization: string | undefined
  /** Of the client, IPv4 unwrapped. */
  readonly address: string
}

/** Of the last three the list is known. */
export type Found =
  | { readonly status: 404 | 503 }
  | { readonly status: 401 | 403; readonly listId: number; readonly version: number }
  | { readonly status: 200; readonly listId: number; readonly credentialId: number; readonly version: ServedVersion }

/** Credential of those who needed none. */
export const NO_CREDENTIAL = 0

interface Credential {
  readonly id: number
  readonly username: string
  readonly passwordHash: Buffer
}

interface Published {
  readonly listId: number
  /** undefined: everybody may fetch it. */
  readonly allowed: BlockList | undefined
  /** None: the path alone suffices. */
  readonly credentials: readonly Credential[]
  /** undefined: cannot be read, which is our fault. */
  readonly version: ServedVersion | undefined
}

interface Route {
  readonly list: Published
  readonly retiresAt: number | null
}

/** Every published list in memory: what a request is answered from, whether the database is there or not. */
export class PublishedCatalog {
  private routes: ReadonlyMap<string, Route> | undefined
  private versions: ReadonlyMap<number, ServedVersion> = new Map()

  constructor(private readonly deps: { readonly clock: Clock }) {}

  /** The version of a list that is served. */
  version(listId: number): ServedVersion | undefined {
    return this.versions.get(listId)
  }

  /** All at once, so that no request sees half of a change. */
  replace(settings: PublishedSettings, versions: ReadonlyMap<number, ServedVersion>): void {
    const routes = new Map<string, Route>()
    for (const { listId, allowedNetworks, paths } of settings.lists) {
      const list: Published = {
        listId,
        allowed: allowedNetworks.length > 0 ? networksOf(allowedNetworks) : undefined,
        credentials: settings.credentials
          .filter(({ listIds }) => listIds.length === 0 || listIds.includes(listId))
          .map(({ id, username, passwordHash }) => ({ id, username, passwordHash: Buffer.from(passwordHash, 'base64') })),
        version: versions.get(listId),
      }
      for (const { token, retiresAt } of paths) routes.set(token, { list, retiresAt })
    }
    this.routes = routes
    this.versions = versions
  }

  /**
   * 503 for whatever is our own fault: at 401 a firewall stops enforcing the list, at 5xx it keeps its copy. The token is
   * found by its hash in a map, which tells an observer of times nothing about tokens that exist.
   */
  find({ token, authorization, address }: Asked): Found {
    if (this.routes === undefined) return { status: 503 }
    const route = this.routes.get(token)
    if (!route || (route.retiresAt !== null && route.retiresAt <= this.deps.clock.now())) return { status: 404 }
    const { listId, allowed, credentials, version } = route.list
    const refused = { listId, version: version?.ref.number ?? 0 }
    if (allowed && !isAllowed(allowed, address)) return { status: 403, ...refused }
    const credentialId = credentials.length === 0 ? NO_CREDENTIAL : matching(credentials, authorization)
    if (credentialId === undefined) return { status: 401, ...refused }
    if (version === undefined) return { status: 503 }
    return { status: 200, listId, credentialId, version }
  }
}

function networksOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family)
  }
  return list
}

const isAllowed = (allowed: BlockList, address: string): boolean => allowed.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** The credential of a Basic header (RFC 7617): everything behind the first colon is the password. */
function matching(credentials: readonly Credential[], authorization: string | undefined): number | undefined {
  const [, encoded] = /^basic +([A-Za-z0-9+/_=-]+) *$/i.exec(authorization ?? '') ?? []
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 0) return undefined
  const username = text.slice(0, colon)
  const hash = passwordHashOf(text.slice(colon + 1))
  const known = credentials.find(credential => credential.username === username)
  // A name that nobody has costs the same time.
  const isRight = timingSafeEqual(hash, known?.passwordHash ?? hash)
  return known && isRight ? known.id : undefined
}

/** Passwords are 256 random bits: nothing slower than SHA-256 is needed. */
export const passwordHashOf = (password: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(password).digest())
