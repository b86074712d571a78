import { AlertsPage } from '../../features/alerts/alerts-page'
import { Blocking } from '../../features/lists/blocking'

/** Features do not know each other: what blocks values comes in from here. */
export function AlertsRoute() {
  return (
    <Blocking>
      <AlertsPage />
    </Blocking>
  )
}
