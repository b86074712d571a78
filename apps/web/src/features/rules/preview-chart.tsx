import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { formatDateTime } from '../../lib/format'
import { useTimeZone } from '../../lib/time-zone'

/** Matches over time. Loaded when it is first shown: the charts are large. */
export function PreviewChart({ points }: { points: readonly { readonly at: string; readonly matches: number }[] }) {
  const { timeZone } = useTimeZone()
  return (
    <BarChart
      h={160}
      data={points.map(({ at, matches }) => ({ at: formatDateTime(at, timeZone).slice(5, 16), matches }))}
      dataKey="at"
      series={[{ name: 'matches', label: 'Matches', color: 'steel.5' }]}
      tickLine="y"
      gridAxis="x"
      maxBarWidth={28}
      // Hidden from those who do not see: they have it in words, and nothing to stop at.
      barChartProps={{ accessibilityLayer: false }}
      barProps={{ isAnimationActive: false }}
      yAxisProps={{ allowDecimals: false, width: 44 }}
      xAxisProps={{ interval: 'equidistantPreserveStart' }}
    />
  )
}
