import { IncidentAlerts } from '../../features/alerts/incident-alerts'
import { IncidentPage } from '../../features/incidents/incident-page'

/** Features do not know each other: the alerts of an incident come in from here. */
export function IncidentRoute() {
  return <IncidentPage alerts={incidentId => <IncidentAlerts incidentId={incidentId} />} />
}
