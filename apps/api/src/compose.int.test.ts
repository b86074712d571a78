import { ROLE_PERMISSIONS, type Permission, type Role } from '@sallyport/shared'
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  subscribe,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'
import { readFile } from 'node:fs/promises'
import { getMetadataStorage } from 'type-graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js'
import { actorOf, contextOf, runOperation } from '../../../test/support/graphql.js'
import { compose } from './compose.js'
import { loadConfig } from './config.js'
import { printSdl } from './graphql/build-schema.js'
import { Database } from './platform/database.js'
import { createLogger } from './platform/logger.js'
import type { Actor } from './platform/actor.js'
import type { Service } from './platform/lifecycle.js'

const PUBLIC = ['viewer', 'setUpNeeded', 'setUp', 'signIn']
/** Objects that are parts of others and have no life of their own. */
const WITHOUT_ID =
  /(Connection|Edge|Payload|Count|Changed|Preview)$|^(AlertField|AlertMove|AlertsAdded|AttributeMapping|BlockExplanation|CommitWindow|ConnectionTest|CoolDown|Delivery|DeviceFacts|DirectoryPresetSettings|DirectoryTest|DirectoryTestStep|Endpoint|EnrichmentProvider|Fact|FieldChange|FieldValue|GeoDatabase|IncidentFile|IncidentHost|IncidentTask|IncidentValue|Indicator|IngestStatus|JobItem|LineCheck|Listener|LookupStatus|MailSettings|MappingChange|Mutation|Observable|ObservableActivity|ObservableDay|Overview|OverviewDevice|OverviewList|OverviewSeverity|OverviewStep|OverviewTop|PageInfo|Person|Place|ProviderTest|PublishedFetch|PublishedUrl|PublishedVersion|Publishing|Query|RelatedIncident|Reputation|ReputationEvidence|ReputationProvider|RuleChange|RuleCheck|RuleEvidence|RuleFault|RuleHour|RuleOutcome|RulePreviewEffect|RulePreviewPoint|RuleReading|RuleStats|RuleVersion|SeenObservable|SourceHealth|Subscription|SyncLogLine|Target|TimelineItem|UserError|Viewer|WildfireActivity|WildfireAnalysis|WildfireFinding|WildfirePlatform|WildfireReport)$/

type Kind = 'query' | 'mutation' | 'subscription'
interface Operation {
  readonly kind: Kind
  readonly name: string
  readonly document: string
}

/** A literal that fits the type: the operation must be refused for want of rights, not of arguments. */
function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType)
  if (isListType(type)) return '[]'
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(field => isNonNullType(field.type))
    return `{ ${needed.map(field => `${field.name}: ${literal(field.type)}`).join(', ')} }`
  }
  if (isEnumType(type)) return type.getValues()[0]?.name ?? ''
  const literals: Record<string, string> = {
    Int: '1',
    Boolean: 'true',
    BigInt: '"1"',
    Network: '"10.0.0.0/8"',
    DateTime: '"2026-11-24T00:00:00Z"',
  }
  return literals[String(type)] ?? '"x"'
}

function operationsOf(schema: GraphQLSchema): Operation[] {
  const roots = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() }
  return (Object.keys(roots) as Kind[]).flatMap(kind =>
    Object.values(roots[kind]?.getFields() ?? {}).map(field => {
      const needed = field.args.filter(argument => isNonNullType(argument.type))
      const args = needed.map(argument => `${argument.name}: ${literal(argument.type)}`).join(', ')
      const isLeaf = /^(String|Boolean|Int|JSON)!?$/.test(String(field.type))
      return { kind, name: field.name, document: `${kind} { ${field.name}${args && `(${args})`}${isLeaf ? '' : ' { __typename }'} }` }
    }),
  )
}

