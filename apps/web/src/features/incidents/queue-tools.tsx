import { ActionIcon, Tooltip } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { memo } from 'react'
import { CopyLink } from '../../components/ui/copy-link'
import { CsvLink } from '../../components/ui/csv-link'
import { paths } from '../../config/paths'
import type { IncidentFilter, IncidentOrder } from '../../gql/graphql'
import { useCan } from '../../lib/permissions'
import { writeParams } from '../../lib/search-params'
import { fixedRange } from '../../lib/time-range'
import { useTimeZone } from '../../lib/time-zone'
import { ColumnMenu } from './column-menu'
import { INCIDENT_FILTERS, type IncidentFilters } from './incident-filters'
import { RecentChanges } from './recent-changes'
import { type Columns, INCIDENT_LOOK } from './use-columns'

interface QueueToolsProps {
  readonly columns: Columns
  /** What the rows answer. */
  readonly filter: IncidentFilter
  readonly filters: IncidentFilters
  readonly order: IncidentOrder
  onRefresh(): void
}

export const QueueTools = memo(function QueueTools({ columns, filter, filters, order, onRefresh }: QueueToolsProps) {
  const { timeZone } = useTimeZone()
  const mayWrite = useCan('incident:write')
  // A colleague sees the same incidents, at a fixed time, in the same columns.
  const shared = () => {
    const fixed = { ...filters, range: fixedRange(filters.range, Date.now()) }
    const params = writeParams(INCIDENT_FILTERS, fixed, new URLSearchParams(window.location.search))
    return writeParams(INCIDENT_LOOK, columns, params).toString()
  }
  return (
    <>
      {mayWrite && <RecentChanges />}
      <ColumnMenu {...columns} />
      <CopyLink search={shared} />
      <CsvLink address={() => paths.exportCsv('incidents', { filter, orderBy: order, timeZone })} />
      <Tooltip label="Ask again, and put them in order ( . )">
        <ActionIcon aria-label="Refresh" onClick={onRefresh}>
          <IconRefresh size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  )
})
