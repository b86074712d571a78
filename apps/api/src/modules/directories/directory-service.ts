import {
  directoryCreateInput,
  directoryUpdateInput,
  parseLdapUrl,
  type AttributeMapping,
  type DirectoryCreateInput,
  type DirectoryUpdateInput,
} from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay, UserFaultsError } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import type { Directory, Prisma, PrismaClient } from '../../platform/prisma/client.js'
import type { SecretBox } from '../../platform/secret-box.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import { BIND_PASSWORD, type DirectoryRegistry } from './directory-registry.js'
import { PRESETS } from './presets.js'

export interface SeenDirectory {
  readonly id: number
  readonly expectedVersion: number
}

/** As it came from outside: the zod schema of packages/shared decides. */
export type Unparsed<Input> = { readonly [Key in keyof Input]?: unknown }

export interface DirectoryServiceDeps {
  readonly prisma: PrismaClient
  readonly secrets: SecretBox
  readonly registry: Pick<DirectoryRegistry, 'forget'>
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

/** Keeps the directories. What was found with other settings is asked anew when somebody wants it. */
export class DirectoryService {
  constructor(private readonly deps: DirectoryServiceDeps) {}

  /** What is not given is taken from the preset. */
  async create(actor: Actor, input: Unparsed<DirectoryCreateInput>): Promise<Directory> {
    assertMay(actor, 'enrichment:write')
    const { bindPassword = '', attributes, ...settings } = directoryCreateInput.parse(withoutNull(input))
    const preset = PRESETS[settings.preset]
    const data: Prisma.DirectoryCreateInput = {
      userFilter: preset.userFilter,
      nestedGroups: preset.nestedGroups,
      ...withoutUndefined(settings),
      attributes: attributes ? toAttributeMap(attributes) : { ...preset.attributes },
      bindPasswordSealed: this.seal(bindPassword),
    }
    assertConsistent(data)
    return this.write(transaction => transaction.directory.create({ data }).catch(nameTaken))
  }

  /** undefined leaves a field as it is. The stored password goes to the stored servers alone: another one wants it entered again. */
  async update(actor: Actor, { id, expectedVersion, ...input }: SeenDirectory & Unparsed<DirectoryUpdateInput>): Promise<Directory> {
    assertMay(actor, 'enrichment:write')
    const { bindPassword, attributes, ...given } = directoryUpdateInput.parse(withoutNull(input))
    const current = await this.deps.prisma.directory.findUnique({ where: { id } })
    if (!current) throw missing()
    const settings = withoutUndefined(given)
    const sealed = bindPassword === undefined ? {} : { bindPasswordSealed: this.seal(bindPassword) }
    assertConsistent({ ...current, ...settings, ...sealed })
    if (bindPassword === undefined) assertSameServers(current, settings)
    const data = { ...settings, ...sealed, ...(attributes && { attributes: toAttributeMap(attributes) }), version: { increment: 1 } }
    return this.write(async transaction => {
      const { count } = await transaction.directory.updateMany({ where: { id, version: expectedVersion }, data }).catch(nameTaken)
      const directory = await transaction.directory.findUnique({ where: { id } })
      if (!directory) throw missing()
      if (count === 0) throw stale(directory)
      return directory
    })
  }

  /** What it told of people goes with it. */
  async delete(actor: Actor, { id, expectedVersion }: SeenDirectory): Promise<void> {
    assertMay(actor, 'enrichment:write')
    await this.write(async transaction => {
      const { count } = await transaction.directory.deleteMany({ where: { id, version: expectedVersion } })
      if (count === 0) {
        const directory = await transaction.directory.findUnique({ where: { id } })
        throw directory ? stale(directory) : missing()
      }
      await transaction.$executeRaw`DELETE FROM lookup WHERE provider = 'DIRECTORY' AND facts->>'directoryId' = ${String(id)}`
    })
  }

