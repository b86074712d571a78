import { EntryCause, EntryRemoval, LineVerdict, ListKind, ProtectionKind } from '@sallyport/shared'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionTypes } from '../../graphql/connection.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeType } from '../../graphql/node.js'
import { BigIntScalar, DateTimeScalar } from '../../graphql/scalars.js'
import type { CoolDownRow, EntryRow, ListRow, ProtectionRow } from './list-row.js'

for (const [name, values] of Object.entries({ ListKind, EntryCause, EntryRemoval, LineVerdict, ProtectionKind }))
  registerEnumType(values, { name })

@ObjectType('List', { simpleResolvers: true, implements: NodeType })
export class ListType extends NodeType {
  /** Database key and the settings that publishing shows; not fields of the API. */
  listId!: number
  row!: ListRow

  @Field(() => String)
  name!: string

  @Field(() => ListKind)
  kind!: ListKind

  @Field(() => String)
  description!: string

  @Field(() => Int, { nullable: true })
  defaultTtlSeconds!: number | null

  @Field(() => BigIntScalar)
  revision!: string

  @Field(() => Int)
  version!: number

  @Field(() => DateTimeScalar)
  createdAt!: Date

  @Field(() => DateTimeScalar)
  updatedAt!: Date
}

@ObjectType('ListEntry', { simpleResolvers: true, implements: NodeType })
export class ListEntryType extends NodeType {
  /** Database keys; not fields of the API. */
  entryId!: string
  listId!: number
  userId!: string | null
  incidentId!: string | null
  alertId!: string | null
  removedById!: string | null

  @Field(() => String)
  value!: string

  @Field(() => String, { description: 'As it was typed.' })
  typed!: string

  @Field(() => String)
  reason!: string

  @Field(() => EntryCause)
  cause!: EntryCause

  @Field(() => DateTimeScalar)
  addedAt!: Date

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt!: Date | null

  @Field(() => Boolean)
  disabled!: boolean

  @Field(() => DateTimeScalar, { nullable: true })
  removedAt!: Date | null

  @Field(() => EntryRemoval, { nullable: true })
  removal!: EntryRemoval | null

  @Field(() => String, { nullable: true })
  removalNote!: string | null
}

@ObjectType('Protection', { simpleResolvers: true, implements: NodeType })
export class ProtectionType extends NodeType {
  @Field(() => ProtectionKind)
  kind!: ProtectionKind

  @Field(() => String)
  value!: string

  @Field(() => String)
  description!: string

  @Field(() => Boolean)
  builtIn!: boolean

  @Field(() => Boolean)
  enabled!: boolean
}

@ObjectType('LineCheck', { simpleResolvers: true })
export class LineCheckType {
  @Field(() => Int)
  line!: number

  @Field(() => String)
  typed!: string

  @Field(() => String, { nullable: true })
  value!: string | null

  @Field(() => LineVerdict)
  verdict!: LineVerdict

  @Field(() => String, { nullable: true, description: 'Why it is not added, or which entry covers it.' })
  reason!: string | null
}

@ObjectType('LineVerdictCount', { simpleResolvers: true })
export class LineVerdictCountType {
  @Field(() => LineVerdict)
  verdict!: LineVerdict

  @Field(() => Int)
  count!: number
}

@ObjectType('EntriesPreview', { simpleResolvers: true })
export class EntriesPreviewType {
  @Field(() => [LineVerdictCountType])
  counts!: LineVerdictCountType[]

  @Field(() => [LineCheckType], { description: 'First 500 that are not NEW, then NEW ones.' })
  lines!: LineCheckType[]
}

@ObjectType('CoolDown', { simpleResolvers: true })
export class CoolDownType {
  /** Database keys; not fields of the API. */
  listId!: number | null
  userId!: string | null

  @Field(() => String)
  value!: string

  @Field(() => DateTimeScalar)
  until!: Date
}

@ObjectType('BlockExplanation', { simpleResolvers: true, description: 'Why is this blocked?' })
export class BlockExplanationType {
  @Field(() => String)
  value!: string

  @Field(() => ListKind)
  kind!: ListKind

  @Field(() => [ListEntryType], { description: 'Entries that equal or cover the value, in force first.' })
  entries!: ListEntryType[]

  @Field(() => ProtectionType, { nullable: true, description: 'Protection that would refuse it.' })
  protection!: ProtectionType | null

  @Field(() => [CoolDownType])
  coolDowns!: CoolDownType[]
}

export const ListEntryConnection = connectionTypes('ListEntry', () => ListEntryType, { totalCount: true })

export const toListType = (row: ListRow): ListType => ({
  id: toGlobalId('List', row.id),
  listId: row.id,
  row,
  name: row.name,
  kind: row.kind,
  description: row.description,
  defaultTtlSeconds: row.defaultTtlSeconds,
  revision: row.revision,
  version: row.version,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
})

export const toListEntryType = ({ id, ...entry }: EntryRow): ListEntryType => ({ ...entry, id: toGlobalId('ListEntry', id), entryId: id })

export const toProtectionType = ({ id, ...protection }: ProtectionRow): ProtectionType => ({
  ...protection,
  id: toGlobalId('Protection', id),
})

export const toCoolDownType = ({ listId, userId, value, until }: CoolDownRow): CoolDownType => ({ listId, userId, value, until })
