import { Button, Group, Modal, PasswordInput, Radio, Stack, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { PASSWORD_MIN_LENGTH, type Role, userCreateInput, type UserCreateInput } from '@sallyport/shared'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { formFaults } from '../../lib/user-errors'

const UserCreate_Mutation = graphql(`
  mutation UserCreate_Mutation($input: UserCreateInput!) {
    userCreate(input: $input) {
      user {
        id
        name
        role
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const ROLES: readonly { readonly role: Role; readonly label: string; readonly description: string }[] = [
  { role: 'VIEWER', label: 'Viewer', description: 'sees alerts, incidents and sources' },
  { role: 'ANALYST', label: 'Analyst', description: 'also works on incidents' },
  { role: 'ADMINISTRATOR', label: 'Administrator', description: 'also changes sources and adds users' },
]

/** An administrator adds somebody, and tells them the first password. */
export function AddUserDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Add a user" closeButtonProps={{ 'aria-label': 'Close' }}>
      <AddUserForm onClose={onClose} />
    </Modal>
  )
}

function AddUserForm({ onClose }: { onClose: () => void }) {
  const [, create] = useMutation(UserCreate_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm<UserCreateInput>({
    initialValues: { name: '', password: '', role: 'ANALYST' },
    validate: schemaResolver(userCreateInput, { sync: true }),
  })
  const submit = form.onSubmit(async values => {
    setFault(null)
    const result = await create({ input: { ...values, name: values.name.trim() } })
    const user = result.data?.userCreate.user
    if (user) {
      notifications.show({
        title: `${user.name} can sign in now`,
        message: `As ${user.role.toLowerCase()}, with the password that you chose.`,
      })
      onClose()
      return
    }
    const faults = formFaults(result.data?.userCreate.userErrors ?? [], result.error, Object.keys(values))
    form.setErrors(faults.fields)
    setFault(faults.form)
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {fault !== null && <Notice tone="error">{fault}</Notice>}
        <TextInput label="Name" data-autofocus autoComplete="off" autoCapitalize="none" {...form.getInputProps('name')} />
        <PasswordInput
          label="Password"
          description={`At least ${PASSWORD_MIN_LENGTH} characters.`}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
          {...form.getInputProps('password')}
        />
        <Radio.Group label="Role" {...form.getInputProps('role')}>
          <Stack gap={6} mt={6}>
            {ROLES.map(({ role, label, description }) => (
              <Radio key={role} value={role} label={label} description={description} />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={form.submitting}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