/** Codes of the errors with which it was refused. */
async function refusal(schema: GraphQLSchema, { kind, document }: Operation, actor?: Actor): Promise<unknown> {
  if (kind !== 'subscription') {
    const { errors } = await runOperation({ schema, query: document, ...(actor && { actor }) })
    return (errors?.[0]?.originalError as { code?: string } | undefined)?.code
  }
  const stream = await subscribe({ schema, document: parse(document), contextValue: contextOf(actor) })
  if (Symbol.asyncIterator in stream) {
    await stream.return(undefined)
    return undefined
  }
  return (stream.errors?.[0]?.originalError as { code?: string } | undefined)?.code
}

/** The permissions that type-graphql found on the operation or its class. */
function declared(name: string): readonly string[] | undefined {
  const storage = getMetadataStorage()
  const operation = [...storage.queries, ...storage.mutations, ...storage.subscriptions].find(({ schemaName }) => schemaName === name)
  const ofMethod = storage.authorizedFields.find(
    ({ target, fieldName }) => target === operation?.target && fieldName === operation.methodName,
  )
  return (ofMethod ?? storage.authorizedResolver.find(({ target }) => target === operation?.target))?.roles as string[] | undefined
}

describe('the composed server', () => {
  let test: TestDatabase
  let database: Database
  let ingest: Service
  let schema: GraphQLSchema
  let operations: Operation[]

  beforeAll(async () => {
    test = await createTestDatabase()
    const logger = createLogger('silent')
    database = new Database({ url: test.url, logger })
    const composition = compose({ config: loadConfig({}), database, secretKey: Buffer.alloc(32), logger })
    ingest = composition.ingest
    schema = composition.schema
    operations = operationsOf(schema)
  })
  afterAll(async () => {
    await ingest.stop()
    await database.stop()
    await test.drop()
  })

  it('answers nobody without a session, the four public operations aside', async () => {
    const answers = await Promise.all(operations.map(async operation => [operation.name, await refusal(schema, operation)]))
    const expected = operations.map(({ name }) => [name, PUBLIC.includes(name) ? undefined : 'UNAUTHENTICATED'])
    expect(answers).toEqual(expected)
    expect(operations.length).toBeGreaterThan(30)
  })

  it.each(Object.keys(ROLE_PERMISSIONS) as Role[])('lets a %s do what the role may, and nothing else', async role => {
    const granted: readonly string[] = ROLE_PERMISSIONS[role]
    for (const operation of operations) {
      if (PUBLIC.includes(operation.name) || operation.name === 'node') continue
      const needed = declared(operation.name)
      expect(needed, operation.name).toBeDefined()
      const code = await refusal(schema, operation, actorOf(role))
      const may = needed?.every(permission => granted.includes(permission)) ?? false
      expect([operation.name, code === 'FORBIDDEN'], operation.document).toEqual([operation.name, !may])
    }
  })

  it('gives every operation that changes something a permission that viewers do not have', () => {
    const viewer: readonly Permission[] = ROLE_PERMISSIONS.VIEWER
    const open = operations
      .filter(({ kind, name }) => kind === 'mutation' && !PUBLIC.includes(name))
      .filter(({ name }) => declared(name)?.every(permission => (viewer as readonly string[]).includes(permission)))
    // What is one's own: the session, that one looks at an incident, and one's views.
    const own = ['signOut', 'incidentView', 'savedViewCreate', 'savedViewUpdate', 'savedViewDelete']
    expect(open.map(({ name }) => name).sort()).toEqual(own.sort())
  })

  it('gives every object an id, parts of others aside', () => {
    const types = Object.values(schema.getTypeMap()).filter(
      type => isObjectType(type) && !type.name.startsWith('__') && !WITHOUT_ID.test(type.name),
    )
    for (const type of types) if (isObjectType(type)) expect(type.getInterfaces().map(String), type.name).toEqual(['Node'])
    expect(types.map(String)).toContain('Alert')
    expect(isInterfaceType(schema.getType('Node'))).toBe(true)
  })

  it('emits the schema that is committed', async () => {
    const committed = buildSchema(await readFile(new URL('../schema.graphql', import.meta.url), 'utf8'))
    expect(printSdl(schema)).toBe(printSdl(committed))
  })
})
