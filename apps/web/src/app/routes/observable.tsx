import { Blocking } from '../../features/lists/blocking'
import { Knowing } from '../../features/observables/knowing'
import { ObservablePage } from '../../features/observables/observable-page'

/** Features do not know each other: what blocks values comes in from here. */
export function ObservableRoute() {
  return (
    <Blocking>
      <Knowing>
        <ObservablePage />
      </Knowing>
    </Blocking>
  )
}
