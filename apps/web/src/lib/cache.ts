import { type Cache, cacheExchange } from '@urql/exchange-graphcache'
import { lettingPast } from './past-cache'
import { graphql } from '../gql'
import { introspection } from '../gql/introspection'

/** Objects without an id belong to the object or query that holds them. */
const embedded = Object.fromEntries(
  introspection.__schema.types
    .filter(type => type.kind === 'OBJECT' && !type.fields.some(field => field.name === 'id'))
    .map(type => [type.name, () => null]),
)

const PushPaused_Query = graphql(`
  query PushPaused_Query {
    pushPaused
  }
`)

/** Lists that a write may have changed are asked for again. */
function forget(cache: Cache, fieldName: string): void {
  for (const field of cache.inspectFields('Query')) {
    if (field.fieldName === fieldName) cache.invalidate('Query', field.fieldName, field.arguments)
  }
}

/** Normalised by id: an object that a subscription or mutation brings is new everywhere it is shown. */
export const normalisedCache = () =>
  lettingPast(
    cacheExchange({
      schema: introspection,
      // There is one ingest status, so what a subscription brings updates what a query asked for.
      keys: { ...embedded, IngestStatus: () => 'this' },
      updates: {
        Mutation: {
          deviceCreate: (_result, _args, cache) => forget(cache, 'devices'),
          deviceDelete: (result, _args, cache) => {
            const { deletedId } = result['deviceDelete'] as { deletedId?: string | null }
            if (deletedId) cache.invalidate({ __typename: 'Device', id: deletedId })
            forget(cache, 'devices')
          },
          pushPause: (result, _args, cache) => {
            const { paused } = result['pushPause'] as { paused: boolean }
            cache.updateQuery({ query: PushPaused_Query }, () => ({ pushPaused: paused }))
          },
          listCreate: (_result, _args, cache) => forget(cache, 'lists'),
          listDelete: (result, _args, cache) => {
            const { deletedId } = result['listDelete'] as { deletedId?: string | null }
            if (deletedId) cache.invalidate({ __typename: 'List', id: deletedId })
            forget(cache, 'lists')
          },
          listEntriesAdd: (_result, _args, cache) => forget(cache, 'explainBlock'),
          unblock: (_result, _args, cache) => forget(cache, 'explainBlock'),
          protectionCreate: (_result, _args, cache) => forget(cache, 'protections'),
          protectionDelete: (_result, _args, cache) => forget(cache, 'protections'),
          publishCredentialCreate: (_result, _args, cache) => forget(cache, 'publishCredentials'),
          sourceCreate: (_result, _args, cache) => forget(cache, 'sources'),
          sourceDelete: (result, _args, cache) => {
            const { deletedId } = result['sourceDelete'] as { deletedId?: string | null }
            if (deletedId) cache.invalidate({ __typename: 'Source', id: deletedId })
            forget(cache, 'sources')
          },
          unreadableLinesRetry: (_result, _args, cache) => forget(cache, 'unreadableLines'),
        },
      },
    }),
  )
