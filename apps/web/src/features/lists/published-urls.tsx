import { Button, Code, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { PublishedFormat } from '@sallyport/shared'
import { IconRotate } from '@tabler/icons-react'
import { useState } from 'react'
import { useMutation } from 'urql'
import { CopyButton } from '../../components/ui/copy-button'
import { Notice } from '../../components/ui/notice'
import { TimeText } from '../../components/ui/time-text'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { PublishedUrls_PublishingFragment } from '../../gql/graphql'
import { useCan } from '../../lib/permissions'
import { formFaults } from '../../lib/user-errors'
import { spanOptions } from './expiry'
import { FORMAT_WORDS } from './list-words'

const PublishedUrls_Publishing = graphql(`
  fragment PublishedUrls_Publishing on Publishing {
    urls {
      format
      url
      retiresAt
    }
    allowedNetworks
  }
`)

const PublishedPathRotate_Mutation = graphql(`
  mutation PublishedPathRotate_Mutation($input: PublishedPathRotateInput!) {
    publishedPathRotate(input: $input) {
      list {
        id
        publishing {
          ...PublishedUrls_Publishing
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

type Url = PublishedUrls_PublishingFragment['urls'][number]

interface PublishedUrlsProps {
  readonly listId: string
  readonly publishing: FragmentType<typeof PublishedUrls_Publishing>
}

/** Every URL that works now. Whoever knows one can fetch the list, unless credentials or networks stand before it. */
export function PublishedUrls({ listId, publishing }: PublishedUrlsProps) {
  const { urls, allowedNetworks } = readFragment(PublishedUrls_Publishing, publishing)
  const mayPublish = useCan('list:publish')
  const [rotating, setRotating] = useState(false)
  const current = urls.filter(({ retiresAt }) => retiresAt === null)
  const retiring = urls.filter(({ retiresAt }) => retiresAt !== null)
  return (
    <Stack gap="sm">
      <UrlRows urls={current} />
      {retiring.length > 0 && (
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            Old URLs: move firewalls off them
          </Text>
          <UrlRows urls={retiring} />
        </Stack>
      )}
      <Group gap="md">
        {mayPublish && (
          <Button variant="default" leftSection={<IconRotate size={14} aria-hidden />} onClick={() => setRotating(true)}>
            New URL…
          </Button>
        )}
        <Text size="xs" c="dimmed">
          {allowedNetworks.length === 0 ? 'Can be fetched from every address.' : `Can be fetched from ${allowedNetworks.join(', ')} only.`}
        </Text>
      </Group>
      <Modal opened={rotating} onClose={() => setRotating(false)} title="A new URL" closeButtonProps={{ 'aria-label': 'Cancel' }}>
        <RotateForm listId={listId} onClose={() => setRotating(false)} />
      </Modal>
    </Stack>
  )
}

const FORMATS = Object.values(PublishedFormat)

function UrlRows({ urls }: { urls: readonly Url[] }) {
  return urls
    .toSorted((a, b) => FORMATS.indexOf(a.format) - FORMATS.indexOf(b.format))
    .map(({ format, url, retiresAt }) => (
      <Group key={url} gap="xs" role="group" aria-label={FORMAT_WORDS[format]}>
        <Text size="sm" w={70}>
          {FORMAT_WORDS[format]}
        </Text>
        <Code flex="1 1 260px" style={{ overflowWrap: 'anywhere' }}>
          {url}
        </Code>
        <CopyButton text={url} label="Copy" />
        {retiresAt !== null && (
          <Text size="xs" c="dimmed" w="100%">
            works until <TimeText at={retiresAt} /> (<TimeText at={retiresAt} relative />)
          </Text>
        )}
      </Group>
    ))
}

function RotateForm({ listId, onClose }: { listId: string; onClose: () => void }) {
  const [{ fetching }, rotate] = useMutation(PublishedPathRotate_Mutation)
  const [overlap, setOverlap] = useState(String(7 * 86_400))
  const [fault, setFault] = useState<string | null>(null)
  const submit = async () => {
    setFault(null)
    const { data, error } = await rotate({ input: { listId, overlapSeconds: Number(overlap) } })
    const message = formFaults(data?.publishedPathRotate.userErrors ?? [], error, []).form
    if (message !== null) return setFault(message)
    onClose()
  }
  return (
    <Stack gap="sm">
      {fault !== null && <Notice tone="error">{fault}</Notice>}
      <Text size="sm">
        The list gets URLs that nobody knows yet. The old ones work on, so that no firewall sees a gap while you change it.
      </Text>
      <NativeSelect
        label="The old URLs work for another"
        data={[...spanOptions()]}
        value={overlap}
        onChange={event => setOverlap(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button loading={fetching} onClick={() => void submit()}>
          Make a new URL
        </Button>
      </Group>
    </Stack>
  )
}
