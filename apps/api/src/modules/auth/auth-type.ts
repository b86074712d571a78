import { Role } from '@sallyport/shared'
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { connectionTypes } from '../../graphql/connection.js'
import { NodeType } from '../../graphql/node.js'
import { DateTimeScalar } from '../../graphql/scalars.js'
import { Payload } from '../../graphql/user-errors.js'

registerEnumType(Role, { name: 'Role' })

@ObjectType('User', { implements: NodeType, simpleResolvers: true })
export class UserType extends NodeType {
  @Field(() => String)
  name!: string

  @Field(() => Role)
  role!: Role

  @Field(() => Boolean)
  disabled!: boolean
}

export const UserConnection = connectionTypes('User', () => UserType)

@ObjectType('Viewer', { description: 'Who is signed in.', simpleResolvers: true })
export class ViewerType {
  @Field(() => UserType)
  user!: object

  @Field(() => [String], { description: 'Names of packages/shared/src/permissions.ts, e.g. "incident:write".' })
  permissions!: readonly string[]

  @Field(() => DateTimeScalar)
  sessionExpiresAt!: number
}

@ObjectType('SignInPayload', { simpleResolvers: true })
export class SignInPayload extends Payload {
  @Field(() => ViewerType, { nullable: true })
  viewer!: ViewerType | null
}

@ObjectType('SignOutPayload', { simpleResolvers: true })
export class SignOutPayload {
  @Field(() => Boolean)
  signedOut!: boolean
}

@ObjectType('UserPayload', { simpleResolvers: true })
export class UserPayload extends Payload {
  @Field(() => UserType, { nullable: true })
  user!: object | null
}
