import { wildfireTestInput, type WildfireTestInput } from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
import { assertMay, UserFaultsError } from '../../platform/errors.js'
import { assertStorable } from '../../platform/storable.js'
import { ProviderFault } from '../enrichment/index.js'
import { verdictsOn, type VerdictsReply, type WildfireAccess, type WildfireClient } from './wildfire-client.js'
import type { WildfireSettings } from './wildfire-settings.js'
import type { WildfireUsage } from './wildfire-usage.js'

/** SHA-256 of the EICAR test file: harmless, and known to every analysis service. */
export const WELL_KNOWN_HASH = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f'

export interface TestOutcome {
  readonly ok: boolean
  readonly message: string
  readonly milliseconds: number
}

export interface WildfireTesterDeps {
  readonly client: Pick<WildfireClient, 'verdicts'>
  readonly settings: Pick<WildfireSettings, 'stored'>
  readonly usage: Pick<WildfireUsage, 'count'>
}

/** Tries a key: asks for the verdict on a well-known file. Saves nothing; costs one question of the key's quota. */
export class WildfireTester {
  constructor(private readonly deps: WildfireTesterDeps) {}

  /** What is not given is taken from the source. @throws UserFaultsError where there is no key or URL to test */
  async test(
    actor: Actor,
    { sourceId, ...input }: { readonly sourceId: number | undefined } & { readonly [Key in keyof WildfireTestInput]?: unknown },
  ): Promise<TestOutcome> {
    assertMay(actor, 'source:write')
    assertStorable(input)
    const given = wildfireTestInput.parse(input)
    const started = performance.now()
    const outcome = await this.tryAccess(sourceId, given).catch((error: unknown) => {
      if (error instanceof ProviderFault) return { ok: false, message: error.message }
      throw error
    })
    return { ...outcome, milliseconds: Math.round(performance.now() - started) }
  }

  private async tryAccess(sourceId: number | undefined, given: WildfireTestInput): Promise<Omit<TestOutcome, 'milliseconds'>> {
    const { access, isStored } = await this.accessOf(sourceId, given)
    if (isStored) await this.deps.usage.count()
    return verdictOf(await this.deps.client.verdicts(access, [WELL_KNOWN_HASH]))
  }

  /** The stored key is opened only where no other is given: one that does not open can still be replaced. */
  private async accessOf(sourceId: number | undefined, given: WildfireTestInput): Promise<{ access: WildfireAccess; isStored: boolean }> {
    const { apiKey, apiUrl } = given
    if (apiKey !== undefined && apiUrl !== undefined) return { access: { apiKey, apiUrl }, isStored: false }
    const stored = await this.deps.settings.stored(sourceId, { withKey: apiKey === undefined })
    if (sourceId !== undefined && stored === undefined) throw fault('NOT_FOUND', 'sourceId', 'The source was not found')
    // A key goes only where the administrator sent it: not with a stored key to a URL that somebody has just typed.
    const key = apiKey ?? stored?.apiKey
    if (key === undefined) throw fault('INVALID', 'apiKey', 'Enter a key: none is stored')
    const url = apiUrl ?? stored?.apiUrl
    if (url === undefined) throw fault('INVALID', 'apiUrl', 'Enter the API URL')
    if (apiKey === undefined && apiUrl !== undefined && apiUrl !== stored?.apiUrl)
      throw fault('INVALID', 'apiKey', 'Enter the key again: the stored one is not sent to another URL than the stored one')
    return { access: { apiKey: key, apiUrl: url }, isStored: apiKey === undefined }
  }
}

function verdictOf(reply: VerdictsReply): Omit<TestOutcome, 'milliseconds'> {
  if (reply.kind === 'refused') return { ok: false, message: reply.reason }
  const [verdict] = verdictsOn(WELL_KNOWN_HASH, reply.infos, true)
  return verdict === undefined
    ? { ok: false, message: 'WildFire answered without a verdict: check the API URL' }
    : { ok: true, message: `The key works. WildFire's verdict on the EICAR test file: ${verdict.toLowerCase()}` }
}

const fault = (code: 'INVALID' | 'NOT_FOUND', field: string, message: string) => new UserFaultsError([{ code, field: [field], message }])
