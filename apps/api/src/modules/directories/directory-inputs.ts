import { DirectoryPreset } from '@sallyport/shared'
import { Field, ID, InputType, Int } from 'type-graphql'
import { TlsTrust } from '../../graphql/shared-enums.js'

const optional = { nullable: true }

@InputType()
export class AttributeMappingInput {
  @Field(() => String, { description: 'What is told of a person: displayName, mail, title, department …' })
  attribute!: string

  @Field(() => String, { description: 'Name of the LDAP attribute that holds it.' })
  name!: string
}

/** How a directory is asked: what creating, changing and testing have in common. */
@InputType()
abstract class DirectoryConnectionInput {
  @Field(() => Boolean, optional)
  startTls?: boolean | null

  @Field(() => TlsTrust, optional)
  tlsTrust?: TlsTrust | null

  @Field(() => String, optional)
  tlsCaPem?: string | null

  @Field(() => String, optional)
  tlsFingerprint?: string | null

  @Field(() => String, optional)
  bindDn?: string | null

  @Field(() => String, optional)
  bindPassword?: string | null

  @Field(() => String, optional)
  userFilter?: string | null

  @Field(() => [AttributeMappingInput], optional)
  attributes?: AttributeMappingInput[] | null

  @Field(() => Boolean, optional)
  nestedGroups?: boolean | null

  @Field(() => Int, optional)
  timeoutSeconds?: number | null
}

@InputType()
abstract class DirectoryKeepingInput extends DirectoryConnectionInput {
  @Field(() => Boolean, optional)
  enabled?: boolean | null

  @Field(() => [String], optional)
  domains?: string[] | null

  @Field(() => Int, optional)
  cacheSeconds?: number | null

  @Field(() => Int, optional)
  unknownCacheSeconds?: number | null
}

@InputType({ description: 'What is not given is taken from the preset.' })
export class DirectoryCreateInput extends DirectoryKeepingInput {
  @Field(() => String)
  name!: string

  @Field(() => DirectoryPreset)
  preset!: DirectoryPreset

  @Field(() => [String])
  urls!: string[]

  @Field(() => String)
  baseDn!: string
}

@InputType({ description: 'Another server in urls wants the password entered again.' })
export class DirectoryUpdateInput extends DirectoryKeepingInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number

  @Field(() => String, optional)
  name?: string | null

  @Field(() => DirectoryPreset, optional)
  preset?: DirectoryPreset | null

  @Field(() => [String], optional)
  urls?: string[] | null

  @Field(() => String, optional)
  baseDn?: string | null
}

@InputType()
export class DirectoryDeleteInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number
}

@InputType({ description: 'Asks with the settings given; saves nothing. id: take what is not given from that directory.' })
export class DirectoryTestInput extends DirectoryConnectionInput {
  @Field(() => ID, optional)
  id?: string | null

  @Field(() => String, { description: 'A user as a firewall would send it.' })
  user!: string

  @Field(() => DirectoryPreset, optional)
  preset?: DirectoryPreset | null

  @Field(() => [String], optional)
  urls?: string[] | null

  @Field(() => String, optional)
  baseDn?: string | null
}
