import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { EmptyList, ListFault, ListSkeleton } from '../../components/ui/list-states'
import { ListToolbar } from '../../components/ui/list-toolbar'
import { LivePill } from '../../components/ui/live-controls'
import { RowGrid } from '../../components/ui/row-grid'
import { SearchField } from '../../components/ui/search-field'
import { SplitPanel, useNarrow } from '../../components/ui/split-panel'
import type { ListPage_ListFragment } from '../../gql/graphql'
import { formatCount } from '../../lib/format'
import { ROWS_KEPT } from '../../lib/live-list'
import { useCan } from '../../lib/permissions'
import { namesSet } from '../../lib/search-params'
import { type Shortcut, useShortcuts } from '../../lib/shortcuts'
import { useTimeZone } from '../../lib/time-zone'
import { useListKeys } from '../../lib/use-list-keys'
import { useNow } from '../../lib/use-now'
import { useUrlFilters } from '../../lib/use-url-filters'
import { AddEntriesPanel } from './add-entries-panel'
import { compactEntry, entryColumns, type EntrySelection } from './entry-columns'
import { EntryExport } from './entry-export'
import { ENTRY_FILTERS, toEntryFilter } from './entry-filters'
import { EntryPanel } from './entry-panel'
import { countedEntries } from './list-words'
import { RemoveEntriesDialog } from './remove-entries-dialog'
import { type EntryFeed, useEntryFeed } from './use-entry-feed'
import { useSelectedEntry } from './use-selected-entry'
import classes from './entries.module.css'

interface EntriesProps {
  readonly list: ListPage_ListFragment
  /** The history: what is not on the list any more. */
  readonly removed: boolean
}

/** What is on a list, or was. */
export function Entries({ list, removed }: EntriesProps) {
  const mayWrite = useCan('list:write') && !removed
  const { filters, change, clear } = useUrlFilters(ENTRY_FILTERS)
  const filter = useMemo(() => toEntryFilter(filters, list.kind, removed), [filters, list.kind, removed])
  const feed = useEntryFeed({ listId: list.id, revision: list.revision, filter })
  const { rows, pending, missed, left } = feed.list
  const [selectedId, select] = useSelectedEntry()
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<readonly string[] | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const searchRef = useRef<HTMLInputElement>(null)
  const close = useCallback(() => select(null), [select])
  const group = removed ? 'Removed entries' : 'Entries'
  const keys = useListKeys({ rows, group, searchRef, openId: selectedId, onOpen: select, onClose: close, onShow: feed.refresh })
  const selection = useMemo<EntrySelection | null>(
    () =>
      mayWrite
        ? {
            ids: chosen,
            toggle: id => setChosen(before => new Set(before.has(id) ? [...before].filter(each => each !== id) : [...before, id])),
          }
        : null,
    [mayWrite, chosen],
  )
  const atCursor = useRef<() => void>(() => {})
  atCursor.current = () => keys.cursorId !== null && selection?.toggle(keys.cursorId)
  useShortcuts(
    useMemo<Shortcut[]>(
      () => (mayWrite ? [{ keys: 'x', label: 'Choose the entry', group, run: () => atCursor.current() }] : []),
      [mayWrite, group],
    ),
  )
  const selected = selectedId === null ? undefined : rows.find(({ id }) => id === selectedId)
  return (
    <>
      <ListToolbar
        search={
          <SearchField
            label="Search entries"
            placeholder={list.kind === 'ADDRESS' ? 'Address, network or reason ( / )' : 'Value or reason ( / )'}
            value={filters.q}
            inputRef={searchRef}
            onSearch={q => change({ q })}
          />
        }
        count={filters.state === 'any' ? 0 : 1}
        filters={
          !removed && (
            <SegmentedControl
              size="xs"
              aria-label="State"
              data={[
                { value: 'any', label: 'All' },
                { value: 'enabled', label: 'Enabled' },
                { value: 'disabled', label: 'Disabled' },
              ]}
              value={filters.state}
              onChange={value => change({ state: ENTRY_FILTERS.state.read([value]) })}
            />
          )
        }
        chips={<Count feed={feed} />}
        feed={
          <>
            <LivePill count={pending.length} more={missed} left={left.size} noun="new" onShow={feed.refresh} />
            <EntryExport list={list} filter={filter} />
            {mayWrite && (
              <Button size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
                Add
              </Button>
            )}
          </>
        }
      />
      <SplitPanel
        label="Entry"
        onClose={close}
        panel={
          selected === undefined ? null : (
            <EntryPanel
              entry={selected}
              list={list}
              onChanged={feed.changed}
              onRemove={() => setRemoving([selected.id])}
              onRefresh={feed.refresh}
              onClose={close}
            />
          )
        }
      >
        <EntryList
          feed={feed}
          removed={removed}
          selection={selection}
          cursorId={keys.cursorId}
          selectedId={selectedId}
          narrowed={namesSet(ENTRY_FILTERS, filters).length > 0}
          onAdd={mayWrite ? () => setAdding(true) : null}
          onCursor={keys.setCursor}
          onOpen={select}
          onClear={clear}
        />
        {chosen.size > 0 && (
          <Group className={classes['bar']} gap="sm" role="group" aria-label="Chosen entries">
            <Text size="sm">{countedEntries(chosen.size)} chosen</Text>
            <Button size="compact-sm" color="red.8" onClick={() => setRemoving([...chosen])}>
              Remove
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => setChosen(new Set(rows.slice(0, REMOVED_AT_ONCE_MAX).map(({ id }) => id)))}
            >
              Choose all shown
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setChosen(new Set())}>
              Choose none
            </Button>
          </Group>
        )}
      </SplitPanel>
      {mayWrite && (
        <>
          <AddEntriesPanel list={list} opened={adding} onClose={() => setAdding(false)} onAdded={feed.refresh} />
          <RemoveEntriesDialog
            ids={removing}
            onClose={() => setRemoving(null)}
            onRemoved={() => {
              setChosen(new Set())
              close()
              feed.refresh()
            }}
          />
        </>
      )}
    </>
  )
}

