import type { NodeLoader } from '../../graphql/node.js'
import type { AlertReadModel } from './alert-read-model.js'
import { toAlertType } from './alert-type.js'

/** What `node(id)` finds of this module. */
export const alertNodes = ({ alerts }: { readonly alerts: AlertReadModel }): NodeLoader[] => [
  {
    type: 'Alert',
    permission: 'alert:read',
    load: async (id, context) => {
      const alert = /^\d{1,18}$/.test(id) ? await context.load(alerts.alertById).load(id) : undefined
      return alert && toAlertType(alert)
    },
  },
]
