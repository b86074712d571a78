import { describe, expect, it } from 'vitest'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { z } from 'zod'
import { actorOf, runOperation } from '../../../../test/support/graphql.js'
import { UserFaultsError } from '../platform/errors.js'
import { buildSchema, printSdl } from './build-schema.js'
import { Can, Public } from './can.js'
import { connectionTypes, cursorCodec, PageArgs, pageSize, toConnection, type Connection } from './connection.js'
import { toGlobalId } from './global-id.js'
import { NodeResolver, NodeType } from './node.js'
import { BigIntScalar, DateTimeScalar, IPAddressScalar, NetworkScalar } from './scalars.js'
import { Payload, withUserErrors } from './user-errors.js'
import type { Context } from './context.js'
import type { PubSub } from 'type-graphql'

interface Cat {
  readonly key: number
  readonly name: string
}
const CATS: readonly Cat[] = ['Ann', 'Bob', 'Cid'].map((name, index) => ({ key: index + 1, name }))

@ObjectType('Cat', { implements: NodeType, simpleResolvers: true })
class CatType extends NodeType {
  @Field(() => String)
  name!: string
}
const CatConnection = connectionTypes('Cat', () => CatType, { totalCount: true })
const byKey = cursorCodec('cats', z.tuple([z.int()]))

@ObjectType('CatPayload')
class CatPayload extends Payload {
  @Field(() => CatType, { nullable: true })
  cat!: CatType | null
}

@Can('alert:read')
@Resolver(() => CatType)
class CatResolver {
  counts = 0

  @FieldResolver(() => ID)
  id(@Root() cat: Cat): string {
    return toGlobalId('Cat', cat.key)
  }

  @Query(() => CatConnection)
  cats(@Args(() => PageArgs) page: PageArgs): Connection<Cat> {
    const after = byKey.decode(page.after)?.[0] ?? 0
    const rows = CATS.filter(cat => cat.key > after).slice(0, pageSize(page) + 1)
    return toConnection(
      rows,
      page,
      cat => byKey.encode([cat.key]),
      async () => {
        this.counts += 1
        return { count: CATS.length, exact: true }
      },
    )
  }

  @Query(() => [String])
  scalars(
    @Arg('at', () => DateTimeScalar) at: Date,
    @Arg('address', () => IPAddressScalar) address: string,
    @Arg('network', () => NetworkScalar) network: string,
    @Arg('number', () => BigIntScalar) number: bigint,
  ): string[] {
    return [at.toISOString(), address, network, String(number)]
  }

  @Can('source:write')
  @Mutation(() => CatPayload)
  catRename(@Arg('name', () => String) name: string): Promise<CatPayload> {
    return withUserErrors<{ cat: CatType | null }>(
      async () => {
        z.object({ name: z.string().min(3, 'Too short') }).parse({ name })
        throw new UserFaultsError([{ message: 'Stale', field: null, code: 'CONFLICT' }], CATS[0])
      },
      current => ({ cat: (current as CatType | undefined) ?? null }),
    )
  }
}

@Resolver()
class OpenResolver {
  @Public()
  @Query(() => Int)
  open(@Ctx() context: Context): number {
    return context.actor ? 1 : 0
  }
}

@Resolver()
class ForgottenResolver {
  @Query(() => Int)
  forgotten(): number {
    return 1
  }
}

const pubSub: PubSub = {
  publish: () => undefined,
  subscribe: () => ({ [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }) }),
}
const cats = new CatResolver()
const nodes = new NodeResolver({
  loaders: [{ type: 'Cat', permission: 'alert:read', load: async id => CATS.find(cat => String(cat.key) === id) }],
})
const schema = buildSchema({ resolvers: [cats, nodes, new OpenResolver()], pubSub })
const viewer = actorOf('VIEWER')

