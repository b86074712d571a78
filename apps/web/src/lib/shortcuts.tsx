import { useLocalStorage } from '@mantine/hooks'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'

export interface Shortcut {
  /** One key or a sequence with blanks between: `?`, `j`, `g a`, `Escape`. As KeyboardEvent.key names them. */
  readonly keys: string
  readonly label: string
  readonly group: string
  run(): void
}

interface ShortcutsContextValue {
  readonly register: (shortcuts: readonly Shortcut[]) => () => void
  readonly all: readonly Shortcut[]
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  readonly enabled: boolean
  setEnabled(enabled: boolean): void
}

const ShortcutsContext = createContext<ShortcutsContextValue | undefined>(undefined)

const SEQUENCE_WITHIN_MS = 1_200

/** Nothing is typed into a box that is ticked. */
const TAKES_KEYS = [
  'input:not([type="checkbox"], [type="radio"])',
  ...['textarea', 'select', '[contenteditable="true"]', '[role="textbox"]', '[role="menu"]', '[role="listbox"]', '[role="dialog"]'],
].join(', ')

/** Whether keys go into a field, a menu or a dialog: those are not for us. */
export function takesKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TAKES_KEYS) !== null
}

/** A dialog takes all keys, also once what had the focus in it is gone; one that fades out takes none. */
const isDialogOpen = (): boolean => document.querySelector('[aria-modal="true"]:not([style*="opacity: 0"])') !== null

/** Enter on a button or a link presses that, and is nothing to a box. */
const pressesTarget = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && event.target instanceof Element && event.target.closest('button, a[href], summary, input') !== null

/** Which shortcut the pressed keys complete, and the keys to remember for the next press. */
export function matchKeys<T extends { readonly keys: string }>(
  shortcuts: readonly T[],
  pending: string,
  key: string,
): { hit?: T; pending: string } {
  for (const pressed of pending ? [`${pending} ${key}`, key] : [key]) {
    const hit = shortcuts.find(shortcut => shortcut.keys === pressed)
    if (hit) return { hit, pending: '' }
    if (shortcuts.some(shortcut => shortcut.keys.startsWith(`${pressed} `))) return { pending: pressed }
  }
  return { pending: '' }
}

/** One listener for all shortcuts of the console. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const [all, setAll] = useState<readonly Shortcut[]>([])
  const [enabled, setEnabled] = useLocalStorage({ key: 'sallyport.shortcuts', defaultValue: true, getInitialValueInEffect: false })
  const latest = useRef(all)
  latest.current = all

  useEffect(() => {
    if (!enabled) return
    let pending = ''
    let pressedAt = 0
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (takesKeys(event.target) || pressesTarget(event) || isDialogOpen()) return
      const result = matchKeys(latest.current, event.timeStamp - pressedAt < SEQUENCE_WITHIN_MS ? pending : '', event.key)
      pending = result.pending
      pressedAt = event.timeStamp
      if (!result.hit) return
      event.preventDefault()
      result.hit.run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [enabled])

  const value = useMemo<ShortcutsContextValue>(
    () => ({
      all,
      enabled,
      setEnabled,
      register: shortcuts => {
        setAll(before => [...before, ...shortcuts])
        return () => setAll(before => before.filter(shortcut => !shortcuts.includes(shortcut)))
      },
    }),
    [all, enabled, setEnabled],
  )
  return <ShortcutsContext value={value}>{children}</ShortcutsContext>
}

function useShortcutsContext(): ShortcutsContextValue {
  const value = useContext(ShortcutsContext)
  if (!value) throw new Error('Shortcuts need a ShortcutsProvider')
  return value
}

/** These keys work, and are listed in the help sheet, while the component is on the page. Pass a memoised list. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const { register } = useShortcutsContext()
  const registerRef = useRef(register)
  registerRef.current = register
  useEffect(() => registerRef.current(shortcuts), [shortcuts])
}

/** For the help sheet. */
export function useShortcutList(): Pick<ShortcutsContextValue, 'all' | 'enabled' | 'setEnabled'> {
  return useShortcutsContext()
}
