import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { EmptyList } from '../../components/ui/list-states'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'

const NoAlerts_Query = graphql(`
  query NoAlerts_Query {
    sources {
      id
    }
    alerts(first: 1) {
      nodes {
        id
      }
    }
  }
`)

interface NoAlertsProps {
  /** Filters beyond the usual are in force. */
  readonly narrowed: boolean
  onClear(): void
  onAllTime(): void
}

/** An empty list has one of four reasons; each asks for something else. */
export function NoAlerts({ narrowed, onClear, onAllTime }: NoAlertsProps) {
  const [{ data }] = useQuery({ query: NoAlerts_Query, requestPolicy: 'network-only' })
  const toSources = (
    <Button component={Link} to={paths.sources}>
      To the sources
    </Button>
  )
  if (!data) return null
  if (data.alerts.nodes.length > 0) {
    return narrowed ? (
      <EmptyList title="Nothing matches" actions={<Button onClick={onClear}>Clear the filters</Button>}>
        No alert fits all of the filters above.
      </EmptyList>
    ) : (
      <EmptyList title="No alerts in the last 24 hours" actions={<Button onClick={onAllTime}>Show all time</Button>}>
        New ones are announced above as they arrive.
      </EmptyList>
    )
  }
  return data.sources.length === 0 ? (
    <EmptyList title="No source yet" actions={toSources}>
      Alerts are taken once there is an event source for the firewalls that send them.
    </EmptyList>
  ) : (
    <EmptyList title="Waiting for the first alert" actions={toSources}>
      The source is set up, but no alert has arrived. The Sources page shows how to point a firewall here, and what does arrive.
    </EmptyList>
  )
}
