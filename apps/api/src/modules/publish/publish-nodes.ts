import type { NodeLoader } from '../../graphql/node.js'
import type { PublishReadModel } from './publish-read-model.js'
import { toPublishCredentialType } from './publish-type.js'

const SMALL_KEY = /^\d{1,9}$/

/** What `node(id)` finds of this module. */
export const publishNodes = ({ readModel }: { readonly readModel: PublishReadModel }): NodeLoader[] => [
  {
    type: 'PublishCredential',
    permission: 'list:read',
    load: async (id, context) => {
      const credential = SMALL_KEY.test(id) ? await context.load(readModel.credentialById).load(Number(id)) : undefined
      return credential && toPublishCredentialType(credential)
    },
  },
]
