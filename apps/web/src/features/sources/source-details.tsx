import { Button, Group, SimpleGrid, Switch, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { SourceDetails_SourceFragment } from '../../gql/graphql'
import { formatCount, formatDuration, formatEnum, sentence } from '../../lib/format'
import { useCan } from '../../lib/permissions'
import { formFaults } from '../../lib/user-errors'
import { DeleteSourceDialog } from './delete-source-dialog'
import { EditSourcePanel } from './edit-source-panel'
import { FirewallTable } from './firewall-table'
import { SourceHealth } from './source-health'
import { JsonSource } from './json-source'
import { LINK_KEY_NAMES, SOURCE_TYPE_NAMES } from './source-settings'
import { TestAlert } from './test-alert'

export const SourceDetails_Source = graphql(`
  fragment SourceDetails_Source on Source {
    id
    type
    name
    description
    enabled
    linkEvents
    linkKeys
    linkWindowSeconds
    wildfireApiEnabled
    wildfireApiKeySet
    wildfireApiUrl
    wildfireDailyQuota
    incidentMinSeverity
    incidentVerdicts
    incidentBlocked
    timeZone
    hasToken
    version
    ...EditSourcePanel_Source
    health {
      alertCount
      ...SourceHealth_SourceHealth
    }
    firewalls(first: 100) {
      nodes {
        id
        ...FirewallTable_Firewall
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)

const SourceEnable_Mutation = graphql(`
  mutation SourceEnable_Mutation($input: SourceUpdateInput!) {
    sourceUpdate(input: $input) {
      source {
        id
        enabled
        version
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface SourceDetailsProps {
  readonly source: FragmentType<typeof SourceDetails_Source>
  /** How to connect firewalls: before everything else while there is no alert, at the end later. */
  readonly guide: ReactNode
}

export function SourceDetails({ source: given, guide }: SourceDetailsProps) {
  const source = readFragment(SourceDetails_Source, given)
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null)
  const may = { write: useCan('source:write'), test: useCan('source:test') }
  const close = () => setOpen(null)
  const isEmpty = source.health.alertCount === '0'
  const isJson = source.type === 'JSON'
  return (
    <>
      <Panel title={source.name} actions={may.write && <SourceActions source={source} onOpen={setOpen} />}>
        {source.description !== '' && <Text style={{ whiteSpace: 'pre-wrap' }}>{source.description}</Text>}
        {!source.enabled && (
          <Notice tone="warning" title="This source is disabled">
            {isJson ? 'Events that are posted are refused.' : 'Lines that arrive are counted as dropped.'}
          </Notice>
        )}
        <Settings source={source} />
        {may.test && !isJson && <TestAlert sourceId={source.id} disabled={!source.enabled} />}
      </Panel>
      {isJson && <JsonSource source={source} />}
      {isEmpty && guide}
      <Panel title="Health">
        <SourceHealth health={source.health} />
      </Panel>
      {source.firewalls.nodes.length > 0 && (
        <Panel title={isJson ? 'Detectors' : 'Firewalls'}>
          <FirewallTable firewalls={source.firewalls.nodes} sourceTimeZone={source.timeZone} />
          {source.firewalls.pageInfo.hasNextPage && (
            <Text size="sm" c="dimmed">
              Only the first 100 are shown.
            </Text>
          )}
        </Panel>
      )}
      {!isEmpty && guide}
      {may.write && (
        <>
          <EditSourcePanel source={source} opened={open === 'edit'} onClose={close} />
          <DeleteSourceDialog source={{ ...source, alertCount: source.health.alertCount }} opened={open === 'delete'} onClose={close} />
        </>
      )}
    </>
  )
}

interface SourceActionsProps {
  readonly source: SourceDetails_SourceFragment
  onOpen(what: 'edit' | 'delete'): void
}

function SourceActions({ source, onOpen }: SourceActionsProps) {
  const [{ fetching }, update] = useMutation(SourceEnable_Mutation)
  const enable = async (enabled: boolean) => {
    const { data, error } = await update({ input: { id: source.id, expectedVersion: source.version, enabled } })
    const fault = formFaults(data?.sourceUpdate.userErrors ?? [], error, []).form
    if (fault !== null) notifications.show({ color: 'red', title: 'The source was not changed', message: fault })
  }
  return (
    <>
      <Switch label="Enabled" checked={source.enabled} disabled={fetching} onChange={event => void enable(event.currentTarget.checked)} />
      <Button variant="default" leftSection={<IconPencil size={14} aria-hidden />} onClick={() => onOpen('edit')}>
        Edit
      </Button>
      <Button variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => onOpen('delete')}>
        Delete
      </Button>
    </>
  )
}

function wildfireText({ wildfireApiEnabled, wildfireApiKeySet, wildfireApiUrl, wildfireDailyQuota }: SourceDetails_SourceFragment): string {
  const key = wildfireApiKeySet ? 'key stored' : 'no key'
  if (!wildfireApiEnabled) return `off, ${key}`
  if (!wildfireApiKeySet) return 'enabled, but there is no key: nothing is asked'
  return `enabled, ${key}; ${formatCount(wildfireDailyQuota)} queries a day at ${wildfireApiUrl}`
}

function Settings({ source }: { source: SourceDetails_SourceFragment }) {
  const isJson = source.type === 'JSON'
  const verdicts = source.incidentVerdicts.map(formatEnum).join(', ') || 'none'
  const rows: readonly (readonly [string, string])[] = [
    ['Type', SOURCE_TYPE_NAMES[source.type]],
    [
      'Link Events',
      source.linkEvents
        ? `by ${source.linkKeys.map(key => LINK_KEY_NAMES[key].toLowerCase()).join(', then ')}, within ${formatDuration(source.linkWindowSeconds * 1000)}`
        : 'off: every alert opens its own incident',
    ],
    ...(isJson ? [] : [['WildFire API', wildfireText(source)] as const]),
    [
      'Incidents',
      `${sentence(formatEnum(source.incidentMinSeverity))} and above; ${isJson ? '' : `verdicts ${verdicts}; `}${source.incidentBlocked ? 'blocked alerts too' : 'only what was let through'}`,
    ],
    ...(isJson ? [] : [['Time zone', source.timeZone] as const]),
  ]
  return (
    <SimpleGrid component="dl" cols={{ base: 1, sm: 2, xl: 3 }} spacing="xs" verticalSpacing={6} m={0}>
      {rows.map(([label, value]) => (
        <Group key={label} gap={8} wrap="nowrap" align="baseline">
          <Text component="dt" size="sm" c="dimmed" style={{ flex: 'none' }}>
            {label}
          </Text>
          <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </Group>
      ))}
    </SimpleGrid>
  )
}
