import { PAGE_SIZE_MAX } from '@sallyport/shared'
import { ArgsType, Field, Int, ObjectType } from 'type-graphql'
import { BadInputError } from '../platform/errors.js'
import type { ClassType } from 'type-graphql'
import type { z } from 'zod'

@ObjectType('PageInfo', { simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean

  @Field(() => Boolean)
  hasPreviousPage!: boolean

  @Field(() => String, { nullable: true })
  startCursor!: string | null

  @Field(() => String, { nullable: true })
  endCursor!: string | null
}

@ArgsType()
export class PageArgs {
  @Field(() => Int)
  first!: number

  @Field(() => String, { nullable: true })
  after?: string | null
}

/** @throws BadInputError unless 1 to 100 are asked for */
export function pageSize({ first }: PageArgs): number {
  if (first < 1 || first > PAGE_SIZE_MAX) throw new BadInputError(`first must be 1 to ${PAGE_SIZE_MAX}`)
  return first
}

export interface CappedCount {
  readonly count: number
  /** false: there are more than were counted. */
  readonly exact: boolean
}

/** A page of a list, as every connection type resolves it. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[]
  readonly nodes: readonly T[]
  readonly pageInfo: PageInfo
  /** Called only when the field is asked for. */
  readonly totalCount?: () => Promise<number>
  readonly totalCountIsExact?: () => Promise<boolean>
}

/**
 * The connection type of a node type (and its edge type): `connectionTypes('Alert', () => AlertType)` is
 * AlertConnection. Call it once per type; resolvers return Connection<T>.
 */
export function connectionTypes<T extends object>(name: string, nodeType: () => ClassType<T>, { totalCount = false } = {}) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class Edge {
    @Field(() => String)
    cursor!: string

    @Field(nodeType)
    node!: T
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class ConnectionType {
    @Field(() => [Edge])
    edges!: Edge[]

    @Field(() => [nodeType()])
    nodes!: T[]

    @Field(() => PageInfo)
    pageInfo!: PageInfo
  }

  if (totalCount) {
    Field(() => Int, { nullable: true, description: 'Counted to at most 10,000; null unless asked for.' })(
      ConnectionType.prototype,
      'totalCount',
    )
    Field(() => Boolean, { nullable: true })(ConnectionType.prototype, 'totalCountIsExact')
  }
  return ConnectionType
}

/**
 * @param rows one more than `first` where there are more
 * @param count counts lazily, at most once, when totalCount or totalCountIsExact is asked for
 */
export function toConnection<T>(
  rows: readonly T[],
  { first, after }: Pick<PageArgs, 'first' | 'after'>,
  cursorOf: (row: T) => string,
  count?: () => Promise<CappedCount>,
): Connection<T> {
  const nodes = rows.slice(0, first)
  const edges = nodes.map(node => ({ cursor: cursorOf(node), node }))
  const pageInfo: PageInfo = {
    hasNextPage: rows.length > first,
    hasPreviousPage: typeof after === 'string',
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  }
  if (!count) return { edges, nodes, pageInfo }
  let counted: Promise<CappedCount> | undefined
  const counting = () => (counted ??= count())
  return {
    edges,
    nodes,
    pageInfo,
    totalCount: async () => (await counting()).count,
    totalCountIsExact: async () => (await counting()).exact,
  }
}

/** Opaque text form of a keyset position: the sort key and the id of the last row. */
export interface CursorCodec<T> {
  encode(position: T): string
  /** undefined where there is no cursor. @throws BadInputError for garbage and for cursors of another order */
  decode(cursor: string | null | undefined): T | undefined
}

/** @param order name of the list and its order, so that a cursor of another order is refused */
export function cursorCodec<T extends readonly unknown[]>(order: string, position: z.ZodType<T>): CursorCodec<T> {
  return {
    encode: values => Buffer.from(JSON.stringify([order, ...values])).toString('base64url'),
    decode: cursor => {
      if (cursor === null || cursor === undefined) return undefined
      const [name, ...values] = parseArray(cursor)
      const parsed = position.safeParse(values)
      if (name !== order || !parsed.success) throw new BadInputError('after is not a cursor of this list')
      return parsed.data
    },
  }
}

function parseArray(cursor: string): unknown[] {
  if (cursor.length > 512) return []
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
