import { directoryTestInput, parseLdapUrl, type DirectoryTestInput } from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay } from '../../platform/errors.js'
import type { Directory, PrismaClient } from '../../platform/prisma/client.js'
import type { SecretBox } from '../../platform/secret-box.js'
import { DirectoryFault } from './directory-fault.js'
import { toSettings } from './directory-registry.js'
import {
  assertConsistentTls,
  assertSameServers,
  invalid,
  missing,
  toAttributeMap,
  withoutNull,
  withoutUndefined,
  type Unparsed,
} from './directory-service.js'
import type { DirectorySettings } from './directory-settings.js'
import { findPerson, shownFilter, type PersonFound } from './find-person.js'
import { LdapConnection } from './ldap-connection.js'
import type { LdapEntry } from './ldap-entry.js'
import { lookAtCertificate, type Trace } from './ldap-transport.js'
import { parsePanUser, type PanPerson } from './pan-user.js'
import { cleanText, type PersonFacts } from './person.js'
import { PRESETS } from './presets.js'

export interface TestStep {
  readonly name: string
  readonly ok: boolean
  readonly message: string | null
  readonly milliseconds: number
}

export interface DirectoryTestResult {
  readonly steps: readonly TestStep[]
  readonly filter: string | null
  readonly person: PersonFacts | null
  readonly attributes: readonly { readonly name: string; readonly value: string }[]
  readonly certificateFingerprint: string | null
}

/** Longest time that somebody waits for a test. */
const TEST_TIMEOUT_MS = 45_000
const SHOWN_ATTRIBUTES_MAX = 200
const SHOWN_VALUES_MAX = 20

export interface DirectoryTesterDeps {
  readonly prisma: PrismaClient
  readonly secrets: SecretBox
  readonly clock: Clock
}

/** Asks a directory with settings that need not be saved, and tells each step. Saves nothing. */
export class DirectoryTester {
  constructor(private readonly deps: DirectoryTesterDeps) {}

  /** What is not given is taken from the directory `id`, else from the preset. */
  async test(actor: Actor, id: number | undefined, input: Unparsed<DirectoryTestInput>): Promise<DirectoryTestResult> {
    assertMay(actor, 'enrichment:write')
    const given = withoutUndefined(directoryTestInput.parse(withoutNull(input))) as DirectoryTestInput
    const stored = id === undefined ? null : await this.deps.prisma.directory.findUnique({ where: { id } })
    if (id !== undefined && !stored) throw missing()
    const settings = this.settingsOf(given, stored)
    const steps: TestStep[] = []
    const user = parsePanUser(given.user)
    const signal = AbortSignal.timeout(TEST_TIMEOUT_MS)
    if (user.kind !== 'person') {
      const message =
        user.kind === 'machine' ? `${user.asSent} is the account of a computer: it is not looked up` : `Not a person: ${user.why}`
      return { ...NOTHING, steps: [{ name: 'User', ok: false, message, milliseconds: 0 }] }
    }
    const filter = shownFilter(settings, user)
    for (const url of settings.urls) {
      const found = await this.ask(url, settings, user, steps, signal)
      if (found !== undefined) return { ...NOTHING, steps, filter, ...shown(found) }
      // Wrong credentials count against the account at every server.
      if (steps.at(-1)?.name === 'Bind') break
    }
    const untrusted = steps.some(step => step.name === 'TLS' && !step.ok)
    const fingerprint = untrusted ? await firstFingerprint(settings, signal) : undefined
    return { ...NOTHING, steps, filter, certificateFingerprint: fingerprint ?? null }
  }

  /** undefined: this server cannot be asked, as its steps say. */
  private async ask(
    url: string,
    settings: DirectorySettings,
    user: PanPerson,
    steps: TestStep[],
    signal: AbortSignal,
  ): Promise<PersonFound | undefined> {
    const trace = tracer(steps)
    let connection: LdapConnection | undefined
    try {
      connection = await LdapConnection.open(url, settings, signal, trace)
      if (!settings.startTls && parseLdapUrl(url)?.secure === false) {
        const words = settings.bindDn === '' ? 'Not encrypted' : 'Not encrypted: the password travels in clear'
        steps.push({ name: 'TLS', ok: true, message: words, milliseconds: 0 })
      }
      const found = await findPerson(connection, settings, user, signal, { now: this.deps.clock.now(), everything: true, trace })
      if (found.kind !== 'found') steps.push({ name: 'Person', ok: false, message: withoutPerson(found), milliseconds: 0 })
      return found
    } catch (error) {
      if (!(error instanceof DirectoryFault)) throw error
      return undefined
    } finally {
      connection?.close()
    }
  }

