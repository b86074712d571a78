import type { NodeLoader } from '../../graphql/node.js'
import { isUserKey } from './person.js'
import type { UserReadModel } from './user-read-model.js'

/** What `node(id)` finds of this module. */
export const userNodes = ({ users }: { readonly users: UserReadModel }): NodeLoader[] => [
  {
    type: 'User',
    permission: 'incident:read',
    load: async (id, context) => (isUserKey(id) ? context.load(users.loader).load(id) : undefined),
  },
]
