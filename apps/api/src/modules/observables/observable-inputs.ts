import { LookupProviderId, ObservableKind } from '@sallyport/shared'
import { Field, InputType } from 'type-graphql'

@InputType()
export class ObservableRefreshInput {
  @Field(() => ObservableKind)
  kind!: ObservableKind

  @Field(() => String)
  value!: string

  @Field(() => LookupProviderId, { nullable: true, description: 'Only this one; null: all that know values of the kind.' })
  provider?: LookupProviderId | null
}
