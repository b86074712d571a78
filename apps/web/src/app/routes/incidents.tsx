export { IncidentsPage as IncidentsRoute } from '../../features/incidents/incidents-page'
