import type { NodeLoader } from '../../graphql/node.js'
import type { NamedNetworkReadModel } from './named-network-read-model.js'
import { toNamedNetworkType } from './place-type.js'

const SMALL_KEY = /^\d{1,9}$/

/** What `node(id)` finds of this module. */
export const placeNodes = ({ networks }: { readonly networks: NamedNetworkReadModel }): NodeLoader[] => [
  {
    type: 'NamedNetwork',
    permission: 'enrichment:read',
    load: async (id, context) => {
      const network = SMALL_KEY.test(id) ? await context.load(networks.networkById).load(Number(id)) : undefined
      return network && toNamedNetworkType(network)
    },
  },
]
