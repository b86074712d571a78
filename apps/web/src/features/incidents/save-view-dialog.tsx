import { Alert, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { savedViewCreateInput } from '@sallyport/shared'
import { type FormEvent, useState } from 'react'
import { useCan } from '../../lib/permissions'
import { writeParams } from '../../lib/search-params'
import type { SavedView, SavedViewChanges } from './saved-views-data'
import type { ActionFault } from './use-incident-actions'
import { type Columns, INCIDENT_LOOK } from './use-columns'

export type ViewDialog = { readonly kind: 'save' } | { readonly kind: 'rename' | 'delete'; readonly view: SavedView }

interface SaveViewDialogProps {
  /** Null: shut. */
  readonly dialog: ViewDialog | null
  readonly changes: SavedViewChanges
  /** What is on show. */
  readonly search: string
  readonly look: Pick<Columns, 'columns' | 'density'>
  onSaved(view: SavedView): void
  onDeleted(): void
  onClose(): void
}

const TITLES: Readonly<Record<ViewDialog['kind'], string>> = {
  save: 'Save this view',
  rename: 'Rename the view',
  delete: 'Delete the view',
}

export function SaveViewDialog({ dialog, onClose, ...rest }: SaveViewDialogProps) {
  return (
    <Modal opened={dialog !== null} onClose={onClose} title={dialog && TITLES[dialog.kind]} closeButtonProps={{ 'aria-label': 'Cancel' }}>
      {dialog?.kind === 'delete' && <DeleteForm view={dialog.view} onClose={onClose} {...rest} />}
      {dialog && dialog.kind !== 'delete' && <NameForm view={dialog.kind === 'rename' ? dialog.view : null} onClose={onClose} {...rest} />}
    </Modal>
  )
}

type FormProps = Omit<SaveViewDialogProps, 'dialog'>

/** Of a new view when there is none. */
function NameForm({ view, changes, search, look, onSaved, onClose }: FormProps & { view: SavedView | null }) {
  const [name, setName] = useState(view?.name ?? '')
  const mayShare = useCan('incident:write')
  const [shared, setShared] = useState(false)
  const [withLook, setWithLook] = useState(true)
  const [fault, setFault] = useState<ActionFault>(null)
  const [busy, setBusy] = useState(false)
  const save = async (checkedName: string): Promise<ActionFault> => {
    if (view) return changes.update(view, { name: checkedName })
    const saved = writeParams(INCIDENT_LOOK, withLook ? look : { columns: [], density: null }, new URLSearchParams(search)).toString()
    const answer = await changes.create({ name: checkedName, search: saved, shared })
    if (answer.view) onSaved(answer.view)
    return answer.fault
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const checked = savedViewCreateInput.shape.name.safeParse(name)
    if (!checked.success) return setFault(checked.error.issues[0]?.message ?? null)
    setBusy(true)
    const answer = await save(checked.data)
    setBusy(false)
    setFault(answer)
    if (answer === null) onClose()
  }
  return (
    <form noValidate onSubmit={event => void submit(event)}>
      <Stack gap="sm">
        <TextInput label="Name" data-autofocus value={name} error={fault} onChange={event => setName(event.currentTarget.value)} />
        {!view && (
          <>
            {mayShare && (
              <Checkbox
                label="Share with everybody"
                description="Others can open it, and not change it."
                checked={shared}
                onChange={event => setShared(event.currentTarget.checked)}
              />
            )}
            <Checkbox label="With these columns" checked={withLook} onChange={event => setWithLook(event.currentTarget.checked)} />
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {view ? 'Rename' : 'Save'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function DeleteForm({ view, changes, onDeleted, onClose }: FormProps & { view: SavedView }) {
  const [fault, setFault] = useState<ActionFault>(null)
  const remove = async () => {
    const answer = await changes.remove(view)
    setFault(answer)
    if (answer !== null) return
    onDeleted()
    onClose()
  }
  return (
    <Stack gap="sm">
      {fault !== null && (
        <Alert role="alert" color="yellow" py={6}>
          {fault}
        </Alert>
      )}
      <Text size="sm">
        “{view.name}” goes{view.shared ? ', for everybody' : ''}. Incidents stay as they are.
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button color="red" onClick={() => void remove()}>
          Delete
        </Button>
      </Group>
    </Stack>
  )
}
