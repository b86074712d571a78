import { Button, Stack, Tabs } from '@mantine/core'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useClient, useQuery } from 'urql'
import { pipe, subscribe } from 'wonka'
import { KnowledgeOf } from '../../components/ui/knowledge'
import { EmptyList, ListFault, ListSkeleton } from '../../components/ui/list-states'
import { OriginButtons, ValueOriginProvider } from '../../components/ui/value-actions'
import { paths } from '../../config/paths'
import { type DocumentType, graphql, readFragment } from '../../gql'
import { formatCount } from '../../lib/format'
import { usePageTitle } from '../../lib/page-title'
import { useCan } from '../../lib/permissions'
import type { TickedRows } from '../../lib/selection'
import { useThrottled } from '../../lib/use-throttled'
import { errorText } from '../../lib/user-errors'
import { AlertBar } from './alert-bar'
import { IncidentActionBar, useOpenOnView } from './incident-actions'
import { IncidentHeader } from './incident-header'
import { IncidentFields } from './incident-fields'
import { IncidentOverview } from './incident-overview'
import { IncidentRelations } from './incident-relations'
import { IncidentTasks } from './incident-tasks'
import { IncidentTimeline } from './incident-timeline'
import { IncidentTitle } from './incident-title'
import { IncidentViewers } from './incident-viewers'
import { MergeAndPrint } from './merge-and-print'
import { IncidentFacts_Incident, useIncidentActions } from './use-incident-actions'
import classes from './incident-page.module.css'

const IncidentPage_Query = graphql(`
  query IncidentPage_Query($number: BigInt!) {
    incident(number: $number) {
      id
      title
      alertCount
      ...IncidentFacts_Incident
      ...IncidentHeader_Incident
      ...IncidentOverview_Incident
      ...IncidentFields_Incident
      ...IncidentTasks_Incident
      ...IncidentViewers_Incident
    }
  }
`)

const IncidentChanged_Subscription = graphql(`
  subscription IncidentChanged_Subscription($filter: IncidentFilter) {
    incidentsChanged(filter: $filter) {
      incidents {
        id
        ...IncidentFacts_Incident
        ...IncidentHeader_Incident
        ...IncidentFields_Incident
        ...IncidentTasks_Incident
        ...IncidentViewers_Incident
      }
      noLongerMatchingIds
      resyncRequired
    }
  }
`)

/** What can be done with the alerts of an incident. */
interface AlertWork {
  readonly mayTick: boolean
  bar(ticked: TickedRows): ReactNode
}

interface IncidentPageProps {
  /** The alerts of an incident, which are another feature; `work`: what can be done with them here. */
  alerts(incidentId: string, work: AlertWork): ReactNode
  /** Match conditions that its alerts met, which are another feature. */
  matches?(incidentId: string): ReactNode
}

