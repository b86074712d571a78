import { Button } from '@mantine/core'
import type { ListKind } from '@sallyport/shared'
import { createContext, type ReactNode, useContext } from 'react'

/** Where on the pages a value was found. */
export interface ValueOrigin {
  readonly alertId: string | null
  readonly incident: { readonly id: string; readonly number: string } | null
}

export interface ValueAction {
  readonly label: string
  readonly icon: ReactNode
  apply(): void
}

/** What another feature can do with values that it does not show itself. */
export interface ValueActions {
  ofValue(kind: ListKind, value: string, origin: ValueOrigin | null): readonly ValueAction[]
  /** With all values of an alert or incident at once. */
  ofOrigin(origin: ValueOrigin): readonly ValueAction[]
}

const ActionsContext = createContext<ValueActions | null>(null)
const OriginContext = createContext<ValueOrigin | null>(null)

export const ValueActionsProvider = ActionsContext.Provider
export const ValueOriginProvider = OriginContext.Provider

export function useValueActions(kind: ListKind | undefined, value: string): readonly ValueAction[] {
  const actions = useContext(ActionsContext)
  const origin = useContext(OriginContext)
  return actions && kind ? actions.ofValue(kind, value, origin) : []
}

/** The actions on everything that is told around here, as buttons. */
export function OriginButtons() {
  const actions = useContext(ActionsContext)
  const origin = useContext(OriginContext)
  if (!actions || !origin) return null
  return actions.ofOrigin(origin).map(({ label, icon, apply }) => (
    <Button key={label} variant="default" leftSection={icon} onClick={apply}>
      {label}
    </Button>
  ))
}
