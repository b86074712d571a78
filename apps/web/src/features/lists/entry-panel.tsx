import { Button, CloseButton, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { ENTRY_REASON_MAX_LENGTH } from '@sallyport/shared'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { TimeText } from '../../components/ui/time-text'
import { ValueText } from '../../components/ui/value-text'
import { paths } from '../../config/paths'
import { graphql, readFragment } from '../../gql'
import type { ListEntryUpdateInput, ListPage_ListFragment } from '../../gql/graphql'
import { useCan } from '../../lib/permissions'
import { formFaults } from '../../lib/user-errors'
import { removedText } from './entry-columns'
import { EntryCauseText } from './entry-cause'
import { NEVER, spanOptions } from './expiry'
import { ExpiryText } from './expiry-text'
import { UnblockDialog, type UnblockTarget } from './unblock-dialog'
import { type EntryRow, EntryRow_ListEntry } from './use-entry-feed'
import classes from './entries.module.css'

const ListEntryUpdate_Mutation = graphql(`
  mutation ListEntryUpdate_Mutation($input: ListEntryUpdateInput!) {
    listEntryUpdate(input: $input) {
      entry {
        ...EntryRow_ListEntry
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface EntryPanelProps {
  readonly entry: EntryRow
  readonly list: ListPage_ListFragment
  onChanged(entry: EntryRow): void
  onRemove(): void
  /** It is gone, or may be. */
  onRefresh(): void
  onClose(): void
}

/** One entry in full, and what can be done with it. */
export function EntryPanel({ entry, list, onChanged, onRemove, onRefresh, onClose }: EntryPanelProps) {
  const mayWrite = useCan('list:write') && entry.removedAt === null
  const [{ fetching }, update] = useMutation(ListEntryUpdate_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const [target, setTarget] = useState<UnblockTarget | null>(null)
  const change = async (input: Omit<ListEntryUpdateInput, 'id'>) => {
    setFault(null)
    const { data, error } = await update({ input: { id: entry.id, ...input } })
    const now = readFragment(EntryRow_ListEntry, data?.listEntryUpdate.entry)
    if (now) onChanged(now)
    setFault(formFaults(data?.listEntryUpdate.userErrors ?? [], error, []).form)
  }
  return (
    <>
      <Group className={classes['panel-header']} wrap="nowrap" gap="xs">
        <Text fw={600} component="h2" className={classes['panel-title']}>
          {entry.value}
        </Text>
        <CloseButton aria-label="Close" onClick={onClose} />
      </Group>
      <div className={classes['panel-body']}>
        <dl className={classes['facts']}>
          <Fact name="Value">
            <ValueText value={entry.value} mono />
          </Fact>
          {entry.typed !== entry.value && <Fact name="Typed">{entry.typed}</Fact>}
          <Fact name="Added">
            <EntryCauseText entry={entry} />, <TimeText at={entry.addedAt} exact /> (<TimeText at={entry.addedAt} relative />)
          </Fact>
          {!mayWrite && entry.reason !== '' && <Fact name="Reason">{entry.reason}</Fact>}
          {entry.removedAt === null ? (
            <Fact name="Until">
              {entry.disabled && <strong>disabled; </strong>}
              <ExpiryText at={entry.expiresAt} />
            </Fact>
          ) : (
            <Fact name="Removed">
              {removedText(entry)}, <TimeText at={entry.removedAt} exact />
            </Fact>
          )}
        </dl>
        <Stack gap="sm" align="flex-start">
          {fault !== null && <Notice tone="error">{fault}</Notice>}
          {mayWrite && (
            <>
              <ReasonField key={entry.id} entry={entry} onSave={reason => void change({ reason })} />
              <NativeSelect
                size="xs"
                label="Expires"
                disabled={fetching}
                value=""
                data={[
                  { value: '', label: 'as above' },
                  ...spanOptions().map(({ value, label }) => ({ value, label: `in ${label} from now` })),
                  { value: NEVER, label: 'never' },
                ]}
                onChange={event => {
                  const { value } = event.currentTarget
                  if (value === NEVER) void change({ neverExpires: true })
                  else if (value !== '') void change({ expiresAt: new Date(Date.now() + Number(value) * 1_000).toISOString() })
                }}
              />
              <Group gap="xs">
                <Button variant="default" loading={fetching} onClick={() => void change({ disabled: !entry.disabled })}>
                  {entry.disabled ? 'Enable' : 'Disable'}
                </Button>
                <Button variant="default" onClick={onRemove}>
                  Remove…
                </Button>
                <Button variant="default" onClick={() => setTarget({ value: entry.value, kind: list.kind, list })}>
                  Unblock…
                </Button>
              </Group>
            </>
          )}
          <Button component={Link} to={paths.whyBlocked(entry.value)} variant="subtle" px={0}>
            Why is this blocked?
          </Button>
        </Stack>
      </div>
      <UnblockDialog
        target={target}
        onClose={() => setTarget(null)}
        onDone={() => {
          onClose()
          onRefresh()
        }}
      />
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function ReasonField({ entry, onSave }: { entry: EntryRow; onSave: (reason: string) => void }) {
  const [reason, setReason] = useState(entry.reason)
  useEffect(() => setReason(entry.reason), [entry.reason])
  return (
    <form
      style={{ width: '100%' }}
      onSubmit={event => {
        event.preventDefault()
        onSave(reason.trim())
      }}
    >
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          size="xs"
          flex={1}
          label="Reason"
          maxLength={ENTRY_REASON_MAX_LENGTH}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={reason.trim() === entry.reason}>
          Save
        </Button>
      </Group>
    </form>
  )
}
