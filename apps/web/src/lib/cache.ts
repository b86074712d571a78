import { type Cache, cacheExchange, type Data, type UpdateResolver } from '@urql/exchange-graphcache'
import { lettingPast } from './past-cache'
import { graphql } from '../gql'
import { introspection } from '../gql/introspection'

/** Objects without an id belong to the object or query that holds them. */
const embedded = Object.fromEntries(
  introspection.__schema.types
    .filter(type => type.kind === 'OBJECT' && !type.fields.some(field => field.name === 'id'))
    .map(type => [type.name, () => null]),
)

function observableKey({ kind, value }: Data): string | null {
  return typeof kind === 'string' && typeof value === 'string' ? `${kind} ${value}` : null
}

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

/** After a write: what it may have changed is asked for again. */
const asksAgain =
  (field: string): UpdateResolver =>
  (_result, _args, cache) =>
    forget(cache, field)

/** After a delete: the object is gone wherever it was shown. */
const deleted =
  (mutation: string, typename: string, list: string): UpdateResolver =>
  (result, _args, cache) => {
    const { deletedId } = result[mutation] as { deletedId?: string | null }
    if (deletedId) cache.invalidate({ __typename: typename, id: deletedId })
    forget(cache, list)
  }

/** Normalised by id: an object that a subscription or mutation brings is new everywhere it is shown. */
export const normalisedCache = () =>
  lettingPast(
    cacheExchange({
      schema: introspection,
      // There is one ingest status, so what a subscription brings updates what a query asked for.
      // What is known of a value is the same wherever it is shown: on an alert, an incident, its own page.
      keys: { ...embedded, IngestStatus: () => 'this', Observable: observableKey },
      updates: {
        Mutation: {
          apiKeyCreate: asksAgain('apiKeys'),
          channelCreate: asksAgain('channels'),
          channelDelete: deleted('channelDelete', 'Channel', 'channels'),
          deviceCreate: asksAgain('devices'),
          deviceDelete: deleted('deviceDelete', 'Device', 'devices'),
          directoryCreate: asksAgain('directories'),
          directoryDelete: deleted('directoryDelete', 'Directory', 'directories'),
          feedCreate: asksAgain('feeds'),
          feedDelete: deleted('feedDelete', 'Feed', 'feeds'),
          namedNetworkCreate: asksAgain('namedNetworks'),
          namedNetworkDelete: deleted('namedNetworkDelete', 'NamedNetwork', 'namedNetworks'),
          pushPause: (result, _args, cache) => {
            const { paused } = result['pushPause'] as { paused: boolean }
            cache.updateQuery({ query: PushPaused_Query }, () => ({ pushPaused: paused }))
          },
          incidentsBulk: asksAgain('jobs'),
          listCreate: asksAgain('lists'),
          listDelete: deleted('listDelete', 'List', 'lists'),
          listEntriesAdd: asksAgain('explainBlock'),
          unblock: asksAgain('explainBlock'),
          protectionCreate: asksAgain('protections'),
          protectionDelete: asksAgain('protections'),
          publishCredentialCreate: asksAgain('publishCredentials'),
          mailSettingsUpdate: asksAgain('mailSettings'),
          ruleCreate: asksAgain('rules'),
          ruleDelete: deleted('ruleDelete', 'Rule', 'rules'),
          ruleMatchDecide: asksAgain('ruleMatchesAwaiting'),
          rulesImport: asksAgain('rules'),
          savedViewCreate: asksAgain('savedViews'),
          savedViewDelete: deleted('savedViewDelete', 'SavedView', 'savedViews'),
          sourceCreate: asksAgain('sources'),
          sourceDelete: deleted('sourceDelete', 'Source', 'sources'),
          fieldValuesSet: asksAgain('fieldValues'),
          targetsSet: asksAgain('targets'),
          teamCreate: asksAgain('teams'),
          teamDelete: deleted('teamDelete', 'Team', 'teams'),
          unreadableLinesRetry: asksAgain('unreadableLines'),
        },
      },
    }),
  )
