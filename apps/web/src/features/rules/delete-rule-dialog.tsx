import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { formFaults } from '../../lib/user-errors'

const RuleDelete_Mutation = graphql(`
  mutation RuleDelete_Mutation($input: RuleDeleteInput!) {
    ruleDelete(input: $input) {
      deletedId
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface DeleteRuleDialogProps {
  readonly rule: { readonly id: string; readonly name: string; readonly version: number }
  readonly opened: boolean
  onClose(): void
  onDeleted(): void
}

export function DeleteRuleDialog({ rule, opened, onClose, onDeleted }: DeleteRuleDialogProps) {
  const [{ fetching }, remove] = useMutation(RuleDelete_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const submit = async () => {
    setFault(null)
    const result = await remove({ input: { id: rule.id, expectedVersion: rule.version } })
    if (result.data?.ruleDelete.deletedId) return onDeleted()
    setFault(formFaults(result.data?.ruleDelete.userErrors ?? [], result.error, []).form)
  }
  return (
    <Modal opened={opened} onClose={onClose} title={`Delete ${rule.name}?`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="sm">
        <Text>Its versions are deleted with it. What it matched and did stays on alerts and incidents. This cannot be undone.</Text>
        {fault !== null && <Notice tone="error">{fault}</Notice>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color="red.8" loading={fetching} onClick={() => void submit()}>
            Delete
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
