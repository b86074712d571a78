import { AddressOrder, timeZone } from '@sallyport/shared'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.js'
import { assertMay, UserFaultsError } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import type { Firewall, PrismaClient } from '../../platform/prisma/client.js'
import type { Unparsed } from './source-service.js'

const firewallUpdateInput = z.object({ timeZone: timeZone.nullable().optional(), addressOrder: z.enum(AddressOrder).optional() })
type FirewallUpdateInput = z.infer<typeof firewallUpdateInput>

export interface FirewallServiceDeps {
  readonly prisma: PrismaClient
  readonly hints: Pick<HintSink, 'publish'>
  /** Tells ingest to read settings again. */
  readonly settingsChanged: () => void
}

export class FirewallService {
  constructor(private readonly deps: FirewallServiceDeps) {}

  /** undefined leaves a field as it is; timeZone null means the source's. Alerts already stored keep their times. */
  async update(actor: Actor, { id, ...input }: Unparsed<FirewallUpdateInput> & { readonly id: number }): Promise<Firewall> {
    assertMay(actor, 'source:write')
    const parsed = firewallUpdateInput.parse(input)
    const data = {
      ...(parsed.timeZone !== undefined && { timeZone: parsed.timeZone }),
      ...(parsed.addressOrder !== undefined && { addressOrder: parsed.addressOrder }),
    }
    const [firewall] = await this.deps.prisma.firewall.updateManyAndReturn({ where: { id }, data })
    if (firewall === undefined) throw new UserFaultsError([{ code: 'NOT_FOUND', field: ['id'], message: 'The firewall was not found' }])
    this.deps.settingsChanged()
    await this.deps.hints.publish('sources', {})
    return firewall
  }
}
