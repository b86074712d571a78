import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconAlertOctagon, IconCircleCheck, IconPlugConnected } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useMutation } from 'urql'
import { CertificateToTrust } from '../../components/ui/certificate-to-trust'
import { Facts } from '../../components/ui/facts'
import { Notice } from '../../components/ui/notice'
import { PersonCard } from '../../components/ui/person-card'
import { StateMark } from '../../components/ui/state-mark'
import { graphql } from '../../gql'
import type { DirectoryTest_MutationMutation } from '../../gql/graphql'
import { formatCounted } from '../../lib/format'
import { formFaults } from '../../lib/user-errors'
import { directoryTestInputOf, type DirectoryValues, testFaults } from './directory-settings'

const DirectoryTest_Mutation = graphql(`
  mutation DirectoryTest_Mutation($input: DirectoryTestInput!) {
    directoryTest(input: $input) {
      test {
        steps {
          name
          ok
          message
          milliseconds
        }
        filter
        person {
          ...PersonCard_Person
        }
        attributes {
          name
          value
        }
        certificateFingerprint
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

type Found = NonNullable<DirectoryTest_MutationMutation['directoryTest']['test']>

interface DirectoryTestProps {
  readonly form: UseFormReturnType<DirectoryValues>
  readonly directoryId: string | undefined
  onTrust(fingerprint: string): void
}

/** Looks a user up with the settings as they are typed, saves nothing, and shows every step and what came back. */
export function DirectoryTest({ form, directoryId, onTrust }: DirectoryTestProps) {
  const [{ fetching }, test] = useMutation(DirectoryTest_Mutation)
  const [user, setUser] = useState('')
  const [found, setFound] = useState<{ readonly user: string; readonly test: Found } | null>(null)
  const [faults, setFaults] = useState<{ readonly user: string | undefined; readonly form: string | null }>({ user: undefined, form: null })
  const run = async () => {
    setFound(null)
    const input = directoryTestInputOf(form.getValues(), user, directoryId)
    const { user: userFault, ...fields } = testFaults(input)
    setFaults({ user: userFault, form: Object.keys(fields).length > 0 ? 'Something above is missing or wrong.' : null })
    if (Object.keys(fields).length > 0) form.setErrors({ ...form.errors, ...fields })
    if (userFault !== undefined || Object.keys(fields).length > 0) return
    const { data, error } = await test({ input })
    const { test: result, userErrors } = data?.directoryTest ?? {}
    if (result) setFound({ user: user.trim(), test: result })
    const told = formFaults(userErrors ?? [], error, [...Object.keys(input), 'bindPassword'])
    form.setErrors({ ...form.errors, ...told.fields })
    setFaults({ user: told.fields['user'], form: told.form })
  }
  return (
    <Stack gap="xs" aria-busy={fetching}>
      <Group gap="xs" align="flex-end">
        <TextInput
          label="Test with the user"
          description="Somebody whom it should find, as jdoe or corp\jdoe. Nothing is saved."
          flex={1}
          miw={180}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="none"
          value={user}
          onChange={event => setUser(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter') return
            // It would save the settings instead.
            event.preventDefault()
            void run()
          }}
        />
        <Button variant="default" leftSection={<IconPlugConnected size={14} aria-hidden />} loading={fetching} onClick={() => void run()}>
          Test
        </Button>
      </Group>
      {faults.user !== undefined && <Notice tone="error">{faults.user}</Notice>}
      {faults.form !== null && <Notice tone="error">{faults.form}</Notice>}
      {found && <Result {...found} onTrust={onTrust} />}
    </Stack>
  )
}

interface ResultProps {
  readonly user: string
  readonly test: Found
  onTrust(fingerprint: string): void
}

function Result({ user, test: { steps, filter, person, attributes, certificateFingerprint }, onTrust }: ResultProps) {
  const failed = steps.find(({ ok }) => !ok)
  return (
    <Stack gap="sm" role="status" aria-label="Result of the test">
      <Part title="Steps">
        <Stack component="ol" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
          {steps.map((step, index) => (
            <Step key={index} step={step} />
          ))}
        </Stack>
      </Part>
      {certificateFingerprint !== null && failed !== undefined && (
        <Notice tone="warning" title="The certificate of the server is not trusted">
          <Stack gap="xs" align="flex-start">
            <CertificateToTrust fingerprint={certificateFingerprint} onTrust={onTrust} otherwise="">
              Its SHA-256 fingerprint follows. Compare it with the one on the server itself, not over this network; then test again:
            </CertificateToTrust>
          </Stack>
        </Notice>
      )}
      {filter !== null && (
        <Part title="Filter that was sent">
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {filter}
          </Code>
        </Part>
      )}
      {person && (
        <Part title="As it will be shown">
          <PersonCard person={person} user={user} />
        </Part>
      )}
      {!person && !failed && <Notice tone="warning">The directory answers, and finds nobody of that name below the base DN.</Notice>}
      {attributes.length > 0 && (
        <Part title={`${formatCounted(attributes.length, 'attribute')} came back`}>
          <Facts rows={attributes.map(({ name, value }) => [name, value] as const)} />
        </Part>
      )}
    </Stack>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={2}>
        {title}
      </Text>
      {children}
    </div>
  )
}

function Step({ step: { name, ok, message, milliseconds } }: { step: Found['steps'][number] }) {
  const look = ok
    ? ({ word: name, icon: IconCircleCheck, tone: 'good' } as const)
    : ({ word: `${name}: failed`, icon: IconAlertOctagon, tone: 'error' } as const)
  return (
    <li>
      <Group gap={8} justify="space-between" wrap="nowrap">
        <StateMark look={look} />
        <Text size="xs" c="dimmed" style={{ flex: 'none', fontVariantNumeric: 'tabular-nums' }}>
          {milliseconds} ms
        </Text>
      </Group>
      {message !== null && (
        <Text size="xs" {...(ok && { c: 'dimmed' })} pl={19} style={{ overflowWrap: 'anywhere' }}>
          {message}
        </Text>
      )}
    </li>
  )
}
