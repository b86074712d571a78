import { AlertMatches } from '../../features/rules/matched-rules'
import { AlertExtrasProvider } from '../../components/ui/alert-extras'
import { AlertsPage } from '../../features/alerts/alerts-page'
import { Blocking } from '../../features/lists/blocking'
import { Knowing } from '../../features/observables/knowing'

/** Features do not know each other: what blocks values, and what is known of them, come in from here. */
export function AlertsRoute() {
  return (
    <Blocking>
      <Knowing>
        <AlertExtrasProvider extras={alertId => <AlertMatches alertId={alertId} />}>
          <AlertsPage />
        </AlertExtrasProvider>
      </Knowing>
    </Blocking>
  )
}
