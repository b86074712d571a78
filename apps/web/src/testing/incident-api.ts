import { buildIncident, buildPage, buildTold, userOf } from './alert-builders'
import { createFakeApi } from './fake-api'

/** An incident page's API over one incident that the test may change. */
export function apiWithIncident(given: object = {}, people: readonly object[] = [userOf('erik'), userOf('anna'), userOf('annabel')]) {
  const server: { incident: ReturnType<typeof buildIncident> & Record<string, unknown> } = { incident: buildIncident(12, given) }
  const api = createFakeApi()
    .on('IncidentPage_Query', () => ({ incident: server.incident }))
    .on('IncidentTimeline_Query', () => ({ incident: { ...server.incident, timeline: buildPage([buildTold(1)]) } }))
    .on('IncidentRelations_Query', () => ({ incident: server.incident }))
    .on('IncidentView_Mutation', () => ({ incidentView: { incident: server.incident, userErrors: [] } }))
    .on('WorkflowChoices_Query', () => ({ teams: [], fieldValues: [] }))
    .on('Assignees_Query', () => ({ users: { nodes: people } }))
  return { api, server }
}
