import { Group, Text, VisuallyHidden } from '@mantine/core'
import { Link } from 'react-router'
import { formatCount, formatDateTime } from '../../lib/format'
import { useTimeZone } from '../../lib/time-zone'
import type { Span } from './overview-links'
import { type CountedStep, spanOf, type StepSeries } from './step-series'
import classes from './step-chart.module.css'

interface StepChartProps {
  /** What is counted, for those who do not see the bars. */
  readonly label: string
  readonly steps: readonly CountedStep[]
  readonly series: readonly StepSeries[]
  readonly range: Span
}

const totalOf = (step: CountedStep, series: readonly StepSeries[]): number => series.reduce((sum, { countOf }) => sum + countOf(step), 0)

/** Stacked bars over time. Each piece leads to the list behind it; so does each name below, for the whole time and for the keyboard. */
export function StepChart({ label, steps, series, range }: StepChartProps) {
  const { timeZone } = useTimeZone()
  const shown = series.filter(({ countOf }) => steps.some(step => countOf(step) > 0))
  const top = Math.max(1, ...steps.map(step => totalOf(step, shown)))
  const marks = [0, Math.floor(steps.length / 2)].map(index => steps[index]?.at ?? range.from)
  return (
    <figure className={classes['figure']} aria-label={label}>
      <Text size="xs" c="dimmed" aria-hidden>
        {formatCount(top)}
      </Text>
      <div className={classes['plot']} aria-hidden>
        {steps.map((step, index) => (
          <Column key={step.at} step={step} series={shown} top={top} span={spanOf(steps, index, range.to)} timeZone={timeZone} />
        ))}
      </div>
      <Group justify="space-between" wrap="nowrap" aria-hidden>
        {[...marks, range.to].map((at, index) => (
          <Text key={index} size="xs" c="dimmed">
            {formatDateTime(at, timeZone).slice(5, 16)}
          </Text>
        ))}
      </Group>
      <Group gap="md" mt={4}>
        {shown.map(one => (
          <Link key={one.key} to={one.linkOf(range)} className={classes['legend']}>
            <span className={classes['swatch']} style={{ background: one.color }} aria-hidden />
            {one.label} {formatCount(steps.reduce((sum, step) => sum + one.countOf(step), 0))}
          </Link>
        ))}
      </Group>
      <StepTable label={label} steps={steps} series={shown} timeZone={timeZone} />
    </figure>
  )
}

interface ColumnProps {
  readonly step: CountedStep
  readonly series: readonly StepSeries[]
  readonly top: number
  readonly span: Span
  readonly timeZone: string
}

function Column({ step, series, top, span, timeZone }: ColumnProps) {
  const time = `${formatDateTime(span.from, timeZone).slice(0, 16)} – ${formatDateTime(span.to, timeZone).slice(11, 16)}`
  return (
    <div className={classes['column']}>
      {series
        .filter(({ countOf }) => countOf(step) > 0)
        .map(({ key, label, color, countOf, linkOf }) => (
          <Link
            key={key}
            to={linkOf(span)}
            tabIndex={-1}
            title={`${time}\n${label}: ${formatCount(countOf(step))}`}
            className={classes['piece']}
            style={{ height: `${(countOf(step) / top) * 100}%`, background: color }}
          />
        ))}
    </div>
  )
}

/** The same in words; steps where nothing was are left out. */
function StepTable({ label, steps, series, timeZone }: Pick<StepChartProps, 'label' | 'steps' | 'series'> & { timeZone: string }) {
  return (
    <VisuallyHidden>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">From</th>
            {series.map(({ key, label: name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps
            .filter(step => totalOf(step, series) > 0)
            .map(step => (
              <tr key={step.at}>
                <th scope="row">{formatDateTime(step.at, timeZone)}</th>
                {series.map(({ key, countOf }) => (
                  <td key={key}>{formatCount(countOf(step))}</td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </VisuallyHidden>
  )
}
