import { Table, Text } from '@mantine/core'
import type { ObservableKind } from '@sallyport/shared'
import { type ReactNode } from 'react'
import { Known, KnownFootnotes, KnownIndicators } from '../../components/ui/knowledge'
import { TimeText } from '../../components/ui/time-text'
import { placeName } from '../../lib/place-name'
import { ValueText } from '../../components/ui/value-text'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { HostRole, IncidentOverview_IncidentFragment } from '../../gql/graphql'
import { formatCount, formatEnum, sentence } from '../../lib/format'
import { usePivot } from './use-pivot'
import classes from './incident-page.module.css'

const IncidentOverview_Incident = graphql(`
  fragment IncidentOverview_Incident on Incident {
    id
    linkKey
    linkValue
    linking
    firstAlertAt
    lastAlertAt
    blockedCount
    allowedCount
    createdAt
    source {
      id
      name
    }
    hosts {
      role
      address
      location
      count
      firstSeenAt
      lastSeenAt
    }
    users {
      value
      count
    }
    urls {
      value
      count
    }
    domains {
      value
      count
    }
    files {
      name
      digest
      type
      verdict
      count
    }
    rules {
      value
      count
    }
    zones {
      value
      count
    }
    threats {
      value
      count
    }
  }
`)

const ROLES: readonly (readonly [HostRole, string])[] = [
  ['TARGET', 'Target'],
  ['ATTACKER', 'Attacker'],
  ['COMMAND_AND_CONTROL', 'Command and control'],
]

/** What the alerts of the incident tell, added up. */
export function IncidentOverview({ incident: masked }: { incident: FragmentType<typeof IncidentOverview_Incident> }) {
  const incident = readFragment(IncidentOverview_Incident, masked)
  return (
    <div className={classes['cards']}>
      <WhyCard incident={incident} />
      <ValueCard title="Users" by="user" kind="USER" values={incident.users} />
      <HostCard hosts={incident.hosts} />
      <ValueCard title="Threats" by="threat" values={incident.threats} />
      <ValueCard title="Domains" by="url" kind="DOMAIN" values={incident.domains} mono />
      <ValueCard title="Rules" by="rule" values={incident.rules} />
      <ValueCard title="Zones" values={incident.zones} />
      <FileCard files={incident.files} />
      <KnownIndicators>
        {indicators => (
          <Card title="Indicators" wide>
            {indicators}
          </Card>
        )}
      </KnownIndicators>
      <ValueCard title="URLs" by="url" kind="URL" values={incident.urls} mono wide />
      <div className={classes['wide']}>
        <KnownFootnotes />
      </div>
    </div>
  )
}

