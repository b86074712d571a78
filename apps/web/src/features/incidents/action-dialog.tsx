import { Alert, Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { closeInput } from '@sallyport/shared'
import { type FormEvent, useState } from 'react'
import type { ActionFault, IncidentActions } from './use-incident-actions'

export type DialogAction = 'close' | 'ignore' | 'reopen'

const TITLES: Readonly<Record<DialogAction, string>> = { close: 'Close', ignore: 'Ignore', reopen: 'Reopen' }

interface ActionDialogProps {
  /** Null: shut. */
  readonly action: DialogAction | null
  readonly number: string
  readonly actions: IncidentActions
  onClose(): void
}

/** Asks why. When the answer is a fault, what was written stays. */
export function ActionDialog({ action, number, actions, onClose }: ActionDialogProps) {
  return (
    <Modal
      opened={action !== null}
      onClose={onClose}
      title={action && `${TITLES[action]} INC-${number}`}
      closeButtonProps={{ 'aria-label': 'Cancel' }}
    >
      {action && <ActionForm action={action} actions={actions} onDone={onClose} />}
    </Modal>
  )
}

interface ActionFormProps {
  readonly action: DialogAction
  readonly actions: IncidentActions
  onDone(): void
}

function ActionForm({ action, actions, onDone }: ActionFormProps) {
  const [summary, setSummary] = useState('')
  const [detail, setDetail] = useState('')
  const [tried, setTried] = useState(false)
  const [fault, setFault] = useState<ActionFault>(null)
  const checked = closeInput.safeParse({ summary: action === 'close' ? summary : '-', detail })
  const faultOf = (field: string) =>
    tried && !checked.success ? checked.error.issues.find(({ path }) => path[0] === field)?.message : undefined

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!checked.success) return
    const answer = await (action === 'close'
      ? actions.close(checked.data.summary, checked.data.detail)
      : actions[action](checked.data.detail))
    setFault(answer)
    if (answer === null) onDone()
  }
  return (
    <form noValidate onSubmit={event => void submit(event)}>
      <Stack gap="sm">
        {fault !== null && (
          <Alert role="alert" color="yellow" py={6}>
            {fault}
          </Alert>
        )}
        {action === 'close' && (
          <TextInput
            label="Summary"
            description="Why, in a line"
            data-autofocus
            required
            withAsterisk={false}
            value={summary}
            error={faultOf('summary')}
            onChange={event => setSummary(event.currentTarget.value)}
          />
        )}
        <Textarea
          label={action === 'close' ? 'Detail' : 'Comment'}
          description="Optional"
          {...(action !== 'close' && { 'data-autofocus': true })}
          autosize
          minRows={3}
          maxRows={12}
          value={detail}
          error={faultOf('detail')}
          onChange={event => setDetail(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={actions.busy}>
            {TITLES[action]} incident
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
