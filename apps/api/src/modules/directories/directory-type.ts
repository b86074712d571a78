import { DirectoryPreset, PersonAttribute } from '@sallyport/shared'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeType } from '../../graphql/node.js'
import { TlsTrust } from '../../graphql/shared-enums.js'
import type { Directory } from '../../platform/prisma/client.js'
import { FactType, notAsked } from '../enrichment/index.js'
import { readAttributes } from './directory-registry.js'
import type { AttributeMap } from './directory-settings.js'
import type { DirectoryTestResult } from './directory-tester.js'
import { PersonType, toPersonType } from './person-type.js'
import type { PresetSettings } from './presets.js'

registerEnumType(DirectoryPreset, { name: 'DirectoryPreset' })

@ObjectType('AttributeMapping', { simpleResolvers: true })
export class AttributeMappingType {
  @Field(() => String, { description: 'What is told of a person: displayName, mail, title, department …' })
  attribute!: string

  @Field(() => String, { description: 'Name of the LDAP attribute that holds it.' })
  name!: string
}

@ObjectType('DirectoryPresetSettings', { simpleResolvers: true })
export class DirectoryPresetSettingsType {
  @Field(() => DirectoryPreset)
  preset!: DirectoryPreset

  @Field(() => String)
  userFilter!: string

  @Field(() => [AttributeMappingType])
  attributes!: AttributeMappingType[]

  @Field(() => Boolean)
  nestedGroups!: boolean
}

@ObjectType('Directory', { simpleResolvers: true, implements: NodeType, description: 'An LDAP directory in which users are looked up.' })
export class DirectoryType extends NodeType {
  @Field(() => String)
  name!: string

  @Field(() => Boolean)
  enabled!: boolean

  @Field(() => DirectoryPreset)
  preset!: DirectoryPreset

  @Field(() => [String], { description: 'ldap:// and ldaps:// URLs, tried in order.' })
  urls!: string[]

  @Field(() => Boolean)
  startTls!: boolean

  @Field(() => TlsTrust)
  tlsTrust!: TlsTrust

  @Field(() => String, { nullable: true })
  tlsCaPem!: string | null

  @Field(() => String, { nullable: true, description: 'SHA-256, upper-case pairs with colons; several with commas.' })
  tlsFingerprint!: string | null

  @Field(() => String, { description: 'Empty: anonymous. It needs to read, nothing more.' })
  bindDn!: string

  @Field(() => Boolean, { description: 'The password itself never leaves the server.' })
  hasBindPassword!: boolean

  @Field(() => String)
  baseDn!: string

  @Field(() => String, { description: 'With {user} (the account name) or {mail} (user@domain), both escaped by RFC 4515.' })
  userFilter!: string

  @Field(() => [AttributeMappingType])
  attributes!: AttributeMappingType[]

  @Field(() => Boolean, { description: 'Groups that hold the groups of a person, too.' })
  nestedGroups!: boolean

  @Field(() => [String], { description: 'NetBIOS and DNS names, lower case; empty: users of all domains that no other directory names.' })
  domains!: string[]

  @Field(() => Int, { description: 'For connecting, and for every question.' })
  timeoutSeconds!: number

  @Field(() => Int)
  cacheSeconds!: number

  @Field(() => Int, { description: "Age of 'not found'." })
  unknownCacheSeconds!: number

  @Field(() => Int)
  version!: number
}

@ObjectType('DirectoryTestStep', { simpleResolvers: true })
export class DirectoryTestStepType {
  @Field(() => String)
  name!: string

  @Field(() => Boolean)
  ok!: boolean

  @Field(() => String, { nullable: true })
  message!: string | null

  @Field(() => Int)
  milliseconds!: number
}

@ObjectType('DirectoryTest', { simpleResolvers: true })
export class DirectoryTestType {
  @Field(() => [DirectoryTestStepType], { description: 'In order: connect, TLS, bind, search …' })
  steps!: DirectoryTestStepType[]

  @Field(() => String, { nullable: true, description: 'Filter that was sent.' })
  filter!: string | null

  @Field(() => PersonType, { nullable: true })
  person!: PersonType | null

  @Field(() => [FactType], { description: 'Every attribute that came back, cut; binary ones by their size.' })
  attributes!: FactType[]

  @Field(() => String, { nullable: true, description: 'SHA-256 of a certificate that nobody vouches for.' })
  certificateFingerprint!: string | null
}

/** In the order in which a person is told. */
const toMappings = (map: AttributeMap): AttributeMappingType[] =>
  Object.values(PersonAttribute).flatMap(attribute => {
    const name = map[attribute]
    return name === undefined ? [] : [{ attribute, name }]
  })

export const toPresetType = ({ attributes, ...preset }: PresetSettings): DirectoryPresetSettingsType => ({
  ...preset,
  attributes: toMappings(attributes),
})

export function toDirectoryType({ id, bindPasswordSealed, attributes, createdAt: _, ...directory }: Directory): DirectoryType {
  return {
    ...directory,
    id: toGlobalId('Directory', id),
    preset: directory.preset as DirectoryPreset,
    tlsTrust: directory.tlsTrust as TlsTrust,
    hasBindPassword: bindPasswordSealed !== null,
    attributes: toMappings(readAttributes(attributes)),
  }
}

/** @param now when the directory was asked */
export function toDirectoryTestType({ person, ...result }: DirectoryTestResult, user: string, now: number): DirectoryTestType {
  const row = { ...notAsked('DIRECTORY', 'USER', user), state: 'KNOWN', facts: person, answeredAt: new Date(now) } as const
  return { ...result, steps: [...result.steps], attributes: [...result.attributes], person: person ? toPersonType(row) : null }
}
