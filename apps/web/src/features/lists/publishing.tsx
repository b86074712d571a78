import { Button, Stack } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useQuery } from 'urql'
import { EmptyList, ListFault, ListSkeleton } from '../../components/ui/list-states'
import { Panel } from '../../components/ui/panel'
import { graphql } from '../../gql'
import { useCan } from '../../lib/permissions'
import { useNow } from '../../lib/use-now'
import { errorText } from '../../lib/user-errors'
import { Credentials } from './credentials'
import { FetchTable } from './fetch-table'
import { HeldVersion } from './held-version'
import { PanListSteps } from './pan-list-steps'
import { PublishedUrls } from './published-urls'
import { PublishedVersions } from './published-versions'

const Publishing_Query = graphql(`
  query Publishing_Query($id: ID!) {
    list(id: $id) {
      id
      kind
      published
      publishing {
        guardPercent
        guardEntries
        ...PublishedUrls_Publishing
        ...HeldVersion_Publishing
        ...PublishedVersions_Publishing
        ...FetchTable_Publishing
        ...PanListSteps_Publishing
      }
    }
  }
`)

const FETCHES_EVERY_MS = 30_000

interface PublishingProps {
  readonly listId: string
  /** A reason to look again when it changes. */
  readonly revision: string
  onPublish(): void
}

/** How firewalls get at the list: its URLs, who fetched them, and the versions behind them. */
export function Publishing({ listId, revision, onPublish }: PublishingProps) {
  const [{ data, error }, ask] = useQuery({ query: Publishing_Query, variables: { id: listId }, requestPolicy: 'cache-and-network' })
  const mayPublish = useCan('list:publish')
  // Fetches are not announced.
  const moment = useNow(FETCHES_EVERY_MS)
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) ask({ requestPolicy: 'network-only' })
    first.current = false
  }, [ask, moment, revision])
  const list = data?.list
  if (!list) {
    if (!error) return <ListSkeleton />
    return <ListFault title="It could not be read" text={errorText(error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  }
  const { publishing } = list
  if (!list.published || !publishing) {
    return (
      <EmptyList title="Not published" actions={mayPublish && <Button onClick={onPublish}>Publish…</Button>}>
        A published list has a URL at which firewalls fetch it: no change on the firewall, no commit.
      </EmptyList>
    )
  }
  return (
    <Stack p="md" gap="md" maw={1300}>
      <HeldVersion listId={listId} publishing={publishing} />
      <Panel title="Published URL">
        <PublishedUrls listId={listId} publishing={publishing} />
      </Panel>
      <Panel title="Fetched by">
        <FetchTable publishing={publishing} />
      </Panel>
      <Panel title="On the firewall">
        <PanListSteps publishing={publishing} kind={list.kind} />
      </Panel>
      {mayPublish && <Credentials listId={listId} onChanged={() => ask({ requestPolicy: 'network-only' })} />}
      <Panel title="Versions">
        <PublishedVersions listId={listId} publishing={publishing} />
      </Panel>
    </Stack>
  )
}
