import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeType } from '../../graphql/node.js'
import { Payload } from '../../graphql/user-errors.js'
import type { TeamRow } from './team-read-model.js'

@ObjectType('Team', { description: 'People who work on incidents together.', implements: NodeType, simpleResolvers: true })
export class TeamType extends NodeType {
  /** Database keys; not fields of the API. */
  memberIds!: readonly string[]

  @Field(() => String)
  name!: string

  @Field(() => Int, { description: 'Give it back with every change: a stale one is answered with CONFLICT.' })
  version!: number
}

export const toTeamType = ({ id, ...team }: TeamRow): TeamType => ({ ...team, id: toGlobalId('Team', id) })

@InputType()
export class TeamCreateInput {
  @Field(() => String)
  name!: string

  @Field(() => [ID], { description: 'At most 200.' })
  memberIds!: string[]
}

@InputType()
export class TeamUpdateInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number

  @Field(() => String, { nullable: true })
  name?: string | null

  @Field(() => [ID], { nullable: true, description: 'All of them, at most 200.' })
  memberIds?: string[] | null
}

@InputType()
export class TeamDeleteInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number
}

@ObjectType({ simpleResolvers: true })
export class TeamPayload extends Payload {
  @Field(() => TeamType, { nullable: true })
  team!: TeamType | null
}

@ObjectType({ simpleResolvers: true })
export class TeamDeletePayload extends Payload {
  @Field(() => ID, { nullable: true })
  deletedId!: string | null
}
