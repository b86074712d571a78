import { Modal } from '@mantine/core'
import type { BulkActionInput } from '../../gql/graphql'
import { ACTION_WORDS, ActionForm } from './action-form'
import type { DialogAction as AnyAction } from './action-input'
import type { ActionFault, IncidentActions } from './use-incident-actions'

export type DialogAction = Extract<AnyAction, 'close' | 'ignore' | 'reopen'>

interface ActionDialogProps {
  /** Null: shut. */
  readonly action: DialogAction | null
  readonly number: string
  readonly actions: IncidentActions
  onClose(): void
}

/** Asks why, of one incident. */
export function ActionDialog({ action, number, actions, onClose }: ActionDialogProps) {
  return (
    <Modal
      opened={action !== null}
      onClose={onClose}
      title={action && `${ACTION_WORDS[action]} INC-${number}`}
      closeButtonProps={{ 'aria-label': 'Cancel' }}
    >
      {action && (
        <ActionForm action={action} noun="incident" busy={actions.busy} onSubmit={input => perform(actions, input)} onDone={onClose} />
      )}
    </Modal>
  )
}

function perform(actions: IncidentActions, { close, ignore, reopen }: BulkActionInput): Promise<ActionFault> {
  if (close) return actions.close(close)
  if (ignore) return actions.ignore(ignore)
  return actions.reopen(reopen?.comment ?? '')
}
