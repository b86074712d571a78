import { Role } from '@sallyport/shared'
import { Field, ID, InputType } from 'type-graphql'

@InputType('SetUpInput')
export class SetUpInputType {
  @Field(() => String)
  token!: string

  @Field(() => String)
  name!: string

  @Field(() => String)
  password!: string
}

@InputType('SignInInput')
export class SignInInputType {
  @Field(() => String)
  name!: string

  @Field(() => String)
  password!: string
}

@InputType('UserCreateInput')
export class UserCreateInputType {
  @Field(() => String)
  name!: string

  @Field(() => String)
  password!: string

  @Field(() => Role)
  role!: Role
}

@InputType('UserUpdateInput', { description: 'Fields left out stay as they are.' })
export class UserUpdateInputType {
  @Field(() => ID)
  id!: string

  @Field(() => Role, { nullable: true })
  role?: Role | null

  @Field(() => Boolean, { nullable: true })
  disabled?: boolean | null
}
