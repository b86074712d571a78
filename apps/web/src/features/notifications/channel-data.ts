import { ChannelKind } from '@sallyport/shared'
import { graphql } from '../../gql'
import type { Channels_QueryQuery } from '../../gql/graphql'

export const Channels_Query = graphql(`
  query Channels_Query {
    channels {
      id
      name
      kind
      enabled
      target
      hasSecret
      version
      deliveries(first: 1) {
        nodes {
          id
          state
          attempts
          error
          createdAt
          sentAt
        }
      }
    }
  }
`)

export type Channel = Channels_QueryQuery['channels'][number]
export type LastDelivery = Channel['deliveries']['nodes'][number]

export const KIND_WORDS: Readonly<Record<ChannelKind, string>> = { EMAIL: 'E-mail', WEBHOOK: 'Webhook', SLACK: 'Slack or compatible' }

export const KINDS = Object.values(ChannelKind).map(value => ({ value, label: KIND_WORDS[value] }))

/** Where its messages go, as far as it may be shown. */
export const targetText = ({ kind, target }: Pick<Channel, 'kind' | 'target'>): string =>
  kind === 'SLACK' ? 'its secret URL' : kind === 'EMAIL' ? target.split(/\s*,\s*/).join(', ') : target
