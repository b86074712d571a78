import { Anchor, Text } from '@mantine/core'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { PlaceText_PlaceFragment } from '../../gql/graphql'
import { safeHref } from '../../lib/safe-href'
import classes from './known.module.css'

const PlaceText_Place = graphql(`
  fragment PlaceText_Place on Place {
    scope
    scopeName
    network {
      id
      name
      network
      own
    }
    countryCode
    country
    region
    city
    asn
    organisation
    sources {
      kind
      attribution
      url
      builtAt
    }
  }
`)

interface PlaceProps {
  readonly place: FragmentType<typeof PlaceText_Place>
}

type Place = PlaceText_PlaceFragment

/** Where an address is, in a few words: the named network, else the town and country, else what range it is in. */
export function placeWords({
  scope,
  scopeName,
  network,
  city,
  region,
  country,
  countryCode,
}: Pick<Place, 'scope' | 'scopeName' | 'network' | 'city' | 'region' | 'country' | 'countryCode'>): string {
  if (network !== null) return network.name
  const town = [city, region === city ? null : region, country ?? countryCode].filter(part => part !== null && part !== '').join(', ')
  if (town !== '') return town
  if (scope === 'PUBLIC') return 'place unknown'
  return scopeName ?? (scope === 'PRIVATE' ? 'private address' : 'reserved address')
}

/** AS64500 Example Networks; null where neither is known. */
export function networkOwner({ asn, organisation }: Pick<Place, 'asn' | 'organisation'>): string | null {
  return [asn === null ? null : `AS${asn}`, organisation].filter(part => part !== null && part !== '').join(' ') || null
}

/** Place and network on one line. */
export function PlaceText({ place: masked }: PlaceProps) {
  const place = readFragment(PlaceText_Place, masked)
  const owner = networkOwner(place)
  return (
    <span style={{ overflowWrap: 'anywhere' }} title={place.network === null ? undefined : place.network.network}>
      {placeWords(place)}
      {owner !== null && (
        <Text span inherit c="dimmed">
          {' '}
          {owner}
        </Text>
      )}
    </span>
  )
}

/** Whose data it is: their licence asks for it. Nothing where no place came from a database. */
export function PlaceCredit({ places }: { places: readonly FragmentType<typeof PlaceText_Place>[] }) {
  const found = readFragment(PlaceText_Place, places).filter(({ countryCode, country, asn, city }) => countryCode ?? country ?? asn ?? city)
  const sources = new Map(found.flatMap(place => place.sources.map(source => [source.attribution, source] as const)))
  if (sources.size === 0) return null
  return (
    <div className={classes['credit']}>
      {[...sources.values()].map(({ attribution, url, builtAt }, index) => {
        const href = safeHref(url)
        return (
          <span key={attribution}>
            {index > 0 && ' · '}
            {href === null ? (
              attribution
            ) : (
              <Anchor inherit href={href} target="_blank" rel="noreferrer">
                {attribution}
              </Anchor>
            )}
            {builtAt !== null && ` (${builtAt.slice(0, 10)})`}
          </span>
        )
      })}
    </div>
  )
}
