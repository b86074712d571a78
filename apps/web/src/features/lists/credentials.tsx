import { Button, Checkbox, Code, Group, Modal, Stack, Switch, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { CopyButton } from '../../components/ui/copy-button'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { TimeText } from '../../components/ui/time-text'
import { graphql } from '../../gql'
import type { Credentials_QueryQuery } from '../../gql/graphql'
import { errorText, formFaults } from '../../lib/user-errors'

const Credentials_Query = graphql(`
  query Credentials_Query {
    publishCredentials {
      id
      name
      username
      disabled
      createdAt
      lists {
        id
        name
      }
    }
  }
`)

const CredentialCreate_Mutation = graphql(`
  mutation CredentialCreate_Mutation($input: PublishCredentialCreateInput!) {
    publishCredentialCreate(input: $input) {
      credential {
        id
      }
      password
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const CredentialUpdate_Mutation = graphql(`
  mutation CredentialUpdate_Mutation($input: PublishCredentialUpdateInput!) {
    publishCredentialUpdate(input: $input) {
      credential {
        id
        disabled
        lists {
          id
          name
        }
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

type Credential = Credentials_QueryQuery['publishCredentials'][number]

/** A credential that names no list opens every one. */
const opens = ({ lists }: Credential, listId: string): boolean => lists.length === 0 || lists.some(({ id }) => id === listId)

interface CredentialsProps {
  readonly listId: string
  /** What a firewall must be told is another now. */
  onChanged(): void
}

/** Who may fetch the list: one credential per firewall, so that each can be told from the others and shut out alone. */
export function Credentials({ listId, onChanged }: CredentialsProps) {
  const [{ data, error }] = useQuery({ query: Credentials_Query, requestPolicy: 'cache-and-network' })
  const [adding, setAdding] = useState(false)
  const credentials = data?.publishCredentials
  return (
    <Panel
      title="Credentials"
      actions={
        <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
          Add
        </Button>
      }
    >
      {error && !data && <Notice tone="error">{errorText(error)}</Notice>}
      {credentials?.every(credential => credential.disabled || !opens(credential, listId)) && (
        <Text size="sm">No enabled credential stands before this list: whoever knows the URL can fetch it.</Text>
      )}
      {credentials && credentials.length > 0 && <CredentialTable credentials={credentials} listId={listId} onChanged={onChanged} />}
      <Modal opened={adding} onClose={() => setAdding(false)} title="New credential" closeButtonProps={{ 'aria-label': 'Close' }}>
        <CredentialForm listId={listId} onClose={() => setAdding(false)} onChanged={onChanged} />
      </Modal>
    </Panel>
  )
}

function CredentialTable({ credentials, listId, onChanged }: CredentialsProps & { credentials: readonly Credential[] }) {
  const [{ fetching }, update] = useMutation(CredentialUpdate_Mutation)
  const change = async (input: { id: string; disabled?: boolean; listIds?: string[] }) => {
    const { data, error } = await update({ input })
    const fault = formFaults(data?.publishCredentialUpdate.userErrors ?? [], error, []).form
    if (fault !== null) notifications.show({ color: 'red', title: 'The credential was not changed', message: fault })
    onChanged()
  }
  return (
    <CardTable
      label="Credentials"
      columns={['Name', 'Username', 'Fetches this list', 'Also', 'Made', 'Enabled']}
      rows={credentials.map(credential => {
        const { id, name, username, disabled, createdAt, lists } = credential
        const ids = lists.map(list => list.id)
        const here = opens(credential, listId)
        return {
          key: id,
          cells: [
            name,
            username,
            ids.length === 0 ? (
              'every list'
            ) : (
              <Switch
                size="xs"
                aria-label={`${name} fetches this list`}
                checked={here}
                // Without any list it would open all of them.
                disabled={fetching || (here && ids.length === 1)}
                title={here && ids.length === 1 ? 'Its only list: disable it instead' : undefined}
                onChange={() => void change({ id, listIds: here ? ids.filter(each => each !== listId) : [...ids, listId] })}
              />
            ),
            <Text size="xs" c="dimmed">
              {lists
                .filter(list => list.id !== listId)
                .map(list => list.name)
                .join(', ')}
            </Text>,
            <TimeText at={createdAt} />,
            <Switch
              size="xs"
              aria-label={`${name} is enabled`}
              checked={!disabled}
              disabled={fetching}
              onChange={() => void change({ id, disabled: !disabled })}
            />,
          ],
        }
      })}
    />
  )
}

/** The password is shown once: the server keeps only what it can check it with. */
function CredentialForm({ listId, onClose, onChanged }: CredentialsProps & { onClose: () => void }) {
  const [{ fetching }, create] = useMutation(CredentialCreate_Mutation)
  const [name, setName] = useState('')
  const [username, setUsername] = useState('')
  const [everywhere, setEverywhere] = useState(false)
  const [faults, setFaults] = useState<ReturnType<typeof formFaults>>({ fields: {}, form: null })
  const [password, setPassword] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { data, error } = await create({ input: { name: name.trim(), username: username.trim(), listIds: everywhere ? [] : [listId] } })
    const payload = data?.publishCredentialCreate
    setFaults(formFaults(payload?.userErrors ?? [], error, ['name', 'username']))
    if (!payload?.password) return
    setPassword(payload.password)
    onChanged()
  }
  if (password !== null) {
    return (
      <Stack gap="sm">
        <Notice tone="warning" title="Copy the password now">
          It is not shown again.
        </Notice>
        <Text size="sm">
          Username <Code>{username.trim()}</Code>
        </Text>
        <Group gap="xs">
          <Code aria-label="Password">{password}</Code>
          <CopyButton text={password} label="Copy" />
        </Group>
        <Group justify="flex-end">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    )
  }
  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <Stack gap="sm">
        {faults.form !== null && <Notice tone="error">{faults.form}</Notice>}
        <TextInput
          label="Name"
          description="Of the firewall that uses it: fw-1"
          data-autofocus
          value={name}
          error={faults.fields['name']}
          onChange={event => setName(event.currentTarget.value)}
        />
        <TextInput
          label="Username"
          autoComplete="off"
          autoCapitalize="none"
          value={username}
          error={faults.fields['username']}
          onChange={event => setUsername(event.currentTarget.value)}
        />
        <Checkbox
          label="For every list"
          description="Also those that are published later."
          checked={everywhere}
          onChange={event => setEverywhere(event.currentTarget.checked)}
        />
        <Text size="xs" c="dimmed">
          The password is made here. From the first credential on, the list is given to nobody without one: enter it on every firewall that
          fetches this list.
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={fetching} disabled={name.trim() === '' || username.trim() === ''}>
            Make it
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
