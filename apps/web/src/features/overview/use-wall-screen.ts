import { useEffect, useRef } from 'react'

const LARGER = '125%'
const SCHEME = 'data-mantine-color-scheme'
const DARK = 'dark'

/** While `on`: dark and larger, whatever the viewer chose for other pages; Escape leaves. The navigation is hidden by the layout. */
export function useWallScreen(on: boolean, leave: () => void): void {
  const leaveRef = useRef(leave)
  useEffect(() => {
    leaveRef.current = leave
  })
  useEffect(() => {
    if (!on) return
    const root = document.documentElement
    const { fontSize } = root.style
    let chosen = root.getAttribute(SCHEME)
    const darken = () => {
      const scheme = root.getAttribute(SCHEME)
      if (scheme === DARK) return
      chosen = scheme
      root.setAttribute(SCHEME, DARK)
    }
    darken()
    // The provider sets it when it starts, and when the computer goes from day to night.
    const observer = new MutationObserver(darken)
    observer.observe(root, { attributeFilter: [SCHEME] })
    root.style.fontSize = LARGER
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) leaveRef.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      observer.disconnect()
      if (chosen === null) root.removeAttribute(SCHEME)
      else root.setAttribute(SCHEME, chosen)
      root.style.fontSize = fontSize
    }
  }, [on])
}
