import { Button, Code, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { TimeText } from '../../components/ui/time-text'
import { graphql, readFragment } from '../../gql'
import type { VersionRow_RuleVersionFragment } from '../../gql/graphql'
import { useCan } from '../../lib/permissions'
import { errorText, formFaults } from '../../lib/user-errors'
import { useSaveRule } from './rule-data'
import classes from './rules.module.css'

const VersionRow_RuleVersion = graphql(`
  fragment VersionRow_RuleVersion on RuleVersion {
    number
    content
    returnOf
    createdAt
    author {
      id
      name
    }
    changes {
      path
      before
      after
    }
  }
`)

const RuleVersions_Query = graphql(`
  query RuleVersions_Query($id: ID!, $first: Int!) {
    rule(id: $id) {
      id
      versions(first: $first) {
        nodes {
          ...VersionRow_RuleVersion
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`)

const STEP = 20
const SHOWN_MAX = 100

interface VersionsTabProps {
  readonly rule: { readonly id: string; readonly name: string; readonly version: number }
  /** There is something on the page that returning would leave behind. */
  readonly unsaved: boolean
}

/** Every version, who made it, what it changed; an older one can be made the newest again. */
export function VersionsTab({ rule, unsaved }: VersionsTabProps) {
  const mayWrite = useCan('rule:write')
  const [first, setFirst] = useState(STEP)
  const [{ data, error }, ask] = useQuery({
    query: RuleVersions_Query,
    variables: { id: rule.id, first },
    requestPolicy: 'cache-and-network',
  })
  const [returning, setReturning] = useState<VersionRow_RuleVersionFragment | null>(null)
  const page = data?.rule?.versions
  const versions = readFragment(VersionRow_RuleVersion, page?.nodes ?? [])
  return (
    <Panel title="Versions">
      {error && !data && <Notice tone="error" title="The versions could not be read" children={errorText(error)} />}
      {versions.length > 0 && (
        <CardTable
          label="Versions"
          columns={['Version', 'Made', 'Changes']}
          rows={versions.map((version, index) => ({
            key: String(version.number),
            cells: [<VersionName version={version} newest={index === 0} />, <Made version={version} />, <Changes version={version} />],
            actions: mayWrite && index > 0 && (
              <Button size="compact-sm" variant="default" onClick={() => setReturning(version)}>
                Return to {version.number}
              </Button>
            ),
          }))}
        />
      )}
      {page?.pageInfo.hasNextPage && first < SHOWN_MAX && (
        <Group>
          <Button variant="default" onClick={() => setFirst(first + STEP)}>
            Show older versions
          </Button>
        </Group>
      )}
      {returning && (
        <ReturnDialog
          rule={rule}
          number={returning.number}
          unsaved={unsaved}
          onClose={() => setReturning(null)}
          onDone={() => {
            setReturning(null)
            ask({ requestPolicy: 'network-only' })
          }}
        />
      )}
    </Panel>
  )
}

interface VersionProps {
  readonly version: VersionRow_RuleVersionFragment
}

function VersionName({ version: { number, returnOf }, newest }: VersionProps & { readonly newest: boolean }) {
  return (
    <>
      {number}
      <Text size="xs" c="dimmed" fw={400}>
        {newest ? 'in force' : ''}
        {newest && returnOf !== null ? ', ' : ''}
        {returnOf === null ? '' : `return to ${returnOf}`}
      </Text>
    </>
  )
}

function Made({ version: { createdAt, author } }: VersionProps) {
  return (
    <>
      <TimeText at={createdAt} />
      <Text size="xs" c="dimmed">
        by {author?.name ?? 'somebody who is gone'}
      </Text>
    </>
  )
}

function Changes({ version: { number, changes, content } }: VersionProps) {
  return (
    <Stack gap={4}>
      {changes.length === 0 && <Text size="sm" c="dimmed" children={number === 1 ? 'the first version' : 'none in what it says'} />}
      {changes.map(({ path, before, after }) => (
        <div key={path} className={classes['mono']}>
          <Text size="xs" c="dimmed">
            {path}
          </Text>
          {before !== null && <del aria-label={`before: ${before}`}>− {before}</del>}
          {before !== null && after !== null && <br />}
          {after !== null && (
            <ins aria-label={`after: ${after}`} style={{ textDecoration: 'none' }}>
              + {after}
            </ins>
          )}
        </div>
      ))}
      <details>
        <summary>
          <Text span size="xs">
            as JSON
          </Text>
        </summary>
        <Code block mah={260} style={{ overflow: 'auto' }} tabIndex={0}>
          {JSON.stringify(content, null, 2)}
        </Code>
      </details>
    </Stack>
  )
}

interface ReturnDialogProps {
  readonly rule: VersionsTabProps['rule']
  readonly number: number
  readonly unsaved: boolean
  onClose(): void
  onDone(): void
}

function ReturnDialog({ rule, number, unsaved, onClose, onDone }: ReturnDialogProps) {
  const { returnTo } = useSaveRule()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const submit = async () => {
    setBusy(true)
    setFault(null)
    const { userErrors, error } = await returnTo({ id: rule.id, expectedVersion: rule.version, number })
    setBusy(false)
    const { form } = formFaults(userErrors, error, [])
    if (form === null) onDone()
    else setFault(form)
  }
  return (
    <Modal opened onClose={onClose} title={`Return ${rule.name} to version ${number}?`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="sm">
        <Text>It becomes a new version, at once in force as the rule’s mode says. Nothing is lost: you can return from it as well.</Text>
        {unsaved && <Notice tone="warning">What you wrote and did not save stays in the builder.</Notice>}
        {fault !== null && <Notice tone="error">{fault}</Notice>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button data-autofocus loading={busy} onClick={() => void submit()}>
            Return
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
