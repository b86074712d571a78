import type { Severity } from '@sallyport/shared'
import { SEVERITY_LOOKS } from './severity-look'
import classes from './severity-badge.module.css'

/** Severity as word, shape and colour. `mark` leaves the word to the screen reader, where there is no room. */
export function SeverityBadge({ severity, mark = false }: { severity: Severity; mark?: boolean }) {
  const { word, shape, outlined, light, dark } = SEVERITY_LOOKS[severity]
  return (
    <span
      className={classes['badge']}
      data-severity={severity}
      style={{ color: `light-dark(${light}, ${dark})`, fontWeight: severity === 'CRITICAL' ? 700 : 500 }}
      title={mark ? word : undefined}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true" className={classes['shape']}>
        <path
          d={shape}
          fill={outlined ? 'none' : 'currentColor'}
          stroke="currentColor"
          strokeWidth={outlined ? 1.6 : 0}
          strokeLinejoin="round"
        />
      </svg>
      <span className={mark ? classes['hidden'] : undefined}>{word}</span>
    </span>
  )
}
