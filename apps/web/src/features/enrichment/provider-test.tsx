import { Button, Stack } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import type { ReputationProviderTest_MutationMutation, ReputationProviderTestInput } from '../../gql/graphql'
import { formFaults } from '../../lib/user-errors'

const ReputationProviderTest_Mutation = graphql(`
  mutation ReputationProviderTest_Mutation($input: ReputationProviderTestInput!) {
    reputationProviderTest(input: $input) {
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

type Found = ReputationProviderTest_MutationMutation['reputationProviderTest']['test']

interface ProviderTestProps {
  readonly name: string
  /** What is to be tried; null: nothing, something is wrong with the fields. */
  input(): ReputationProviderTestInput | null
}

/** Asks the provider about a harmless value, and shows what it answers. Saves nothing. */
export function ProviderTest({ name, input }: ProviderTestProps) {
  const [{ fetching }, test] = useMutation(ReputationProviderTest_Mutation)
  const [found, setFound] = useState<Found>(null)
  const [fault, setFault] = useState<string | null>(null)
  const run = async () => {
    const tried = input()
    if (!tried) return
    setFound(null)
    setFault(null)
    const { data, error } = await test({ input: tried })
    setFound(data?.reputationProviderTest.test ?? null)
    setFault(formFaults(data?.reputationProviderTest.userErrors ?? [], error, []).form)
  }
  return (
    <Stack gap="xs" align="flex-start" aria-busy={fetching}>
      <Button
        variant="default"
        leftSection={<IconPlugConnected size={14} aria-hidden />}
        aria-label={`Test ${name}`}
        loading={fetching}
        onClick={() => void run()}
      >
        Test
      </Button>
      {fault !== null && <Notice tone="error">{fault}</Notice>}
      {found && (
        <Notice tone={found.ok ? 'info' : 'error'} title={found.ok ? `${name} answers (${found.milliseconds} ms)` : 'The test failed'}>
          {found.message}
        </Notice>
      )}
    </Stack>
  )
}