/** One incident, as it is now: what others do to it appears by itself. */
export function IncidentPage({ alerts, matches }: IncidentPageProps) {
  const { number = '' } = useParams()
  const valid = /^\d{1,18}$/.test(number)
  const [{ data, error, fetching }, ask] = useQuery({ query: IncidentPage_Query, variables: { number }, pause: !valid })
  usePageTitle(data?.incident ? `INC-${number} ${data.incident.title}` : `INC-${number}`)
  if (data?.incident) {
    return (
      <LoadedIncident
        key={data.incident.id}
        incident={data.incident}
        number={number}
        alerts={alerts}
        {...(matches && { matches })}
        onStale={() => ask({ requestPolicy: 'network-only' })}
      />
    )
  }
  if (valid && fetching) return <ListSkeleton />
  if (error) {
    return (
      <ListFault title="The incident could not be read" text={errorText(error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />
    )
  }
  return (
    <EmptyList
      title="There is no such incident"
      actions={
        <Button component={Link} to={paths.incidents}>
          To the incidents
        </Button>
      }
    />
  )
}

type Incident = NonNullable<DocumentType<typeof IncidentPage_Query>['incident']>

interface LoadedIncidentProps extends IncidentPageProps {
  readonly incident: Incident
  readonly number: string
  /** What was added up from its alerts is older than the incident. */
  onStale(): void
}

/** What people did is a small question; what its alerts add up to is a large one. */
const TIMELINE_EVERY_MS = 300
const OVERVIEW_EVERY_MS = 1_500

function LoadedIncident({ incident, number, alerts, matches, onStale }: LoadedIncidentProps) {
  const facts = readFragment(IncidentFacts_Incident, incident)
  const mayWrite = useCan('incident:write')
  const [turn, setTurn] = useState(0)
  const [knownTurn, setKnownTurn] = useState(0)
  const readOverview = useThrottled(() => {
    onStale()
    setKnownTurn(value => value + 1)
  }, OVERVIEW_EVERY_MS)
  const readTimeline = useThrottled(() => setTurn(value => value + 1), TIMELINE_EVERY_MS)
  const refresh = () => {
    readTimeline()
    readOverview()
  }
  useIncidentChanges(incident.id, number, refresh)
  const actions = useIncidentActions(facts, refresh)
  useOpenOnView(facts, actions)
  const [params, setParams] = useSearchParams()
  const tab = params.get('tab') === 'alerts' ? 'alerts' : 'overview'
  const origin = useMemo(() => ({ alertId: null, incident: { id: incident.id, number } }), [incident.id, number])
  return (
    <ValueOriginProvider value={origin}>
      <div className={classes['page']}>
        <IncidentHeader
          incident={incident}
          title={<IncidentTitle incident={incident} onDone={refresh} />}
          below={<IncidentFields incident={incident} onDone={refresh} />}
          aside={<IncidentViewers incident={incident} />}
        >
          <OriginButtons />
          <MergeAndPrint facts={facts} />
          <IncidentActionBar facts={facts} actions={actions} />
        </IncidentHeader>
        <Tabs
          className={classes['tabs']}
          value={tab}
          keepMounted={false}
          onChange={value => void setParams(value === 'alerts' ? { tab: 'alerts' } : {}, { replace: true })}
        >
          <Tabs.List px="sm">
            <Tabs.Tab value="overview">Overview</Tabs.Tab>
            <Tabs.Tab value="alerts">Alerts {formatCount(incident.alertCount)}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="overview" className={classes['overview']}>
            <div className={classes['columns']}>
              <KnowledgeOf origin={origin} turn={knownTurn}>
                <IncidentOverview incident={incident} />
              </KnowledgeOf>
              <Stack>
                <IncidentTasks incident={incident} onDone={refresh} />
                <IncidentTimeline incidentId={incident.id} actions={actions} turn={turn} />
                {matches && (
                  <section className={classes['card']} aria-labelledby="matches" key={`matches-${knownTurn}`}>
                    <h2 id="matches">Match conditions</h2>
                    {matches(incident.id)}
                  </section>
                )}
                <IncidentRelations incidentId={incident.id} turn={knownTurn} onDone={refresh} />
              </Stack>
            </div>
          </Tabs.Panel>
          <Tabs.Panel value="alerts" className={classes['alerts']}>
            {alerts(incident.id, {
              mayTick: mayWrite && facts.allowedActions.includes('SPLIT'),
              bar: ticked => <AlertBar facts={facts} ticked={ticked} onDone={refresh} />,
            })}
          </Tabs.Panel>
        </Tabs>
      </div>
    </ValueOriginProvider>
  )
}

/** What the event carries goes to the cache, and so to the page; the rest is asked for again. */
function useIncidentChanges(id: string, number: string, onChange: () => void): void {
  const client = useClient()
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => {
    const { unsubscribe } = pipe(
      client.subscription(IncidentChanged_Subscription, { filter: { text: `INC-${number}` } }),
      subscribe(({ data }) => {
        const changed = data?.incidentsChanged
        if (changed && (changed.resyncRequired || changed.incidents.some(incident => incident.id === id))) latest.current()
      }),
    )
    return unsubscribe
  }, [client, id, number])
}
