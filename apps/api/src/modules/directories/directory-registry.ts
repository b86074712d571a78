import type { DirectoryPreset, TlsTrust } from '@sallyport/shared'
import { z } from 'zod'
import { PersonAttribute } from '@sallyport/shared'
import type { Clock } from '../../platform/clock.js'
import type { HintSource } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Directory, PrismaClient } from '../../platform/prisma/client.js'
import type { SecretBox } from '../../platform/secret-box.js'
import { DirectoryFault } from './directory-fault.js'
import { DirectorySession } from './directory-session.js'
import type { AttributeMap, EnabledDirectory } from './directory-settings.js'

/** Purpose that the password is sealed for. */
export const BIND_PASSWORD = 'directory.bindPassword'

/** Settings are read anew at least so often, should a hint have been missed. */
const MAX_AGE_MS = 60_000

export interface OpenDirectory {
  readonly settings: EnabledDirectory
  readonly session: DirectorySession
}

export interface DirectoryRegistryDeps {
  readonly prisma: PrismaClient
  readonly secrets: SecretBox
  readonly hints: HintSource
  readonly clock: Clock
}

/** The directories that are switched on, each with its connections. Follows the settings. */
export class DirectoryRegistry implements Service {
  readonly name = 'directories'
  private known: { readonly at: number; readonly directories: Promise<readonly OpenDirectory[]> } | undefined
  private sessions = new Map<string, DirectorySession>()
  private undo: readonly (() => void)[] = []

  constructor(private readonly deps: DirectoryRegistryDeps) {}

  async start(): Promise<void> {
    const forget = () => (this.known = undefined)
    this.undo = [this.deps.hints.on('enrichmentSettings', forget), this.deps.hints.on('resync', forget)]
  }

  async stop(): Promise<void> {
    for (const undo of this.undo) undo()
    this.undo = []
    this.known = undefined
    for (const session of this.sessions.values()) session.close()
    this.sessions.clear()
  }

  /** By name. From memory while nothing has changed. */
  async enabled(): Promise<readonly OpenDirectory[]> {
    const now = this.deps.clock.now()
    if (!this.known || now - this.known.at > MAX_AGE_MS || now < this.known.at) this.known = { at: now, directories: this.load() }
    const { known } = this
    try {
      return await known.directories
    } catch (error) {
      if (this.known === known) this.known = undefined
      throw error
    }
  }

  /** The next question reads the settings again. */
  forget(): void {
    this.known = undefined
  }

  private async load(): Promise<readonly OpenDirectory[]> {
    const rows = await this.deps.prisma.directory.findMany({ where: { enabled: true }, orderBy: { name: 'asc' } })
    const before = this.sessions
    const open = rows.map(row => {
      const settings = toSettings(row, this.deps.secrets)
      const key = `${row.id}:${row.version}`
      return { key, settings, session: before.get(key) ?? new DirectorySession(settings, { clock: this.deps.clock }) }
    })
    this.sessions = new Map(open.map(({ key, session }) => [key, session]))
    // Connections with settings of yesterday end; questions that are under way on them finish.
    for (const [key, session] of before) if (!this.sessions.has(key)) session.close()
    return open
  }
}

const attributeMap = z.partialRecord(z.enum(PersonAttribute), z.string()).catch({})

/** undefined keys are attributes that are not asked for. */
export const readAttributes = (stored: unknown): AttributeMap => attributeMap.parse(stored)

export function toSettings(row: Directory, secrets: SecretBox): EnabledDirectory {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    preset: row.preset as DirectoryPreset,
    urls: row.urls,
    startTls: row.startTls,
    tls: {
      trust: row.tlsTrust as TlsTrust,
      caPem: row.tlsCaPem ?? undefined,
      fingerprints: row.tlsFingerprint?.split(', ') ?? [],
    },
    bindDn: row.bindDn,
    bindPassword: () => openPassword(row.bindPasswordSealed, secrets),
    baseDn: row.baseDn,
    userFilter: row.userFilter,
    attributes: readAttributes(row.attributes),
    nestedGroups: row.nestedGroups,
    domains: row.domains,
    timeoutMs: row.timeoutSeconds * 1_000,
    cacheSeconds: row.cacheSeconds,
    unknownCacheSeconds: row.unknownCacheSeconds,
  }
}

function openPassword(sealed: string | null, secrets: SecretBox): string {
  if (sealed === null) return ''
  try {
    return secrets.open(BIND_PASSWORD, sealed)
  } catch (error) {
    throw new DirectoryFault('CREDENTIALS', 'The stored password does not open with the secret key of this server: enter it again', {
      cause: error,
    })
  }
}
