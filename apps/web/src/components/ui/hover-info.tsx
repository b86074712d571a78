import { Popover } from '@mantine/core'
import { type FocusEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import classes from './known.module.css'

const OPEN_AFTER_MS = 300
/** Long enough to move the pointer from the value into the card. */
const CLOSE_AFTER_MS = 150

interface HoverInfoProps {
  /** What the card is about, for screen readers. */
  readonly label: string
  /** Drawn when it opens. */
  readonly content: () => ReactNode
  readonly width?: number
  /** Something else is open here. */
  readonly held?: boolean
  /** Opens on a click, too: for fingers. */
  readonly onClick?: boolean
  readonly children: ReactNode
}

/** A card that opens while the pointer rests, or the keyboard's focus stands, on something. Escape closes it and nothing else. */
export function HoverInfo({ label, content, width = 340, held = false, onClick = false, children }: HoverInfoProps) {
  const [open, setOpen] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const inside = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  const shown = open && !held
  useEscape(shown, () => setOpen(false))
  const later = (value: boolean) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setOpen(value), value ? OPEN_AFTER_MS : CLOSE_AFTER_MS)
  }
  const now = (value: boolean) => {
    clearTimeout(timer.current)
    setOpen(value)
  }
  const byMouse = (value: boolean) => (event: PointerEvent) => {
    if (event.pointerType !== 'touch') later(value)
  }
  return (
    <Popover
      opened={shown}
      onChange={now}
      position="bottom-start"
      width={width}
      shadow="md"
      withinPortal
      withRoles={false}
      closeOnEscape={false}
    >
      <Popover.Target>
        <span
          className={classes['target']}
          onPointerEnter={byMouse(true)}
          onPointerLeave={byMouse(false)}
          onFocus={event => byKeyboard(event) && later(true)}
          // A click into the card takes the focus from the value.
          onBlur={() => inside.current || now(false)}
          // A click asks for something else, unless the card is all there is.
          onClick={() => now(onClick)}
        >
          {children}
        </span>
      </Popover.Target>
      <Popover.Dropdown
        p="sm"
        role="group"
        aria-label={label}
        maw="calc(100vw - 16px)"
        onPointerEnter={event => {
          inside.current = true
          byMouse(true)(event)
        }}
        onPointerLeave={event => {
          inside.current = false
          byMouse(false)(event)
        }}
        // To React the card is part of what is around the value: a click in it is no click on the row.
        onClick={event => event.stopPropagation()}
      >
        {shown && content()}
      </Popover.Dropdown>
    </Popover>
  )
}

/** A click focuses as well, and means something else. */
const byKeyboard = ({ target }: FocusEvent): boolean => target.matches(':focus-visible')

/** Before all other listeners, so that Escape closes what is on top alone. */
function useEscape(active: boolean, close: () => void): void {
  const latest = useRef(close)
  latest.current = close
  useEffect(() => {
    if (!active) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      latest.current()
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [active])
}
