import { IncidentAlerts } from '../../features/alerts/incident-alerts'
import { IncidentPage } from '../../features/incidents/incident-page'
import { Blocking } from '../../features/lists/blocking'

/** Features do not know each other: the alerts of an incident, and what blocks its values, come in from here. */
export function IncidentRoute() {
  return (
    <Blocking>
      <IncidentPage alerts={incidentId => <IncidentAlerts incidentId={incidentId} />} />
    </Blocking>
  )
}
