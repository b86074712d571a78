import { useNavigate } from 'react-router'
import type { ValueFilter } from '../../components/ui/value-text'
import { paths } from '../../config/paths'

/** Names of filters in the address of the Alerts page, and of the Incidents page where it has the same. */
type PivotName = 'address' | 'user' | 'url' | 'hash' | 'rule' | 'threat'

const ALSO_OF_INCIDENTS: readonly PivotName[] = ['address', 'user', 'hash']

/** From a value of an incident to all alerts, or all incidents, that have it. */
export function usePivot(): (name: PivotName, value: string) => readonly ValueFilter[] {
  const navigate = useNavigate()
  return (name, value) => {
    const to = (pathname: string, rest: Record<string, string>) => () =>
      void navigate({ pathname, search: new URLSearchParams({ [name]: value, ...rest }).toString() })
    return [
      { label: 'All alerts with it', apply: to(paths.alerts, { range: 'all' }) },
      ...(ALSO_OF_INCIDENTS.includes(name) ? [{ label: 'All incidents with it', apply: to(paths.incidents, { state: 'all' }) }] : []),
    ]
  }
}
