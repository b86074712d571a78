import type { Severity } from '@sallyport/shared'
import type { ReactNode } from 'react'
import { SEVERITY_LOOKS } from './severity-look'
import classes from './known.module.css'

/** Words in the colour, and behind the shape, of a severity: for scores and verdicts, which are no severities but as bad as one. */
export function SeverityWord({ severity, children }: { severity: Severity; children: ReactNode }) {
  const { shape, outlined, light, dark } = SEVERITY_LOOKS[severity]
  return (
    <span className={classes['badge']} style={{ color: `light-dark(${light}, ${dark})` }}>
      <svg viewBox="0 0 12 12" aria-hidden="true" className={classes['shape']}>
        <path
          d={shape}
          fill={outlined ? 'none' : 'currentColor'}
          stroke="currentColor"
          strokeWidth={outlined ? 1.6 : 0}
          strokeLinejoin="round"
        />
      </svg>
      <span>{children}</span>
    </span>
  )
}
