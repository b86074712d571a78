import type { PrismaClient, Source } from '../../platform/prisma/client.js'
import type { SecretBox } from '../../platform/secret-box.js'
import { ProviderFault } from '../enrichment/index.js'
import { WILDFIRE_API_KEY } from '../sources/index.js'
import type { WildfireAccess } from './wildfire-client.js'

export interface WildfireSettingsDeps {
  readonly prisma: Pick<PrismaClient, 'source'>
  readonly secrets: Pick<SecretBox, 'open'>
}

/** What the Palo Alto Networks source says of WildFire. */
export class WildfireSettings {
  constructor(private readonly deps: WildfireSettingsDeps) {}

  /** Queries a day; undefined: WildFire is switched off, or there is no key. */
  async dailyQuota(): Promise<number | undefined> {
    return (await this.active())?.wildfireDailyQuota
  }

  /** Differs whenever a setting does. */
  async version(): Promise<string> {
    const source = await this.active()
    return source ? `${source.id}.${source.version}` : 'off'
  }

  /** @throws ProviderFault CREDENTIALS where WildFire may not be asked now */
  async access(): Promise<WildfireAccess> {
    const source = await this.active()
    if (!source) throw new ProviderFault('CREDENTIALS', 'The WildFire API is switched off')
    return { apiUrl: source.wildfireApiUrl, apiKey: this.keyOf(source) ?? '' }
  }

  /**
   * With or without the switch; apiKey undefined: none is stored, or it is not wanted. undefined: there is no such source.
   * @throws ProviderFault where the key cannot be opened
   */
  async stored(
    sourceId: number | undefined,
    { withKey }: { readonly withKey: boolean },
  ): Promise<{ readonly apiUrl: string; readonly apiKey: string | undefined } | undefined> {
    const source = await this.deps.prisma.source.findFirst({
      where: { type: 'PALO_ALTO_NETWORKS', ...(sourceId !== undefined && { id: sourceId }) },
    })
    return source ? { apiUrl: source.wildfireApiUrl, apiKey: withKey ? this.keyOf(source) : undefined } : undefined
  }

  private active(): Promise<Source | null> {
    return this.deps.prisma.source.findFirst({
      where: { type: 'PALO_ALTO_NETWORKS', enabled: true, wildfireApiEnabled: true, wildfireApiKeySealed: { not: null } },
    })
  }

  private keyOf({ wildfireApiKeySealed }: Source): string | undefined {
    if (wildfireApiKeySealed === null) return undefined
    try {
      return this.deps.secrets.open(WILDFIRE_API_KEY, wildfireApiKeySealed)
    } catch (error) {
      throw new ProviderFault('CREDENTIALS', "The stored API key does not open with this server's secret key: enter it again", {
        cause: error,
      })
    }
  }
}