function Card({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <section className={`${classes['card']} ${wide ? classes['wide'] : ''}`} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function WhyCard({ incident }: { incident: IncidentOverview_IncidentFragment }) {
  const { linkKey, linkValue, linking } = incident
  return (
    <Card title="Why these alerts">
      <Text size="sm">
        {linkKey && linkValue ? (
          <>
            All have the {formatEnum(linkKey)} <ValueText value={linkValue} />.{' '}
            {linking ? 'A further alert with it joins this incident.' : 'No further alert joins.'}
          </>
        ) : (
          'The alert stands alone: linking was off, or it has none of the keys that alerts are linked by.'
        )}
      </Text>
      <ul className={classes['values']}>
        <Line name="First alert" value={<TimeText at={incident.firstAlertAt} />} />
        <Line name="Last alert" value={<TimeText at={incident.lastAlertAt} />} />
        <Line name="Allowed" value={formatCount(incident.allowedCount)} />
        <Line name="Blocked" value={formatCount(incident.blockedCount)} />
        <Line name="Source" value={incident.source.name} />
      </ul>
    </Card>
  )
}

function Line({ name, value }: { name: ReactNode; value: ReactNode }) {
  return (
    <li>
      <Text span inherit c="dimmed">
        {name}
      </Text>
      <span>{value}</span>
    </li>
  )
}

function HostCard({ hosts }: { hosts: IncidentOverview_IncidentFragment['hosts'] }) {
  const pivot = usePivot()
  return (
    <Card title="Hosts">
      {hosts.length === 0 && <None />}
      {ROLES.map(([role, label]) => {
        const those = hosts.filter(host => host.role === role)
        return (
          those.length > 0 && (
            <div key={role}>
              <Text size="xs" c="dimmed" fw={600} mt={4}>
                {label}
              </Text>
              <ul className={classes['values']} data-known={true}>
                {those.map(host => (
                  <li key={host.address}>
                    <div>
                      <ValueText value={host.address} kind="ADDRESS" filters={pivot('address', host.address)} />{' '}
                      <Text span size="xs" c="dimmed">
                        {placeName(host.location)}
                      </Text>
                      <Known kind="ADDRESS" value={host.address} />
                    </div>
                    <Text span inherit c="dimmed">
                      {formatCount(host.count)} · <TimeText at={host.lastSeenAt} relative />
                    </Text>
                  </li>
                ))}
              </ul>
            </div>
          )
        )
      })}
    </Card>
  )
}

interface ValueCardProps {
  readonly title: string
  readonly values: readonly { readonly value: string; readonly count: string }[]
  /** The filter that these values can be looked up by. */
  readonly by?: Parameters<ReturnType<typeof usePivot>>[0]
  /** What may be known of them, and what lists they can be put on. */
  readonly kind?: ObservableKind
  readonly mono?: boolean
  readonly wide?: boolean
}

/** Left out when there is nothing to tell. */
function ValueCard({ title, values, by, kind, mono = false, wide = false }: ValueCardProps) {
  const pivot = usePivot()
  if (values.length === 0) return null
  return (
    <Card title={title} wide={wide}>
      <ul className={classes['values']} data-known={kind !== undefined}>
        {values.map(({ value, count }) => (
          <li key={value}>
            <div>
              <ValueText value={value} kind={kind} mono={mono} filters={by ? pivot(by, value) : []} />
              {kind && <Known kind={kind} value={value} />}
            </div>
            <Text span inherit c="dimmed">
              {formatCount(count)}
            </Text>
          </li>
        ))}
      </ul>
    </Card>
  )
}

type Files = IncidentOverview_IncidentFragment['files']

function FileCard({ files }: { files: Files }) {
  if (files.length === 0) return null
  return (
    <Card title="Files" wide>
      <Table.ScrollContainer minWidth={480}>
        <Table fz="sm" verticalSpacing={3} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Verdict</Table.Th>
              <Table.Th>Type</Table.Th>
              <Table.Th>Hash</Table.Th>
              <Table.Th ta="right">Alerts</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {files.map(file => (
              <FileRows key={`${file.name}-${file.digest}-${file.type}-${file.verdict}`} file={file} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  )
}

/** What the alerts tell of a file; below it what WildFire says now. */
function FileRows({ file: { name, digest, type, verdict, count } }: { file: Files[number] }) {
  const pivot = usePivot()
  return (
    <>
      <Table.Tr>
        <Table.Td>{name && <ValueText value={name} filters={pivot('url', name)} mono />}</Table.Td>
        <Table.Td fw={verdict === 'MALICIOUS' || verdict === 'PHISHING' ? 600 : 400}>{verdict && sentence(formatEnum(verdict))}</Table.Td>
        <Table.Td>{type}</Table.Td>
        <Table.Td>
          {digest && (
            <ValueText value={digest} kind="FILE_HASH" filters={pivot('hash', digest)} mono>
              {digest.slice(0, 16)}…
            </ValueText>
          )}
        </Table.Td>
        <Table.Td ta="right">{formatCount(count)}</Table.Td>
      </Table.Tr>
      {digest && (
        <Table.Tr className={classes['of-file'] ?? ''}>
          <Table.Td colSpan={5}>
            <div>
              <Known kind="FILE_HASH" value={digest} />
            </div>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}

function None() {
  return (
    <Text size="sm" c="dimmed">
      None told
    </Text>
  )
}
