import type { NodeLoader } from '../../graphql/node.js'
import type { ChannelReadModel } from './channel-read-model.js'
import { toChannelType } from './channel-type.js'

/** What `node(id)` finds of this module. */
export const channelNodes = ({ channels }: { readonly channels: ChannelReadModel }): NodeLoader[] => [
  {
    type: 'Channel',
    permission: 'channel:read',
    load: async id => {
      const channel = /^\d{1,9}$/.test(id) ? await channels.channel(Number(id)) : null
      return channel && toChannelType(channel)
    },
  },
]
