import type { NodeLoader } from '../../graphql/node.js'
import type { SourceReadModel } from './source-read-model.js'
import { toFirewallType, toSourceType, toUnreadableLineType } from './source-type.js'

const SMALL_KEY = /^\d{1,9}$/
const LARGE_KEY = /^\d{1,18}$/

/** What `node(id)` finds of this module. */
export const sourceNodes = ({ sources }: { readonly sources: SourceReadModel }): NodeLoader[] => [
  {
    type: 'Source',
    permission: 'source:read',
    load: async (id, context) => {
      const source = SMALL_KEY.test(id) ? await context.load(sources.sourceById).load(Number(id)) : undefined
      return source && toSourceType(source)
    },
  },
  {
    type: 'Firewall',
    permission: 'source:read',
    load: async (id, context) => {
      const firewall = SMALL_KEY.test(id) ? await context.load(sources.firewallById).load(Number(id)) : undefined
      return firewall && toFirewallType(firewall)
    },
  },
  {
    type: 'UnreadableLine',
    permission: 'source:read',
    load: async id => {
      const line = LARGE_KEY.test(id) ? await sources.unreadableLine(BigInt(id)) : null
      return line && toUnreadableLineType(line)
    },
  },
]
