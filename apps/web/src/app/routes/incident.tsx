import { AlertExtrasProvider } from '../../components/ui/alert-extras'
import { IncidentAlerts } from '../../features/alerts/incident-alerts'
import { IncidentPage } from '../../features/incidents/incident-page'
import { Blocking } from '../../features/lists/blocking'
import { AlertMatches, IncidentMatches } from '../../features/rules/matched-rules'
import { Knowing } from '../../features/observables/knowing'

/** Features do not know each other: the alerts of an incident, what blocks its values and what is known of them come in from here. */
export function IncidentRoute() {
  return (
    <Blocking>
      <Knowing>
        <AlertExtrasProvider extras={alertId => <AlertMatches alertId={alertId} />}>
          <IncidentPage
            alerts={(incidentId, work) => <IncidentAlerts incidentId={incidentId} {...work} />}
            matches={incidentId => <IncidentMatches incidentId={incidentId} />}
          />
        </AlertExtrasProvider>
      </Knowing>
    </Blocking>
  )
}
