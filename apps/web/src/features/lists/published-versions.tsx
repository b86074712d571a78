import { Badge, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { Notice } from '../../components/ui/notice'
import { TimeText } from '../../components/ui/time-text'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { PublishedVersions_PublishingFragment } from '../../gql/graphql'
import { formatCount } from '../../lib/format'
import { useCan } from '../../lib/permissions'
import { errorText } from '../../lib/user-errors'
import { VERSION_WORDS } from './list-words'
import { useVersionActions } from './use-version-actions'
import { VersionDiff } from './version-diff'

const PublishedVersions_Publishing = graphql(`
  fragment PublishedVersions_Publishing on Publishing {
    versions {
      id
      number
      state
      entryCount
      added
      removed
      rollbackOf
      createdAt
      inForceAt
      decidedBy {
        id
        name
      }
    }
  }
`)

const VersionDiffs_Query = graphql(`
  query VersionDiffs_Query($id: ID!) {
    list(id: $id) {
      id
      publishing {
        versions {
          id
          ...VersionDiff_PublishedVersion
        }
      }
    }
  }
`)

type Version = PublishedVersions_PublishingFragment['versions'][number]

interface PublishedVersionsProps {
  readonly listId: string
  readonly publishing: FragmentType<typeof PublishedVersions_Publishing>
}

/** What was published, newest first; any of it can be put in force again. */
export function PublishedVersions({ listId, publishing }: PublishedVersionsProps) {
  const versions = readFragment(PublishedVersions_Publishing, publishing).versions.toSorted((a, b) => b.number - a.number)
  const mayApprove = useCan('list:approve')
  const [openId, setOpenId] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Version | null>(null)
  if (versions.length === 0) return <Text size="sm" c="dimmed" children="None yet: the first is made within a second or two." />
  return (
    <>
      <CardTable
        label="Versions"
        columns={['Version', 'State', 'Entries', 'Change', 'Made', 'In force since']}
        rows={versions.map(version => ({
          key: version.id,
          cells: [
            version.number,
            <VersionState version={version} />,
            formatCount(version.entryCount),
            `+${formatCount(version.added)} −${formatCount(version.removed)}`,
            <TimeText at={version.createdAt} />,
            version.inForceAt === null ? 'never' : <TimeText at={version.inForceAt} />,
          ],
          actions: (
            <Group gap={4} justify="flex-end" wrap="nowrap" display="inline-flex">
              <Button
                size="compact-sm"
                variant="default"
                aria-expanded={openId === version.id}
                onClick={() => setOpenId(openId === version.id ? null : version.id)}
              >
                Changes
              </Button>
              {mayApprove && version.state === 'SUPERSEDED' && (
                <Button size="compact-sm" variant="default" onClick={() => setChosen(version)}>
                  Roll back…
                </Button>
              )}
            </Group>
          ),
          ...(openId === version.id && { detail: <Diff listId={listId} versionId={version.id} /> }),
        }))}
      />
      <Modal
        opened={chosen !== null}
        onClose={() => setChosen(null)}
        title={chosen && `Roll back to version ${chosen.number}?`}
        closeButtonProps={{ 'aria-label': 'Cancel' }}
      >
        {chosen && <RollBackForm listId={listId} version={chosen} onClose={() => setChosen(null)} />}
      </Modal>
    </>
  )
}

function VersionState({ version: { state, rollbackOf, decidedBy } }: { version: Version }) {
  return (
    <>
      <Badge
        size="sm"
        radius="sm"
        tt="none"
        variant={state === 'IN_FORCE' || state === 'HELD' ? 'filled' : 'outline'}
        color={state === 'IN_FORCE' ? 'steel' : state === 'HELD' ? '#b45309' : 'gray'}
      >
        {VERSION_WORDS[state]}
      </Badge>
      <Text size="xs" c="dimmed">
        {rollbackOf !== null && `as version ${rollbackOf} `}
        {decidedBy && `by ${decidedBy.name}`}
      </Text>
    </>
  )
}

/** Asked for only when somebody looks: the differences of 50 versions are long. */
function Diff({ listId, versionId }: { listId: string; versionId: string }) {
  const [{ data, error }] = useQuery({ query: VersionDiffs_Query, variables: { id: listId } })
  const version = data?.list?.publishing?.versions.find(({ id }) => id === versionId)
  if (version) return <VersionDiff version={version} />
  return <Text size="sm" c="dimmed" role="status" children={error ? errorText(error) : 'Looking…'} />
}

function RollBackForm({ listId, version, onClose }: { listId: string; version: Version; onClose: () => void }) {
  const { busy, rollBack } = useVersionActions(listId)
  const [fault, setFault] = useState<string | null>(null)
  const submit = async () => {
    const answer = await rollBack(version.number)
    setFault(answer)
    if (answer === null) onClose()
  }
  return (
    <Stack gap="sm">
      {fault !== null && <Notice tone="error">{fault}</Notice>}
      <Text size="sm">
        Its {formatCount(version.entryCount)} entries are published again, as a new version. The list itself stays as it is: its next change
        is published over it.
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button loading={busy} onClick={() => void submit()}>
          Roll back
        </Button>
      </Group>
    </Stack>
  )
}
