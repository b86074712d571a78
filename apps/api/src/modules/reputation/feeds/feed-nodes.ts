import type { NodeLoader } from '../../../graphql/node.js'
import type { FeedReadModel } from './feed-read-model.js'
import { toFeedType } from './feed-type.js'

const SMALL_KEY = /^\d{1,9}$/

/** What `node(id)` finds of this part. */
export const feedNodes = ({ feeds }: { readonly feeds: FeedReadModel }): NodeLoader[] => [
  {
    type: 'Feed',
    permission: 'enrichment:read',
    load: async (id, context) => {
      const feed = SMALL_KEY.test(id) ? await context.load(feeds.feedById).load(Number(id)) : undefined
      return feed && toFeedType(feed)
    },
  },
]
