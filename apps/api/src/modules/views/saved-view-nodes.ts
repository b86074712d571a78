import type { NodeLoader } from '../../graphql/node.js'
import type { SavedViewService } from './saved-view-service.js'
import { toSavedViewType } from './saved-view-type.js'

/** What `node(id)` finds of this module. */
export const savedViewNodes = ({ views }: { readonly views: Pick<SavedViewService, 'find'> }): NodeLoader[] => [
  {
    type: 'SavedView',
    permission: 'incident:read',
    load: async (id, context) => {
      const view = /^\d{1,9}$/.test(id) ? await views.find(context.requireActor(), Number(id)) : null
      return view && toSavedViewType(view)
    },
  },
]