/** As many as the server removes in one go. */
const REMOVED_AT_ONCE_MAX = 1_000

function Count({ feed: { count } }: { feed: EntryFeed }) {
  return (
    <Text size="xs" c="dimmed" role="status">
      {count && `${count.exact ? '' : 'More than '}${countedEntries(count.total)}`}
    </Text>
  )
}

interface EntryListProps {
  readonly feed: EntryFeed
  readonly removed: boolean
  readonly selection: EntrySelection | null
  readonly cursorId: string | null
  readonly selectedId: string | null
  readonly narrowed: boolean
  readonly onAdd: (() => void) | null
  onCursor(id: string): void
  onOpen(id: string): void
  onClear(): void
}

function EntryList({ feed, removed, selection, cursorId, selectedId, narrowed, onAdd, onCursor, onOpen, onClear }: EntryListProps) {
  const { timeZone } = useTimeZone()
  const narrow = useNarrow()
  const now = useNow(10_000)
  const options = useMemo(() => ({ timeZone, now, removed, selection }), [timeZone, now, removed, selection])
  const columns = useMemo(() => entryColumns(options), [options])
  const compactRow = useMemo(() => (narrow ? compactEntry(options) : null), [narrow, options])
  const { phase, rows, left } = feed.list
  const fault =
    phase === 'failed' ? <ListFault title="The entries could not be read" text={feed.list.fault ?? ''} onRetry={feed.refresh} /> : null
  if (rows.length === 0) {
    if (fault || phase === 'loading') return fault ?? <ListSkeleton />
    return <NoEntries removed={removed} narrowed={narrowed} onAdd={onAdd} onClear={onClear} />
  }
  return (
    <>
      {fault}
      <RowGrid
        label={removed ? 'Removed entries' : 'Entries'}
        rows={rows}
        columns={columns}
        compactRow={compactRow}
        cursorId={cursorId}
        selectedId={selectedId}
        stale={phase !== 'ready'}
        dimmed={row => (left.has(row.id) ? 'Not on the list any more' : null)}
        footer={<Footer feed={feed} />}
        onCursor={onCursor}
        onOpen={onOpen}
        onEnd={feed.loadMore}
      />
    </>
  )
}

/** Every cut-off is stated. */
function Footer({ feed: { list, loadMore } }: { feed: EntryFeed }) {
  if (list.full) return <>{formatCount(ROWS_KEPT)} are shown. Search to see others, or export all.</>
  if (list.fault !== null && list.phase === 'ready') {
    return (
      <>
        Older entries could not be read: {list.fault}{' '}
        <Button size="compact-xs" variant="default" onClick={loadMore}>
          Try again
        </Button>
      </>
    )
  }
  if (list.hasMore) return <>{list.extending ? 'Loading older entries…' : ''}</>
  return <>{list.rows.length === 1 ? 'One entry' : `All ${countedEntries(list.rows.length)}`}</>
}

function NoEntries({ removed, narrowed, onAdd, onClear }: Pick<EntryListProps, 'removed' | 'narrowed' | 'onAdd' | 'onClear'>) {
  if (narrowed) {
    return (
      <EmptyList title="Nothing matches" actions={<Button onClick={onClear}>Clear the search</Button>}>
        No entry fits what is searched for.
      </EmptyList>
    )
  }
  if (removed)
    return <EmptyList title="Nothing was removed yet">What expires or is removed stands here, with who did it and why.</EmptyList>
  return (
    <EmptyList title="The list is empty" actions={onAdd && <Button onClick={onAdd}>Add entries</Button>}>
      Add values by hand, paste them, or block them from an incident.
    </EmptyList>
  )
}
