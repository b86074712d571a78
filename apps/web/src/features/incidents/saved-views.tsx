import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconBookmark, IconChevronDown } from '@tabler/icons-react'
import { memo, useImperativeHandle, useState, type Ref } from 'react'
import { useSearchParams } from 'react-router'
import { formatCount } from '../../lib/format'
import { useCan } from '../../lib/permissions'
import type { CountsHandle } from './lanes'
import { openedSearch, VIEW_PARAM, viewSearch } from './queue-url'
import { SaveViewDialog, type ViewDialog } from './save-view-dialog'
import { type SavedView, useSavedViewChanges, useSavedViews } from './saved-views-data'
import type { Columns } from './use-columns'

/** The rest is in the menu. */
const TABS_MAX = 8

interface SavedViewTabsProps {
  readonly ref?: Ref<CountsHandle>
  readonly columns: Columns
}

/** Saved views as tabs with counts, one's own first, and what can be done with the one that is open. */
export const SavedViewTabs = memo(function SavedViewTabs({ ref, columns }: SavedViewTabsProps) {
  const { views, refresh } = useSavedViews()
  useImperativeHandle(ref, () => ({ refresh }), [refresh])
  const [params, setParams] = useSearchParams()
  const [dialog, setDialog] = useState<ViewDialog | null>(null)
  const changes = useSavedViewChanges()
  const mayShare = useCan('incident:write')
  const current = views.find(({ id }) => id === params.get(VIEW_PARAM)) ?? null
  const search = viewSearch(params)
  const changed = current !== null && viewSearch(current.search) !== search
  const open = (view: SavedView) => void setParams(new URLSearchParams(openedSearch(view)))
  const update = async (view: SavedView, patch: Parameters<typeof changes.update>[1]) => {
    const fault = await changes.update(view, patch)
    if (fault !== null) notifications.show({ color: 'red', title: `“${view.name}” was not changed`, message: fault })
  }
  return (
    <>
      {views.slice(0, TABS_MAX).map(view => (
        <Button
          key={view.id}
          size="compact-sm"
          flex="none"
          variant={view === current ? 'light' : 'default'}
          fw={view === current ? 600 : 400}
          aria-pressed={view === current}
          title={viewTitle(view)}
          onClick={() => open(view)}
        >
          {view.name}
          {view === current && changed && ' (changed)'}
          {view.count !== null && ` ${countText(view.count)}`}
        </Button>
      ))}
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button
            size="compact-sm"
            flex="none"
            variant="subtle"
            leftSection={<IconBookmark size={14} aria-hidden />}
            rightSection={<IconChevronDown size={12} aria-hidden />}
          >
            Views
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflow: 'auto' }}>
          {current?.mine && (
            <>
              <Menu.Label>{current.name}</Menu.Label>
              {changed && <Menu.Item onClick={() => void update(current, { search })}>Save the changes</Menu.Item>}
              <Menu.Item onClick={() => setDialog({ kind: 'rename', view: current })}>Rename…</Menu.Item>
              {(mayShare || current.shared) && (
                <Menu.Item onClick={() => void update(current, { shared: !current.shared })}>
                  {current.shared ? 'Share no longer' : 'Share with everybody'}
                </Menu.Item>
              )}
              <Menu.Item color="red" onClick={() => setDialog({ kind: 'delete', view: current })}>
                Delete…
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          <Menu.Item onClick={() => setDialog({ kind: 'save' })}>Save this view…</Menu.Item>
          {current !== null && <Menu.Item onClick={() => void setParams({})}>Back to the whole queue</Menu.Item>}
          <ViewGroup label="My views" views={views.filter(({ mine }) => mine)} onOpen={open} />
          <ViewGroup label="Shared with me" views={views.filter(({ mine }) => !mine)} onOpen={open} />
        </Menu.Dropdown>
      </Menu>
      <SaveViewDialog
        dialog={dialog}
        changes={changes}
        search={search}
        look={columns}
        onSaved={open}
        onDeleted={() => void setParams(before => withoutView(before), { replace: true })}
        onClose={() => setDialog(null)}
      />
    </>
  )
})

function ViewGroup({ label, views, onOpen }: { label: string; views: readonly SavedView[]; onOpen(view: SavedView): void }) {
  if (views.length === 0) return null
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{label}</Menu.Label>
      {views.map(view => (
        <Menu.Item
          key={view.id}
          rightSection={view.count === null ? null : countText(view.count)}
          title={viewTitle(view)}
          onClick={() => onOpen(view)}
        >
          {view.name}
        </Menu.Item>
      ))}
    </>
  )
}

/** The server counts so far. */
const COUNTED_MAX = 10_000

const countText = (count: number): string => (count >= COUNTED_MAX ? `${formatCount(COUNTED_MAX)}+` : formatCount(count))

function viewTitle({ mine, shared, owner, count }: SavedView): string {
  const whose = mine ? (shared ? 'Yours, shared with everybody' : 'Yours') : `Shared by ${owner?.name ?? 'somebody who is gone'}`
  return count === null ? `${whose}. It cannot be counted.` : whose
}

function withoutView(params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params)
  next.delete(VIEW_PARAM)
  return next
}
