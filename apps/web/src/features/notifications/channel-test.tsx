import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { formFaults } from '../../lib/user-errors'
import type { Channel } from './channel-data'

const ChannelTest_Mutation = graphql(`
  mutation ChannelTest_Mutation($id: ID!) {
    channelTest(id: $id) {
      ok
      message
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface Answer {
  readonly ok: boolean
  readonly message: string
}

/** Sends a message now, and shows what became of it. */
export function useChannelTest({ id, name }: Pick<Channel, 'id' | 'name'>) {
  const [{ fetching }, send] = useMutation(ChannelTest_Mutation)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const run = async () => {
    setAnswer(null)
    const { data, error } = await send({ id })
    const fault = formFaults(data?.channelTest.userErrors ?? [], error, []).form
    setAnswer(fault === null ? (data?.channelTest ?? null) : { ok: false, message: fault })
  }
  return {
    button: (
      <Button variant="default" size="xs" aria-label={`Test ${name}`} loading={fetching} onClick={() => void run()}>
        Test
      </Button>
    ),
    answer: answer && (
      <Stack gap="xs">
        <Notice tone={answer.ok ? 'info' : 'error'} title={answer.ok ? `A test message went to ${name}` : `The test of ${name} failed`}>
          {answer.message}
        </Notice>
      </Stack>
    ),
  }
}
