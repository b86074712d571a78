import { AddressScope } from '@sallyport/shared'
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeType } from '../../graphql/node.js'
import { DateTimeScalar } from '../../graphql/scalars.js'
import type { NamedNetwork } from '../../platform/prisma/client.js'
import type { GeoDatabase } from './geo-source.js'
import type { FoundPlace } from './place-finder.js'

registerEnumType(AddressScope, {
  name: 'AddressScope',
  description: 'Whether an address means something on the whole internet.',
  valuesConfig: {
    PRIVATE: { description: 'Of a network of its own: RFC 1918, RFC 6598, RFC 4193.' },
    RESERVED: { description: 'Loopback, link-local, multicast, documentation and whatever else is set aside.' },
  },
})

@ObjectType('NamedNetwork', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'A network with a name, kept by an administrator: Office Berlin.',
})
export class NamedNetworkType extends NodeType {
  @Field(() => String, { description: 'Canonical: an address, a network in CIDR form or first-last.' })
  network!: string

  @Field(() => String)
  name!: string

  @Field(() => String)
  description!: string

  @Field(() => Boolean, { description: 'Ours: providers outside are never asked about its addresses.' })
  own!: boolean

  @Field(() => Int, { description: 'expectedVersion of the next change.' })
  version!: number
}

@ObjectType('GeoDatabase', {
  simpleResolvers: true,
  description: 'A local database of addresses. Its attribution is shown wherever its data is.',
})
export class GeoDatabaseType {
  @Field(() => String, { description: "e.g. 'IP Geolocation by DB-IP'" })
  attribution!: string

  @Field(() => String, { nullable: true, description: 'What the attribution links to.' })
  url!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'Of the data.' })
  builtAt!: Date | null

  @Field(() => String, { description: 'City or ASN.' })
  kind!: string

  @Field(() => String, { nullable: true, description: "Path of the administrator's own file; null: the one that ships." })
  file!: string | null

  @Field(() => String, { nullable: true, description: 'Why it cannot be used; with data in use: why its newest file cannot.' })
  error!: string | null
}

@ObjectType('Place', {
  simpleResolvers: true,
  description: 'Where an address is. From local databases: always there, never asked outside.',
})
export class PlaceType {
  @Field(() => AddressScope)
  scope!: AddressScope

  @Field(() => String, { nullable: true, description: "What a private or reserved range is, e.g. 'Private network (RFC 1918)'." })
  scopeName!: string | null

  @Field(() => NamedNetworkType, { nullable: true, description: 'The narrowest named network that holds it.' })
  network!: NamedNetworkType | null

  @Field(() => String, { nullable: true, description: 'ISO 3166-1, two capitals.' })
  countryCode!: string | null

  @Field(() => String, { nullable: true, description: 'Its English name.' })
  country!: string | null

  @Field(() => String, { nullable: true })
  region!: string | null

  @Field(() => String, { nullable: true })
  city!: string | null

  @Field(() => Float, { nullable: true, description: 'Degrees north; of the city or the country, not of the host.' })
  latitude!: number | null

  @Field(() => Float, { nullable: true, description: 'Degrees east.' })
  longitude!: number | null

  @Field(() => Int, { nullable: true, description: 'Number of the autonomous system.' })
  asn!: number | null

  @Field(() => String, { nullable: true, description: 'Who runs the autonomous system.' })
  organisation!: string | null

  @Field(() => [GeoDatabaseType], { description: 'Who the data is from, to be shown with it.' })
  sources!: GeoDatabaseType[]
}

export const toNamedNetworkType = (network: NamedNetwork): NamedNetworkType => ({
  id: toGlobalId('NamedNetwork', network.id),
  network: network.network,
  name: network.name,
  description: network.description,
  own: network.own,
  version: network.version,
})

export const toGeoDatabaseType = (database: GeoDatabase): GeoDatabaseType => ({ ...database })

export const toPlaceType = ({ network, sources, ...place }: FoundPlace): PlaceType => ({
  ...place,
  network: network && toNamedNetworkType(network),
  sources: sources.map(toGeoDatabaseType),
})
