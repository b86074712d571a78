import { Button, Checkbox, Code, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import type { ApiScope } from '@sallyport/shared'
import { type FormEvent, useState } from 'react'
import { useMutation } from 'urql'
import { CopyButton } from '../../components/ui/copy-button'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { type FormFaults, formFaults } from '../../lib/user-errors'
import { expiryOf, LIFETIMES, SCOPE_WORDS, SCOPES } from './scope-words'

const ApiKeyCreate_Mutation = graphql(`
  mutation ApiKeyCreate_Mutation($input: ApiKeyCreateInput!) {
    apiKeyCreate(input: $input) {
      apiKey {
        id
      }
      token
      userErrors {
        message
        field
        code
      }
    }
  }
`)

export function NewKeyDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="New API key" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <NewKey onClose={onClose} />
    </Modal>
  )
}

function NewKey({ onClose }: { onClose: () => void }) {
  const [token, setToken] = useState<string | null>(null)
  return token === null ? <NewKeyForm onMade={setToken} onClose={onClose} /> : <MadeKey token={token} onClose={onClose} />
}

/** The key is shown once: the server keeps only what it can check it with. */
function MadeKey({ token, onClose }: { token: string; onClose: () => void }) {
  const command = `curl ${window.location.origin}/graphql \\\n  -H 'Authorization: Bearer ${token}' \\\n  -H 'Content-Type: application/json' \\\n  -d '{"query":"{ viewer { permissions } }"}'`
  return (
    <Stack gap="sm">
      <Notice tone="warning" title="Copy the key now">
        It is not shown again.
      </Notice>
      <Group gap="xs">
        <Code aria-label="API key" style={{ overflowWrap: 'anywhere' }}>
          {token}
        </Code>
        <CopyButton text={token} label="Copy the key" />
      </Group>
      <Text size="sm">Programs send it with every request:</Text>
      <Code block>{command}</Code>
      <Group justify="flex-end" gap="xs">
        <CopyButton text={command} label="Copy the command" />
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  )
}

function NewKeyForm({ onMade, onClose }: { onMade: (token: string) => void; onClose: () => void }) {
  const [{ fetching }, create] = useMutation(ApiKeyCreate_Mutation)
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>(['READ_ALERTS'])
  const [lifetime, setLifetime] = useState<string>('90')
  const [faults, setFaults] = useState<FormFaults>({ fields: {}, form: null })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input = { name: name.trim(), scopes: scopes as ApiScope[], expiresAt: expiryOf(lifetime, Date.now()) }
    const { data, error } = await create({ input })
    setFaults(formFaults(data?.apiKeyCreate.userErrors ?? [], error, ['name', 'scopes', 'expiresAt']))
    if (data?.apiKeyCreate.token) onMade(data.apiKeyCreate.token)
  }
  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <Stack gap="sm">
        {faults.form !== null && <Notice tone="error">{faults.form}</Notice>}
        <TextInput
          label="Name"
          description="Of the program that uses it. It stands in the history of what the program does."
          data-autofocus
          autoComplete="off"
          value={name}
          error={faults.fields['name']}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Checkbox.Group label="What it may do" value={scopes} onChange={setScopes} error={faults.fields['scopes']}>
          <Stack gap={6} mt={6}>
            {SCOPES.map(scope => (
              <Checkbox key={scope} value={scope} label={SCOPE_WORDS[scope].label} description={SCOPE_WORDS[scope].description} />
            ))}
          </Stack>
        </Checkbox.Group>
        <NativeSelect
          label="Good for"
          data={[...LIFETIMES]}
          value={lifetime}
          error={faults.fields['expiresAt']}
          onChange={event => setLifetime(event.currentTarget.value)}
        />
        <Text size="xs" c="dimmed">
          It never may more than you: when your role changes or your account is disabled, the key follows.
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={fetching} disabled={name.trim() === '' || scopes.length === 0}>
            Make it
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
