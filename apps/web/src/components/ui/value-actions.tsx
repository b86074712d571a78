import { Button } from '@mantine/core'
import type { ListKind, ObservableKind } from '@sallyport/shared'
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

/** None for host names, which no list takes. */
export function useValueActions(kind: ObservableKind | undefined, value: string): readonly ValueAction[] {
  const actions = useContext(ActionsContext)
  const origin = useContext(OriginContext)
  return actions && kind && kind !== 'HOST' ? actions.ofValue(kind, value, origin) : []
}

interface ValueButtonsProps {
  readonly kind: ObservableKind
  readonly value: string
  /** In a row, where there is room for one. */
  readonly onlyFirst?: boolean
}

/** The actions on one value, as buttons. */
export function ValueButtons({ kind, value, onlyFirst = false }: ValueButtonsProps) {
  const actions = useValueActions(kind, value)
  return onlyFirst ? <ActionButtons actions={actions.slice(0, 1)} value={value} /> : <ActionButtons actions={actions} />
}

/** The actions on everything that is told around here, as buttons. */
export function OriginButtons() {
  const actions = useContext(ActionsContext)
  const origin = useContext(OriginContext)
  if (!actions || !origin) return null
  return <ActionButtons actions={actions.ofOrigin(origin)} />
}

interface ActionButtonsProps {
  readonly actions: readonly ValueAction[]
  /** In a row: what the button is about. */
  readonly value?: string
}

function ActionButtons({ actions, value }: ActionButtonsProps) {
  return actions.map(({ label, icon, apply }) => (
    <Button
      key={label}
      variant="default"
      leftSection={icon}
      onClick={apply}
      {...(value !== undefined && { size: 'compact-xs', flex: 'none', 'aria-label': `${label} ${value}` })}
    >
      {label}
    </Button>
  ))
}
