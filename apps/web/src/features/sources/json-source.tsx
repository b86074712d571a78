import { Button, Code, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { CopyButton } from '../../components/ui/copy-button'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { graphql } from '../../gql'
import { useCan } from '../../lib/permissions'
import { formFaults } from '../../lib/user-errors'
import { curlCommand, EVENT_FIELDS } from './json-event-guide'

const SourceTokenRotate_Mutation = graphql(`
  mutation SourceTokenRotate_Mutation($id: ID!) {
    sourceTokenRotate(id: $id) {
      source {
        id
        hasToken
      }
      url
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface JsonSourceProps {
  readonly source: { readonly id: string; readonly hasToken: boolean }
}

/** Where programs post their events, and what is in one. */
export function JsonSource({ source }: JsonSourceProps) {
  const mayWrite = useCan('source:write')
  const [{ fetching }, rotate] = useMutation(SourceTokenRotate_Mutation)
  const [url, setUrl] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const make = async () => {
    setAsking(false)
    const { data, error } = await rotate({ id: source.id })
    setFault(formFaults(data?.sourceTokenRotate.userErrors ?? [], error, []).form)
    if (data?.sourceTokenRotate.url) setUrl(data.sourceTokenRotate.url)
  }
  return (
    <Panel
      title="Post events here"
      actions={
        mayWrite && (
          <Button variant="default" loading={fetching} onClick={() => (source.hasToken ? setAsking(true) : void make())}>
            {source.hasToken ? 'Make a new URL' : 'Make its URL'}
          </Button>
        )
      }
    >
      {fault !== null && <Notice tone="error">{fault}</Notice>}
      {url === null && (
        <Text size="sm">
          {source.hasToken
            ? 'It has a URL. The URL is not shown again: whoever lost it needs a new one.'
            : 'It has no URL yet: nothing can be posted.'}
        </Text>
      )}
      {url !== null && <NewUrl url={url} />}
      <Text size="sm">
        One event or a list of at most 500, as JSON. The answer <Code>202</Code> means that all of them are stored; <Code>400</Code> says
        what is wrong with which, and takes none.
      </Text>
      <Code block aria-label="Example">
        {curlCommand(url ?? `${window.location.origin}/threat/json_event/events/…`)}
      </Code>
      <EventFields />
      <Modal opened={asking} onClose={() => setAsking(false)} title="Make a new URL?" closeButtonProps={{ 'aria-label': 'Close' }}>
        <Stack gap="sm">
          <Text>The URL that is in use ends at once: programs that post to it are refused until they have the new one.</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
              Cancel
            </Button>
            <Button color="red" onClick={() => void make()}>
              Make a new URL
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Panel>
  )
}

function NewUrl({ url }: { url: string }) {
  return (
    <Stack gap="xs">
      <Notice tone="warning" title="Copy the URL now">
        Whoever knows it can post events. It is not shown again.
      </Notice>
      <Group gap="xs">
        <Code aria-label="URL" style={{ overflowWrap: 'anywhere' }}>
          {url}
        </Code>
        <CopyButton text={url} label="Copy the URL" />
        <CopyButton text={curlCommand(url)} label="Copy the command" />
      </Group>
    </Stack>
  )
}

function EventFields() {
  return (
    <details>
      <summary>Fields of an event</summary>
      <CardTable
        label="Fields of an event"
        columns={['Field', 'Holds']}
        rows={EVENT_FIELDS.map(([name, holds]) => ({ key: name, cells: [<Code>{name}</Code>, holds] }))}
      />
    </details>
  )
}
