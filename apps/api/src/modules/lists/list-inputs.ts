import { ListKind, ProtectionKind } from '@sallyport/shared'
import { Field, ID, InputType, Int } from 'type-graphql'
import { DateTimeScalar, NetworkScalar } from '../../graphql/scalars.js'

@InputType()
export class ListEntryFilter {
  @Field(() => String, { nullable: true })
  text?: string | null

  @Field(() => NetworkScalar, { nullable: true, description: 'Equal to, covering or covered by this.' })
  address?: string | null

  @Field(() => Boolean, { nullable: true })
  removed?: boolean | null

  @Field(() => Boolean, { nullable: true })
  disabled?: boolean | null
}

@InputType()
export class ListCreateInput {
  @Field(() => String)
  name!: string

  @Field(() => ListKind)
  kind!: ListKind

  @Field(() => String, { nullable: true })
  description?: string | null

  @Field(() => Int, { nullable: true })
  defaultTtlSeconds?: number | null
}

@InputType()
export class ListUpdateInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number

  @Field(() => String, { nullable: true })
  name?: string | null

  @Field(() => String, { nullable: true })
  description?: string | null

  @Field(() => Int, { nullable: true })
  defaultTtlSeconds?: number | null
}

@InputType()
export class ListDeleteInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number
}

@InputType({
  description:
    'values: up to 1,000 one by one; text: pasted lines or CSV (value[,reason[,expires]]), up to 4 MiB and 100,000 lines. Exactly one of the two.',
})
export class ListEntriesAddInput {
  @Field(() => ID)
  listId!: string

  @Field(() => [String], { nullable: true })
  values?: string[] | null

  @Field(() => String, { nullable: true })
  text?: string | null

  @Field(() => String, { nullable: true })
  reason?: string | null

  @Field(() => Int, { nullable: true })
  ttlSeconds?: number | null

  @Field(() => Boolean, { nullable: true })
  neverExpires?: boolean | null

  @Field(() => ID, { nullable: true })
  incidentId?: string | null

  @Field(() => ID, { nullable: true })
  alertId?: string | null
}

@InputType()
export class ListEntryUpdateInput {
  @Field(() => ID)
  id!: string

  @Field(() => String, { nullable: true })
  reason?: string | null

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt?: Date | null

  @Field(() => Boolean, { nullable: true })
  neverExpires?: boolean | null

  @Field(() => Boolean, { nullable: true })
  disabled?: boolean | null
}

@InputType()
export class ListEntriesRemoveInput {
  @Field(() => [ID])
  ids!: string[]

  @Field(() => String, { nullable: true })
  note?: string | null
}

@InputType()
export class UnblockInput {
  @Field(() => String)
  value!: string

  @Field(() => ListKind)
  kind!: ListKind

  @Field(() => ID, { nullable: true, description: 'null: everywhere' })
  listId?: string | null

  @Field(() => Int, { nullable: true })
  coolDownSeconds?: number | null

  @Field(() => String, { nullable: true })
  note?: string | null
}

@InputType()
export class ProtectionCreateInput {
  @Field(() => ProtectionKind)
  kind!: ProtectionKind

  @Field(() => String)
  value!: string

  @Field(() => String, { nullable: true })
  description?: string | null
}

@InputType()
export class ProtectionUpdateInput {
  @Field(() => ID)
  id!: string

  @Field(() => Boolean, { nullable: true })
  enabled?: boolean | null

  @Field(() => String, { nullable: true })
  description?: string | null
}

@InputType()
export class ProtectionDeleteInput {
  @Field(() => ID)
  id!: string
}
