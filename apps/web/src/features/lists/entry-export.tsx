import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { downloadText } from '../../components/ui/download'
import type { ListEntryFilter, ListPage_ListFragment } from '../../gql/graphql'
import { formatCount } from '../../lib/format'
import { entriesCsv } from './entries-csv'
import { type EntryRow, useFetchEntries } from './use-entry-feed'

interface EntryExportProps {
  readonly list: ListPage_ListFragment
  readonly filter: ListEntryFilter
}

/** Reads everything that the filter finds, page by page, and saves it as CSV. Pressed again, it stops. */
export function EntryExport({ list, filter }: EntryExportProps) {
  const fetchEntries = useFetchEntries()
  const [read, setRead] = useState<number | null>(null)
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])

  const run = async () => {
    const { signal } = (stop.current = new AbortController())
    const rows: EntryRow[] = []
    setRead(0)
    try {
      for (let after: string | null = null, more = true; more;) {
        const page = await fetchEntries({ listId: list.id, filter, after })
        if (signal.aborted) return
        rows.push(...page.rows)
        setRead(rows.length)
        after = page.endCursor
        more = page.hasMore
      }
      downloadText(`${list.name.replace(/[^\w.-]+/g, '-')}.csv`, entriesCsv(rows), 'text/csv;charset=utf-8')
    } catch (error) {
      notifications.show({
        color: 'red',
        title: 'The list could not be exported',
        message: error instanceof Error ? error.message : String(error),
      })
    } finally {
      setRead(null)
    }
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconDownload size={14} aria-hidden />}
      onClick={() => (read === null ? void run() : stop.current?.abort())}
    >
      {read === null ? (
        'Export'
      ) : (
        <Text span inherit role="status">
          Stop ({formatCount(read)})
        </Text>
      )}
    </Button>
  )
}
