import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import type { ActivityDay } from './activity-days'

const SERIES = [
  { name: 'blocked', label: 'Blocked', color: 'steel.5' },
  { name: 'allowed', label: 'Allowed', color: 'orange.6' },
]

/** Alerts by day. Loaded when it is first shown: the charts are large. */
export function ActivityChart({ days }: { days: readonly ActivityDay[] }) {
  return (
    <BarChart
      h={180}
      data={days.map(day => ({ ...day }))}
      dataKey="day"
      type="stacked"
      series={SERIES}
      withLegend
      tickLine="y"
      gridAxis="x"
      maxBarWidth={28}
      // Hidden from those who do not see: they have it in words, and nothing to stop at.
      barChartProps={{ accessibilityLayer: false }}
      barProps={{ isAnimationActive: false }}
      yAxisProps={{ allowDecimals: false, width: 44 }}
      xAxisProps={{ tickFormatter: (day: string) => day.slice(5), interval: 'equidistantPreserveStart' }}
    />
  )
}