describe('the GraphQL kit', () => {
  it('pages with keyset cursors', async () => {
    const query =
      'query ($after: String) { cats(first: 2, after: $after) { nodes { id name } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } } }'
    const first = await runOperation({ schema, query, actor: viewer })
    expect(first).toMatchObject({
      data: { cats: { nodes: [{ name: 'Ann' }, { name: 'Bob' }], pageInfo: { hasNextPage: true, hasPreviousPage: false } } },
    })
    const after = byKey.encode([2])
    const second = await runOperation({ schema, query, actor: viewer, variables: { after } })
    expect(second).toMatchObject({ data: { cats: { nodes: [{ name: 'Cid' }], pageInfo: { hasNextPage: false, hasPreviousPage: true } } } })
  })

  it('counts only when asked, and then once', async () => {
    cats.counts = 0
    await runOperation({ schema, query: '{ cats(first: 1) { nodes { name } } }', actor: viewer })
    expect(cats.counts).toBe(0)
    const counted = await runOperation({ schema, query: '{ cats(first: 1) { totalCount totalCountIsExact } }', actor: viewer })
    expect(counted).toEqual({ data: { cats: { totalCount: 3, totalCountIsExact: true } } })
    expect(cats.counts).toBe(1)
  })

  it.each([
    ['a page of nothing', '{ cats(first: 0) { nodes { name } } }'],
    ['a page beyond the limit', '{ cats(first: 101) { nodes { name } } }'],
    ['a made-up cursor', '{ cats(first: 1, after: "x") { nodes { name } } }'],
    ['a cursor of another list', `{ cats(first: 1, after: "${cursorCodec('dogs', z.tuple([z.int()])).encode([1])}") { nodes { name } } }`],
  ])('refuses %s', async (_what, query) => {
    const { errors } = await runOperation({ schema, query, actor: viewer })
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('finds nodes by their global id', async () => {
    const query = 'query ($id: ID!) { node(id: $id) { id ... on Cat { name } } }'
    const id = toGlobalId('Cat', 2)
    expect(await runOperation({ schema, query, actor: viewer, variables: { id } })).toEqual({ data: { node: { id, name: 'Bob' } } })
    for (const unknown of [toGlobalId('Cat', 9), toGlobalId('Dog', 1), 'x', ''])
      expect(await runOperation({ schema, query, actor: viewer, variables: { id: unknown } })).toEqual({ data: { node: null } })
  })

  it('reads scalars into canonical values', async () => {
    const query =
      '{ scalars(at: "2026-01-02T03:04:05+01:00", address: "2001:DB8:0::1", network: "10.1.2.3/8", number: "18446744073709551615") }'
    const { data } = await runOperation({ schema, query, actor: viewer })
    expect(data).toEqual({ scalars: ['2026-01-02T02:04:05.000Z', '2001:db8::1', '10.0.0.0/8', '18446744073709551615'] })
  })

  it.each([
    ['address', '{ scalars(at: "2026-01-02T03:04:05Z", address: "10.1.2.3.4", network: "::/0", number: 1) }'],
    ['network', '{ scalars(at: "2026-01-02T03:04:05Z", address: "::1", network: "10.0.0.0/33", number: 1) }'],
    ['time', '{ scalars(at: "yesterday", address: "::1", network: "::/0", number: 1) }'],
    ['number', '{ scalars(at: "2026-01-02T03:04:05Z", address: "::1", network: "::/0", number: "1e9") }'],
  ])('refuses a bad %s', async (_what, query) => {
    expect((await runOperation({ schema, query, actor: viewer })).errors).toHaveLength(1)
  })

  it('answers what the user can mend in the payload', async () => {
    const query = 'mutation ($name: String!) { catRename(name: $name) { cat { name } userErrors { message field code } } }'
    const actor = actorOf('ADMINISTRATOR')
    expect(await runOperation({ schema, query, actor, variables: { name: 'x' } })).toEqual({
      data: { catRename: { cat: null, userErrors: [{ message: 'Too short', field: ['name'], code: 'INVALID' }] } },
    })
    expect(await runOperation({ schema, query, actor, variables: { name: 'Dora' } })).toEqual({
      data: { catRename: { cat: { name: 'Ann' }, userErrors: [{ message: 'Stale', field: null, code: 'CONFLICT' }] } },
    })
  })

  it('asks for a session, then for the permission', async () => {
    expect((await runOperation({ schema, query: '{ cats(first: 1) { nodes { name } } }' })).errors?.[0]?.originalError).toMatchObject({
      code: 'UNAUTHENTICATED',
    })
    const rename = await runOperation({ schema, query: 'mutation { catRename(name: "Dora") { cat { name } } }', actor: viewer })
    expect(rename.errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' })
    expect(await runOperation({ schema, query: '{ open }' })).toEqual({ data: { open: 0 } })
  })

  it('builds no schema with an operation that does not say who may use it', () => {
    expect(() => buildSchema({ resolvers: [new ForgottenResolver()], pubSub })).toThrow(/ForgottenResolver.forgotten must have exactly one/)
  })

  it('prints the contract sorted', () => {
    expect(printSdl(schema)).toContain('type CatConnection {\n  edges: [CatEdge!]!\n  nodes: [Cat!]!\n  pageInfo: PageInfo!\n')
  })
})
