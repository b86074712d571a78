import type { NodeLoader } from '../../graphql/node.js'
import { toApiKeyType } from './api-key-type.js'
import type { ApiKeyService } from './api-key-service.js'

/** What `node(id)` finds of API keys. */
export const apiKeyNodes = ({ keys }: { readonly keys: Pick<ApiKeyService, 'find'> }): NodeLoader[] => [
  {
    type: 'ApiKey',
    permission: 'api-key:write',
    load: async id => {
      const key = await keys.find(id)
      return key && toApiKeyType(key)
    },
  },
]
