import { Button, Checkbox, Drawer, FileButton, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { ENTRY_REASON_MAX_LENGTH, IMPORT_MAX_BYTES } from '@sallyport/shared'
import { IconFileUpload } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { Notice } from '../../components/ui/notice'
import type { ListPage_ListFragment } from '../../gql/graphql'
import { formatBytes } from '../../lib/format'
import { AS_THE_LIST_SAYS, entryExpiryOptions, expiryInput } from './expiry'
import { countOf, EntriesPreviewLines } from './entries-preview'
import { countedEntries, KIND_EXAMPLES } from './list-words'
import { typedValues } from './typed-values'
import { type AddedEntries, useAddEntries } from './use-add-entries'
import { useEntriesPreview } from './use-entries-preview'

interface AddEntriesPanelProps {
  readonly list: ListPage_ListFragment
  readonly opened: boolean
  onClose(): void
  onAdded(): void
}

/** By hand, pasted or from a file: what would become of each line is told before anything is done. */
export function AddEntriesPanel({ list, opened, onClose, onAdded }: AddEntriesPanelProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      title={`Add to ${list.name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <AddEntriesForm list={list} onClose={onClose} onAdded={onAdded} />
    </Drawer>
  )
}

interface ChosenFile {
  readonly name: string
  readonly text: string
}

function AddEntriesForm({ list, onClose, onAdded }: Omit<AddEntriesPanelProps, 'opened'>) {
  const [typed, setTyped] = useState('')
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [reason, setReason] = useState('')
  const [expiry, setExpiry] = useState(AS_THE_LIST_SAYS)
  const [withCooling, setWithCooling] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const { adding, add } = useAddEntries()
  const text = file?.text ?? typed
  const { preview, fault: previewFault } = useEntriesPreview(list.id, text)
  const cooling = preview ? countOf(preview, 'COOLING_DOWN') : 0
  const fresh = preview ? countOf(preview, 'NEW') + (withCooling ? cooling : 0) : 0

  const choose = async (chosen: File | null) => {
    if (!chosen) return
    setFault(null)
    if (chosen.size > IMPORT_MAX_BYTES)
      return setFault(`${chosen.name} is larger than ${formatBytes(IMPORT_MAX_BYTES)}: import it in parts.`)
    setFile({ name: chosen.name, text: await chosen.text() })
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!preview || fresh === 0) return
    const coolingLines = preview.lines.filter(({ verdict }) => verdict === 'COOLING_DOWN')
    const common = { listId: list.id, ...(reason.trim() !== '' && { reason: reason.trim() }), ...expiryInput(expiry) }
    const values = file ? null : typedValues(text)
    const answers: AddedEntries[] = []
    if (values) {
      // One by one is somebody's own will, which goes before cool-downs: those that were not ticked stay out.
      const held = new Set(withCooling ? [] : coolingLines.map(({ line }) => line))
      answers.push(await add({ ...common, values: values.filter(({ line }) => !held.has(line)).map(({ value }) => value) }))
    } else {
      answers.push(await add({ ...common, text }))
      const also = withCooling ? coolingLines.map(({ typed: each }) => each) : []
      if (also.length > 0 && answers[0]?.fault === null) answers.push(await add({ ...common, values: also }))
    }
    const failed = answers.find(answer => answer.fault !== null)
    if (failed) return setFault(failed.fault)
    const added = answers.reduce((sum, answer) => sum + answer.added, 0)
    notifications.show({ title: `${countedEntries(added)} added`, message: list.name })
    onAdded()
    onClose()
  }

  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <Stack gap="sm">
        {fault !== null && <Notice tone="error">{fault}</Notice>}
        {file ? (
          <Group gap="xs">
            <Text size="sm">
              {file.name}, {formatBytes(new Blob([file.text]).size)}
            </Text>
            <Button variant="default" onClick={() => setFile(null)}>
              Type instead
            </Button>
          </Group>
        ) : (
          <Textarea
            label="Values"
            description="One a line, or CSV: value, reason, time of expiry."
            data-autofocus
            autosize
            minRows={4}
            maxRows={10}
            placeholder={KIND_EXAMPLES[list.kind]}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            spellCheck={false}
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
          />
        )}
        <div>
          <FileButton accept=".csv,.txt,text/csv,text/plain" onChange={chosen => void choose(chosen)}>
            {props => (
              <Button {...props} variant="default" leftSection={<IconFileUpload size={14} aria-hidden />}>
                From a file
              </Button>
            )}
          </FileButton>
        </div>
        {previewFault !== null && <Notice tone="error">{previewFault}</Notice>}
        {text.trim() !== '' && !preview && previewFault === null && <Text size="sm" c="dimmed" role="status" children="Checking…" />}
        {preview && <EntriesPreviewLines preview={preview} />}
        {cooling > 0 && (
          <Checkbox
            label={`Add ${cooling === 1 ? 'the one' : `the ${cooling}`} unblocked lately too`}
            description={`Somebody took ${cooling === 1 ? 'it' : 'them'} off on purpose.`}
            checked={withCooling}
            onChange={event => setWithCooling(event.currentTarget.checked)}
          />
        )}
        <TextInput
          label="Reason"
          description="Of lines that do not say their own."
          maxLength={ENTRY_REASON_MAX_LENGTH}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <NativeSelect
          label="Expire"
          data={[...entryExpiryOptions(list.defaultTtlSeconds)]}
          value={expiry}
          onChange={event => setExpiry(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={adding} disabled={fresh === 0}>
            {fresh === 0 ? 'Add' : `Add ${countedEntries(fresh)}`}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
