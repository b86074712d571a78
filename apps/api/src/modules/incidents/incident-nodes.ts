import type { NodeLoader } from '../../graphql/node.js'
import type { IncidentReadModel } from './incident-read-model.js'
import { toIncidentActivityType, toIncidentType } from './incident-type.js'

const KEY = /^\d{1,18}$/

/** What `node(id)` finds of this module. */
export const incidentNodes = ({ incidents }: { readonly incidents: IncidentReadModel }): NodeLoader[] => [
  {
    type: 'Incident',
    permission: 'incident:read',
    load: async (id, context) => {
      const incident = KEY.test(id) ? await context.load(incidents.incidentById).load(id) : undefined
      return incident && toIncidentType(incident)
    },
  },
  {
    type: 'IncidentActivity',
    permission: 'incident:read',
    load: async id => {
      const activity = KEY.test(id) ? await incidents.activity(id) : undefined
      return activity && toIncidentActivityType(activity)
    },
  },
]
