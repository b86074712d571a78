import { Text, VisuallyHidden } from '@mantine/core'
import { formatCount, formatCounted } from '../../lib/format'
import classes from './sparkline.module.css'

interface SparklineProps {
  /** Oldest first, one number a minute. */
  readonly perMinute: readonly number[]
  readonly height?: number
  readonly labelled?: boolean
  /** What the bars show, where they are not alerts per minute. */
  readonly label?: string
}

/** What the bars show, in words: for those who do not see them. */
export function sparklineText(perMinute: readonly number[]): string {
  const total = perMinute.reduce((sum, value) => sum + value, 0)
  if (total === 0) return `No alerts in the last ${perMinute.length} minutes`
  const last = perMinute.at(-1) ?? 0
  return `${formatCounted(total, 'alert')} in the last ${perMinute.length} minutes, ${formatCount(last)} in the newest, at most ${formatCount(Math.max(...perMinute))} a minute`
}

/** Alerts per minute as bars: no axes, the top is the largest of them. */
export function Sparkline({ perMinute, height = 24, labelled = false, label: given }: SparklineProps) {
  const top = Math.max(1, ...perMinute)
  const label = given ?? sparklineText(perMinute)
  return (
    <figure className={classes['figure']} title={label}>
      <svg viewBox={`0 0 ${perMinute.length} 100`} preserveAspectRatio="none" height={height} className={classes['bars']} aria-hidden>
        <line x1={0} x2={perMinute.length} y1={99} y2={99} className={classes['base']} />
        {perMinute.map((value, minute) => (
          <rect key={minute} x={minute + 0.1} width={0.8} y={100 - (value / top) * 100} height={(value / top) * 100} />
        ))}
      </svg>
      {labelled ? (
        <Text component="figcaption" size="xs" c="dimmed">
          {label}
        </Text>
      ) : (
        <VisuallyHidden component="figcaption">{label}</VisuallyHidden>
      )}
    </figure>
  )
}
