import type { NodeLoader } from '../../graphql/node.js'
import type { ListReadModel } from './list-read-model.js'
import { toListEntryType, toListType, toProtectionType } from './list-type.js'

const SMALL_KEY = /^\d{1,9}$/
const LARGE_KEY = /^\d{1,18}$/

/** What `node(id)` finds of this module. */
export const listNodes = ({ lists }: { readonly lists: ListReadModel }): NodeLoader[] => [
  {
    type: 'List',
    permission: 'list:read',
    load: async (id, context) => {
      const list = SMALL_KEY.test(id) ? await context.load(lists.listById).load(Number(id)) : undefined
      return list && toListType(list)
    },
  },
  {
    type: 'ListEntry',
    permission: 'list:read',
    load: async (id, context) => {
      const entry = LARGE_KEY.test(id) ? await context.load(lists.entryById).load(id) : undefined
      return entry && toListEntryType(entry)
    },
  },
  {
    type: 'Protection',
    permission: 'list:read',
    load: async id => {
      const protection = SMALL_KEY.test(id) ? await lists.protection(Number(id)) : undefined
      return protection && toProtectionType(protection)
    },
  },
]
