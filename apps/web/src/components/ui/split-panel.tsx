import { Drawer } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from './split-panel.module.css'

const WIDTH_MIN = 320
const WIDTH_MAX = 1_200
const STEP = 32

/** Below this there is no room for a panel beside a list. */
export const useNarrow = (): boolean => useMediaQuery('(max-width: 61.99em)', false, { getInitialValueInEffect: false })

interface SplitPanelProps {
  /** What the panel is called, e.g. "Alert". */
  readonly label: string
  /** Null: closed. */
  readonly panel: ReactNode | null
  readonly children: ReactNode
  onClose(): void
}

/** A list with a panel beside it, whose width is remembered; on narrow screens the panel lies over the list. */
export function SplitPanel({ label, panel, children, onClose }: SplitPanelProps) {
  const narrow = useNarrow()
  const [width, setWidth] = useLocalStorage({ key: 'sallyport.panel-width', defaultValue: 520, getInitialValueInEffect: false })
  const resize = (next: number) => setWidth(Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, Math.round(next))))
  return (
    <div className={classes['split']}>
      <div className={classes['main']}>{children}</div>
      {narrow ? (
        <Drawer
          opened={panel !== null}
          onClose={onClose}
          position="right"
          size="100%"
          withCloseButton={false}
          aria-label={label}
          transitionProps={{ duration: 0 }}
          styles={{ body: { padding: 0, height: '100%', display: 'flex', flexDirection: 'column' } }}
        >
          {panel}
        </Drawer>
      ) : (
        panel !== null && (
          <>
            <div
              role="separator"
              aria-orientation="vertical"
              aria-label={`Width of ${label.toLowerCase()} panel`}
              aria-valuemin={WIDTH_MIN}
              aria-valuemax={WIDTH_MAX}
              aria-valuenow={width}
              tabIndex={0}
              className={classes['handle']}
              onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
              onPointerMove={event => {
                const panelEdge = event.currentTarget.nextElementSibling?.getBoundingClientRect().right
                if (event.currentTarget.hasPointerCapture(event.pointerId) && panelEdge !== undefined) resize(panelEdge - event.clientX)
              }}
              onKeyDown={event => {
                if (event.key === 'ArrowLeft') resize(width + STEP)
                else if (event.key === 'ArrowRight') resize(width - STEP)
                else return
                event.preventDefault()
              }}
            />
            <section aria-label={label} className={classes['panel']} style={{ width }}>
              {panel}
            </section>
          </>
        )
      )}
    </div>
  )
}
