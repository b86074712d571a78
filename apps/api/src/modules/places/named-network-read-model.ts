import { keyedLoader } from '../../platform/keyed-loader.js'
import type { NamedNetwork, PrismaClient } from '../../platform/prisma/client.js'

export class NamedNetworkReadModel {
  constructor(private readonly deps: { readonly prisma: Pick<PrismaClient, 'namedNetwork'> }) {}

  /** Loader factory, one loader per request. */
  readonly networkById = () =>
    keyedLoader(
      (ids: readonly number[]) => this.deps.prisma.namedNetwork.findMany({ where: { id: { in: [...ids] } } }),
      network => network.id,
    )

  /** In the order of their addresses, wider ones first. */
  async networks(): Promise<NamedNetwork[]> {
    return this.deps.prisma.namedNetwork.findMany({ orderBy: [{ rangeFirst: 'asc' }, { rangeLast: 'desc' }, { id: 'asc' }] })
  }
}