  /** The change, and that answers found before are old; then the others hear of it. */
  private async write<T>(change: (transaction: Prisma.TransactionClient) => Promise<T>): Promise<T> {
    const now = new Date(this.deps.clock.now())
    const result = await this.deps.prisma.$transaction(async transaction => {
      const changed = await change(transaction)
      await transaction.$executeRaw`UPDATE lookup
        SET expires_at = LEAST(expires_at, ${now}), due_at = LEAST(due_at, ${now})
        WHERE provider = 'DIRECTORY' AND (expires_at > ${now} OR due_at > ${now})`
      // What was wrong may be mended: asked again at once, not after the pause.
      await transaction.providerHealth.deleteMany({ where: { provider: 'DIRECTORY' } })
      return changed
    })
    this.deps.registry.forget()
    await this.deps.hints.publish('enrichmentSettings', {})
    return result
  }

  private seal(password: string): string | null {
    return password === '' ? null : this.deps.secrets.seal(BIND_PASSWORD, password)
  }
}

interface Consistent {
  readonly urls?: unknown
  readonly startTls?: boolean
  readonly tlsTrust?: string
  readonly tlsCaPem?: string | null
  readonly tlsFingerprint?: string | null
  readonly bindDn?: string
  readonly bindPasswordSealed?: string | null
}

/** Rules that take more than one field. */
function assertConsistent(directory: Consistent): void {
  assertConsistentTls(directory)
  if ((directory.bindDn ?? '') !== '' && !directory.bindPasswordSealed) throw invalid('bindPassword', 'Enter the password')
}

/** Also for settings that are only tried. */
export function assertConsistentTls({ urls, startTls, tlsTrust, tlsCaPem, tlsFingerprint }: Omit<Consistent, 'bindDn'>): void {
  if (tlsTrust === 'CA' && !tlsCaPem) throw invalid('tlsCaPem', 'Give the certificate of the CA')
  if (tlsTrust === 'PINNED' && !tlsFingerprint) throw invalid('tlsFingerprint', 'Confirm the fingerprint of the certificate')
  const secure = Array.isArray(urls) ? urls.map(url => parseLdapUrl(String(url))?.secure) : []
  if (startTls === true && secure.includes(true)) throw invalid('startTls', 'StartTLS is for ldap:// URLs: ldaps:// is encrypted already')
}

/** Else whoever may edit directories could have the stored password sent to a server of theirs. */
export function assertSameServers(
  current: Pick<Directory, 'urls' | 'bindDn' | 'bindPasswordSealed'>,
  given: { readonly urls?: readonly string[] | undefined },
): void {
  const isElsewhere = given.urls?.some(url => !current.urls.includes(url)) === true
  if (current.bindPasswordSealed !== null && isElsewhere) throw invalid('bindPassword', 'Enter the password again: a server is another one')
}

export const toAttributeMap = (mappings: readonly AttributeMapping[]): Record<string, string> =>
  Object.fromEntries(mappings.map(({ attribute, name }) => [attribute, name]))

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> }

export const withoutUndefined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>

/** null clears what may be empty, and leaves the rest as it is. */
const CLEARABLE = new Set(['tlsCaPem', 'tlsFingerprint'])
export const withoutNull = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([key, value]) => value !== null || CLEARABLE.has(key)))

export const invalid = (field: string, message: string): UserFaultsError =>
  new UserFaultsError([{ code: 'INVALID', field: [field], message }])

export const missing = (): UserFaultsError =>
  new UserFaultsError([{ code: 'NOT_FOUND', field: ['id'], message: 'The directory was not found' }])

const stale = (current: Directory): UserFaultsError =>
  new UserFaultsError([{ code: 'CONFLICT', field: ['expectedVersion'], message: 'Somebody else changed the directory meanwhile' }], current)

function nameTaken(error: unknown): never {
  if (isUniqueViolation(error))
    throw new UserFaultsError([{ code: 'TAKEN', field: ['name'], message: 'There is a directory of this name' }])
  throw error
}