  private settingsOf(given: DirectoryTestInput, stored: Directory | null): DirectorySettings {
    const base = stored ? toSettings(stored, this.deps.secrets) : undefined
    if (stored && given.bindPassword === undefined) assertSameServers(stored, given)
    const preset = PRESETS[given.preset ?? base?.preset ?? 'CUSTOM']
    const settings = {
      name: base?.name ?? 'This directory',
      preset: preset.preset,
      urls: given.urls ?? base?.urls ?? [],
      startTls: given.startTls ?? base?.startTls ?? false,
      tls: {
        trust: given.tlsTrust ?? base?.tls.trust ?? 'SYSTEM',
        caPem: given.tlsCaPem === undefined ? base?.tls.caPem : (given.tlsCaPem ?? undefined),
        fingerprints: given.tlsFingerprint === undefined ? (base?.tls.fingerprints ?? []) : (given.tlsFingerprint?.split(', ') ?? []),
      },
      bindDn: given.bindDn ?? base?.bindDn ?? '',
      bindPassword: given.bindPassword === undefined ? (base?.bindPassword ?? (() => '')) : () => given.bindPassword ?? '',
      baseDn: given.baseDn ?? base?.baseDn ?? '',
      userFilter: given.userFilter ?? base?.userFilter ?? preset.userFilter,
      attributes: given.attributes ? toAttributeMap(given.attributes) : (base?.attributes ?? preset.attributes),
      nestedGroups: given.nestedGroups ?? base?.nestedGroups ?? preset.nestedGroups,
      timeoutMs: given.timeoutSeconds === undefined ? (base?.timeoutMs ?? 5_000) : given.timeoutSeconds * 1_000,
    } satisfies DirectorySettings
    if (settings.urls.length === 0) throw invalid('urls', 'Enter at least one URL')
    if (settings.baseDn === '') throw invalid('baseDn', 'Enter the base DN')
    const { startTls, tls, urls } = settings
    assertConsistentTls({ urls, startTls, tlsTrust: tls.trust, tlsCaPem: tls.caPem ?? null, tlsFingerprint: tls.fingerprints.join(', ') })
    return settings
  }
}

const NOTHING: DirectoryTestResult = { steps: [], filter: null, person: null, attributes: [], certificateFingerprint: null }

/** Times each step, and keeps why it failed. */
const tracer =
  (steps: TestStep[]): Trace =>
  async (name, work, words) => {
    const begun = performance.now()
    const end = (ok: boolean, message: string | null) =>
      steps.push({ name, ok, message, milliseconds: Math.round(performance.now() - begun) })
    try {
      const result = await work()
      end(true, words?.(result) ?? null)
      return result
    } catch (error) {
      end(false, error instanceof Error ? cleanText(error.message) : String(error))
      throw error
    }
  }

function withoutPerson(found: Exclude<PersonFound, { kind: 'found' }>): string {
  if (found.kind === 'several') return `${found.count} entries match. Make the filter narrower`
  const elsewhere = found.references.length > 0 ? '. The directory names other servers, which are not asked' : ''
  return `Nobody matches the filter below the base DN${elsewhere}`
}

const shown = (found: PersonFound): Partial<DirectoryTestResult> =>
  found.kind === 'found' ? { person: found.facts, attributes: rawAttributes(found.entry) } : {}

/** Every attribute that came back; values that are no text by their size. */
function rawAttributes({ attributes }: LdapEntry): { name: string; value: string }[] {
  const filled = [...attributes].filter(([, values]) => values.length > 0).slice(0, SHOWN_ATTRIBUTES_MAX)
  return filled.map(([name, values]) => {
    const texts = values.slice(0, SHOWN_VALUES_MAX).map(value => (typeof value === 'string' ? cleanText(value) : `(${value.length} bytes)`))
    const more = values.length - texts.length
    return { name, value: more > 0 ? `${texts.join(', ')} and ${more} more` : texts.join(', ') }
  })
}

async function firstFingerprint(settings: DirectorySettings, signal: AbortSignal): Promise<string | undefined> {
  for (const url of settings.urls) {
    const fingerprint = await lookAtCertificate(url, settings, AbortSignal.any([signal, AbortSignal.timeout(settings.timeoutMs)]))
    if (fingerprint !== undefined) return fingerprint
  }
  return undefined
}
