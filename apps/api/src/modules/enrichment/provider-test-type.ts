import { Field, Int, ObjectType } from 'type-graphql'
import { Payload } from '../../graphql/user-errors.js'

@ObjectType('ProviderTest', { simpleResolvers: true, description: 'Outcome of one question with the settings given.' })
export class ProviderTestType {
  @Field(() => Boolean)
  ok!: boolean

  @Field(() => String, { description: 'What came back, or what went wrong.' })
  message!: string

  @Field(() => Int)
  milliseconds!: number
}

@ObjectType('ProviderTestPayload', { simpleResolvers: true })
export class ProviderTestPayload extends Payload {
  @Field(() => ProviderTestType, { nullable: true })
  test!: ProviderTestType | null
}
