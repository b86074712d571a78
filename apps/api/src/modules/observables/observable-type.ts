import { ObservableKind } from '@sallyport/shared'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { BigIntScalar, DateTimeScalar } from '../../graphql/scalars.js'
import { Payload } from '../../graphql/user-errors.js'
import type { Observable } from '../enrichment/index.js'
import { ObservableRole } from './seen-values.js'

registerEnumType(ObservableRole, { name: 'ObservableRole' })

@ObjectType('Observable', {
  simpleResolvers: true,
  description: 'An address, domain, URL, file hash, user or host, and all we know of it.',
})
export class ObservableType implements Observable {
  @Field(() => ObservableKind)
  kind!: ObservableKind

  @Field(() => String, { description: 'Canonical.' })
  value!: string
}

@ObjectType('ObservableDay', { simpleResolvers: true })
export class ObservableDayType {
  @Field(() => DateTimeScalar, { description: 'Midnight UTC at its beginning.' })
  day!: Date

  @Field(() => Int)
  alerts!: number

  @Field(() => Int, { description: 'Of these, stopped by the firewall.' })
  blocked!: number
}

@ObjectType('ObservableRoleCount', { simpleResolvers: true })
export class ObservableRoleCountType {
  @Field(() => ObservableRole)
  role!: ObservableRole

  @Field(() => Int)
  alerts!: number
}

@ObjectType('ObservableActivity', { simpleResolvers: true })
export class ObservableActivityType {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Of the alerts within the time asked for.' })
  firstSeenAt!: Date | null

  @Field(() => DateTimeScalar, { nullable: true })
  lastSeenAt!: Date | null

  @Field(() => Int)
  alerts!: number

  @Field(() => Boolean, { description: 'false: there are more; the newest 100,000 were counted.' })
  exact!: boolean

  @Field(() => [ObservableDayType], { description: 'Every UTC day, oldest first.' })
  days!: readonly ObservableDayType[]

  @Field(() => [ObservableRoleCountType], { description: 'The most frequent first.' })
  roles!: readonly ObservableRoleCountType[]
}

@ObjectType('SeenObservable', { simpleResolvers: true, description: 'A value of an alert or incident with what it is there.' })
export class SeenObservableType {
  @Field(() => ObservableRole)
  role!: ObservableRole

  @Field(() => BigIntScalar, { description: 'Alerts that name it; 0: a WildFire report does.' })
  alerts!: bigint

  @Field(() => ObservableType)
  observable!: ObservableType
}

@ObjectType()
export class ObservablePayload extends Payload {
  @Field(() => ObservableType, { nullable: true })
  observable!: ObservableType | null
}
