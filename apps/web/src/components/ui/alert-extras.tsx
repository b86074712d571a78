import { createContext, type ReactNode, useContext } from 'react'

type Extras = (alertId: string) => ReactNode

const AlertExtras = createContext<Extras | null>(null)

/** What other features add to the summary of an alert. */
export function AlertExtrasProvider({ extras, children }: { extras: Extras; children: ReactNode }) {
  return <AlertExtras value={extras}>{children}</AlertExtras>
}

export function ExtrasOfAlert({ alertId }: { alertId: string }) {
  return useContext(AlertExtras)?.(alertId) ?? null
}
