import { Button, Stack } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import type { WildfireTest_MutationMutation, WildfireTestInput } from '../../gql/graphql'
import { formFaults } from '../../lib/user-errors'

const WildfireTest_Mutation = graphql(`
  mutation WildfireTest_Mutation($input: WildfireTestInput!) {
    wildfireTest(input: $input) {
      test {
        ok
        message
        milliseconds
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface WildfireTestProps {
  /** What is to be tried; null: something is wrong with the fields. */
  input(): WildfireTestInput | null
  /** What the server says of fields of the source's form. */
  onFaults(faults: Readonly<Record<string, string>>): void
}

/** Names of the test's fields in the form of a source. */
const FORM_FIELDS: Readonly<Record<string, string>> = { apiKey: 'wildfireApiKey', apiUrl: 'wildfireApiUrl' }

/** Asks WildFire about a well-known file, and shows what it answers. Saves nothing; costs one query. */
export function WildfireTest({ input, onFaults }: WildfireTestProps) {
  const [{ fetching }, test] = useMutation(WildfireTest_Mutation)
  const [found, setFound] = useState<WildfireTest_MutationMutation['wildfireTest']['test']>(null)
  const [fault, setFault] = useState<string | null>(null)
  const run = async () => {
    setFound(null)
    setFault(null)
    const tried = input()
    if (!tried) return
    const { data, error } = await test({ input: tried })
    setFound(data?.wildfireTest.test ?? null)
    const { fields, form } = formFaults(data?.wildfireTest.userErrors ?? [], error, Object.keys(FORM_FIELDS))
    onFaults(Object.fromEntries(Object.entries(fields).map(([name, message]): [string, string] => [FORM_FIELDS[name] ?? name, message])))
    setFault(form)
  }
  return (
    <Stack gap="xs" align="flex-start" aria-busy={fetching}>
      <Button variant="default" leftSection={<IconPlugConnected size={14} aria-hidden />} loading={fetching} onClick={() => void run()}>
        Test key
      </Button>
      {fault !== null && <Notice tone="error">{fault}</Notice>}
      {found && (
        <Notice tone={found.ok ? 'info' : 'error'} title={found.ok ? `WildFire answers (${found.milliseconds} ms)` : 'The test failed'}>
          {found.message}
        </Notice>
      )}
    </Stack>
  )
}
