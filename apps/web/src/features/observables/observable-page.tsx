import { Anchor, Group, Text, Title } from '@mantine/core'
import { Link, useLocation, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { CopyButton } from '../../components/ui/copy-button'
import { EmptyList, ListFault, ListSkeleton } from '../../components/ui/list-states'
import { LookupAge, LookupStateText, PROVIDER_NAMES } from '../../components/ui/lookup-state'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { PersonCard } from '../../components/ui/person-card'
import { PlaceCredit, PlaceText } from '../../components/ui/place-text'
import { ValueButtons } from '../../components/ui/value-actions'
import { defanged } from '../../components/ui/value-text'
import { paths } from '../../config/paths'
import { type DocumentType, graphql, readFragment } from '../../gql'
import type { ObservableKind } from '../../gql/graphql'
import { usePageTitle } from '../../lib/page-title'
import { errorText } from '../../lib/user-errors'
import { Facts } from './facts'
import { Known_Observable } from './known'
import { ObservableActivity } from './observable-activity'
import { type ActivityDays, KIND_NOUNS, observableAt, observableKey } from './observable-words'
import { RefreshButton } from './refresh-button'
import { ScorePanel } from './score-panel'
import { useEnrichmentChanges } from './use-enrichment-changes'
import { WildfirePanel } from './wildfire-report'
import classes from './observables.module.css'

const Observable_Query = graphql(`
  query Observable_Query($kind: ObservableKind!, $value: String!) {
    observable(kind: $kind, value: $value) {
      kind
      value
      ...Known_Observable
      place {
        latitude
        longitude
        network {
          id
          name
          network
          description
          own
        }
      }
      reputation {
        ...ScorePanel_Reputation
      }
      wildfire {
        ...WildfirePanel_WildfireAnalysis
      }
      lists {
        id
        name
      }
    }
  }
`)

type Observable = NonNullable<DocumentType<typeof Observable_Query>['observable']>

/** All we know of one value: who, where, how bad, and what it has done. */
export function ObservablePage() {
  const { pathname } = useLocation()
  const at = observableAt(pathname)
  if (at === null) return <NoSuchValue noun="value" />
  return <OfValue key={observableKey(at)} {...at} />
}

function OfValue({ kind, value }: { kind: ObservableKind; value: string }) {
  usePageTitle(`${KIND_NOUNS[kind]} ${value}`)
  const [{ data, error, fetching }, ask] = useQuery({
    query: Observable_Query,
    variables: { kind, value },
    requestPolicy: 'cache-and-network',
  })
  const again = () => ask({ requestPolicy: 'network-only' })
  const observable = data?.observable
  useEnrichmentChanges(new Set([observableKey(observable ?? { kind, value })]), again)
  const [params, setParams] = useSearchParams()
  if (!observable) {
    if (fetching) return <ListSkeleton />
    if (error) return <ListFault title="What is known could not be read" text={errorText(error)} onRetry={again} />
    return <NoSuchValue noun={KIND_NOUNS[kind].toLowerCase()} />
  }
  const days = daysOf(params.get('days'))
  const setDays = (chosen: ActivityDays) => setParams(chosen === 30 ? {} : { days: String(chosen) }, { replace: true })
  return (
    <div className={classes['page']}>
      <Header observable={observable} />
      <div className={classes['columns']}>
        <div className={classes['column']}>
          {error && <ListFault title="The newest answer could not be read" text={errorText(error)} onRetry={again} />}
          <Essentials observable={observable} />
          {observable.reputation && (
            <ScorePanel observable={readFragment(Known_Observable, observable)} reputation={observable.reputation} />
          )}
          {observable.wildfire && <WildfirePanel hash={observable.value} wildfire={observable.wildfire} />}
        </div>
        <div className={classes['column']}>
          <ObservableActivity kind={observable.kind} value={observable.value} days={days} onDays={chosen => void setDays(chosen)} />
        </div>
      </div>
    </div>
  )
}

const daysOf = (text: string | null): ActivityDays => (text === '7' ? 7 : text === '90' ? 90 : 30)

function NoSuchValue({ noun }: { noun: string }) {
  return (
    <EmptyList title={`This is no valid ${noun}`}>
      Nothing can be known of it. Values are reached from an alert or incident: “What we know” in their menu.
    </EmptyList>
  )
}

function Header({ observable: { kind, value } }: { observable: Observable }) {
  const harmless = defanged(value)
  return (
    <Group component="header" justify="space-between" align="flex-start" gap="xs" mb="md">
      <Title order={1} flex="1 1 320px" miw={0} className={classes['value'] ?? ''}>
        <Text span inherit c="dimmed" ff="text">
          {KIND_NOUNS[kind]}
        </Text>{' '}
        {value}
      </Title>
      <Group gap={6}>
        <CopyButton text={value} label="Copy" />
        {harmless !== value && <CopyButton text={harmless} label="Copy defanged" />}
        <ValueButtons kind={kind} value={value} />
        <RefreshButton kind={kind} value={value} label="Refresh" size="xs" />
      </Group>
    </Group>
  )
}

/** Who it is, where it is, on which lists, and why it may not be on one. */
function Essentials({ observable }: { observable: Observable }) {
  const known = readFragment(Known_Observable, observable)
  return (
    <Panel title="What we know">
      {known.protected !== null && <Notice tone="info">May never be blocked: {known.protected}</Notice>}
      {known.person && (
        <PersonCard
          person={known.person}
          user={known.value}
          actions={<RefreshButton kind="USER" value={known.value} provider="DIRECTORY" />}
        />
      )}
      <Facts
        facts={[
          ['Place', known.place && <PlaceText place={known.place} />],
          ['Position', positionText(observable.place)],
          ['Network', observable.place?.network && networkText(observable.place.network)],
          ['Reverse names', known.kind === 'ADDRESS' && <ReverseNames observable={observable} />],
          ['Lists', <OnLists key="lists" lists={observable.lists} />],
        ]}
      />
      <PlaceCredit places={known.place ? [known.place] : []} />
    </Panel>
  )
}

function positionText(place: Observable['place']): string | null {
  return place && place.latitude !== null && place.longitude !== null
    ? `${place.latitude.toFixed(2)}, ${place.longitude.toFixed(2)} (of the area, not of the host)`
    : null
}

function networkText({ name, network, description, own }: NonNullable<NonNullable<Observable['place']>['network']>): string {
  return [`${name}, ${network}`, own ? 'own: never asked outside' : '', description].filter(part => part !== '').join('; ')
}

function ReverseNames({ observable }: { observable: Observable }) {
  const { names, namesStatus } = readFragment(Known_Observable, observable)
  const status = namesStatus ?? { state: 'NOT_ASKED' as const, reason: null, answeredAt: null, refreshing: false }
  return (
    <>
      {names.length > 0 ? names.join(', ') : <LookupStateText lookup={status} />}{' '}
      <LookupAge source={PROVIDER_NAMES.REVERSE_DNS} lookup={status} />
    </>
  )
}

function OnLists({ lists }: { lists: Observable['lists'] }) {
  if (lists.length === 0) return 'on none'
  return lists.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Anchor component={Link} to={paths.list(id)} inherit>
        {name}
      </Anchor>
    </span>
  ))
}
