import { ActionIcon, Alert as Notice, Button, CloseButton, Group, Skeleton, Stack, Tabs, Text, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconCut } from '@tabler/icons-react'
import { useLocalStorage } from '@mantine/hooks'
import { useMemo } from 'react'
import { useQuery } from 'urql'
import { ExtrasOfAlert } from '../../components/ui/alert-extras'
import { KnowledgeOf } from '../../components/ui/knowledge'
import { SeverityBadge } from '../../components/ui/severity-badge'
import { OriginButtons, ValueOriginProvider } from '../../components/ui/value-actions'
import { graphql } from '../../gql'
import { errorText } from '../../lib/user-errors'
import { AlertAllFields, AlertRawLine } from './alert-fields'
import { AlertSummary } from './alert-summary'
import type { NarrowTo } from './narrow-to'
import classes from './alert-panel.module.css'

const AlertPanel_Query = graphql(`
  query AlertPanel_Query($id: ID!) {
    alert(id: $id) {
      id
      severity
      threatName
      fileName
      url
      subtype
      truncated
      incident {
        id
        number
      }
      ...AlertSummary_Alert
      ...AlertAllFields_Alert
      ...AlertRawLine_Alert
    }
  }
`)

interface AlertPanelProps {
  readonly id: string
  /** To the alerts that share a value. */
  readonly narrowTo: NarrowTo
  /** To the neighbours in the list; null at its ends. */
  readonly onPrevious: (() => void) | null
  readonly onNext: (() => void) | null
  onClose(): void
}

/** One alert in full: what matters, every field by name, the line as it arrived. */
export function AlertPanel({ id, narrowTo, onPrevious, onNext, onClose }: AlertPanelProps) {
  const [{ data, error, fetching }, ask] = useQuery({ query: AlertPanel_Query, variables: { id } })
  const [tab, setTab] = useLocalStorage({ key: 'sallyport.alert-tab', defaultValue: 'summary', getInitialValueInEffect: false })
  const alert = data?.alert
  const { incident = null } = alert ?? {}
  const origin = useMemo(() => ({ alertId: id, incident }), [id, incident])
  const title = alert ? alert.threatName || alert.fileName || alert.url || alert.subtype : 'Alert'
  return (
    <ValueOriginProvider value={origin}>
      <Group className={classes['header']} wrap="nowrap" gap="xs">
        <Stack gap={0} flex={1} miw={0}>
          {alert && <SeverityBadge severity={alert.severity} />}
          <Text fw={600} component="h2" m={0} className={classes['title']} title={title}>
            {title}
          </Text>
        </Stack>
        <OriginButtons />
        <Neighbour label="Previous alert" icon={IconChevronUp} go={onPrevious} />
        <Neighbour label="Next alert" icon={IconChevronDown} go={onNext} />
        <CloseButton aria-label="Close" onClick={onClose} />
      </Group>
      {alert?.truncated && (
        <Notice color="yellow" py={6} radius={0} icon={<IconCut size={16} aria-hidden />}>
          This line was cut on its way: later fields are missing.
        </Notice>
      )}
      {alert ? (
        <Tabs value={tab} onChange={value => setTab(value ?? 'summary')} className={classes['tabs']} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="summary">Summary</Tabs.Tab>
            <Tabs.Tab value="fields">All fields</Tabs.Tab>
            <Tabs.Tab value="raw">Raw</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="summary" className={classes['body']}>
            <KnowledgeOf origin={origin}>
              <AlertSummary alert={alert} narrowTo={narrowTo} />
            </KnowledgeOf>
            <ExtrasOfAlert alertId={id} />
          </Tabs.Panel>
          <Tabs.Panel value="fields" className={classes['body']}>
            <AlertAllFields alert={alert} narrowTo={narrowTo} />
          </Tabs.Panel>
          <Tabs.Panel value="raw" className={classes['body']}>
            <AlertRawLine alert={alert} />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <Stack p="md" gap="xs" role={error ? 'alert' : undefined}>
          {fetching && [70, 40, 90, 55, 80].map(width => <Skeleton key={width} h={14} w={`${width}%`} />)}
          {!fetching && error && (
            <>
              <Text>{errorText(error)}</Text>
              <Button onClick={() => ask({ requestPolicy: 'network-only' })}>Try again</Button>
            </>
          )}
          {!fetching && !error && <Text>There is no such alert, or not any more.</Text>}
        </Stack>
      )}
    </ValueOriginProvider>
  )
}

function Neighbour({ label, icon: Icon, go }: { label: string; icon: typeof IconChevronUp; go: (() => void) | null }) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={go === null} onClick={() => go?.()}>
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
