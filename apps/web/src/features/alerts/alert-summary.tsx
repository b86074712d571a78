import { Anchor, Text } from '@mantine/core'
import type { ObservableKind } from '@sallyport/shared'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { BlockedMark } from '../../components/ui/blocked-mark'
import { KnownOfAlert } from '../../components/ui/knowledge'
import { TimeText } from '../../components/ui/time-text'
import { ValueText } from '../../components/ui/value-text'
import { paths } from '../../config/paths'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { AlertSummary_AlertFragment, TimeSource } from '../../gql/graphql'
import { formatCount, formatEnum, sentence } from '../../lib/format'
import { placeName } from '../../lib/place-name'
import { firewallName } from './alert-columns'
import { type NarrowTo, type ValueFilterName, valueFilters } from './narrow-to'
import classes from './alert-panel.module.css'

const AlertSummary_Alert = graphql(`
  fragment AlertSummary_Alert on Alert {
    id
    occurredAt
    receivedAt
    timeSource
    subtype
    action
    blocked
    threatId
    threatName
    threatCategory
    attackerSide
    victimSide
    commandControl
    direction
    source {
      address
      host
      port
      user
      zone
      location
    }
    destination {
      address
      host
      port
      user
      zone
      location
    }
    app
    rule
    vsys
    category
    url
    domain
    fileName
    fileType
    fileDigest
    verdict
    reportId
    mailSender
    mailSubject
    mailRecipient
    sessionId
    sequence
    repeatCount
    sender
    linkKey
    linkValue
    firewall {
      id
      name
      serial
    }
    incident {
      id
      number
      title
    }
  }
`)

const TIME_SOURCES: Readonly<Record<TimeSource, string>> = {
  HIGH_RESOLUTION: 'told by the firewall with its zone',
  CONFIGURED_ZONE: 'told by the firewall, read in the zone set for it',
  ARRIVAL: 'time of arrival: the line tells none that can be read',
}

interface AlertSummaryProps {
  readonly alert: FragmentType<typeof AlertSummary_Alert>
  readonly narrowTo: NarrowTo
}

/** What an analyst asks first: stopped or not, who against whom, with what, through which firewall and rule. */
export function AlertSummary({ alert: masked, narrowTo }: AlertSummaryProps) {
  const alert = readFragment(AlertSummary_Alert, masked)
  const value = (text: string | null, names: readonly ValueFilterName[] = [], mono = false, kind?: ObservableKind) =>
    text ? <ValueText value={text} kind={kind} filters={valueFilters(narrowTo, text, names)} mono={mono} /> : null
  return (
    <>
      <Facts
        facts={[
          ['Outcome', <BlockedMark key="outcome" blocked={alert.blocked} action={alert.action} />],
          ['Time', <Occurred key="time" alert={alert} />],
          ['Incident', alert.incident && <IncidentOfAlert alert={alert} incident={alert.incident} />],
        ]}
      />
      <KnownOfAlert />
      <div className={classes['ends']}>
        <EndCard alert={alert} side="SOURCE" narrowTo={narrowTo} />
        <EndCard alert={alert} side="DESTINATION" narrowTo={narrowTo} />
      </div>
      <Facts
        facts={[
          ['Threat', value(alert.threatName, ['threat'])],
          ['Threat id', value(alert.threatId, ['threatId'])],
          ['Threat category', value(alert.threatCategory)],
          ['Subtype', value(alert.subtype, ['subtype'])],
          ['Verdict', alert.verdict && sentence(formatEnum(alert.verdict))],
          ['URL', value(alert.url, ['url'], true, 'URL')],
          ['Domain', value(alert.domain, ['url'], true, 'DOMAIN')],
          ['URL category', value(alert.category)],
          ['File', value(alert.fileName, ['url'], true)],
          ['File type', value(alert.fileType)],
          ['File hash', value(alert.fileDigest, ['hash'], true, 'FILE_HASH')],
          ['WildFire report', value(alert.reportId)],
          ['Mail from', value(alert.mailSender, ['q'])],
          ['Mail to', value(alert.mailRecipient, ['q'])],
          ['Mail subject', value(alert.mailSubject, ['q'])],
        ]}
      />
      <Facts
        facts={[
          ['Application', value(alert.app)],
          ['Direction', alert.direction && sentence(formatEnum(alert.direction))],
          ['Rule', value(alert.rule, ['rule'])],
          ['Firewall', <FirewallOfAlert key="firewall" alert={alert} narrowTo={narrowTo} />],
          ['Virtual system', value(alert.vsys)],
          ['Session', value(alert.sessionId)],
          ['Sequence', value(alert.sequence)],
          ['Repeated', alert.repeatCount > 1 ? `${formatCount(alert.repeatCount)} events in one line` : null],
          ['Arrived from', value(alert.sender)],
        ]}
      />
    </>
  )
}

/** Names and values; those without a value are left out. */
function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  const shown = facts.filter(([, value]) => value !== null && value !== '' && value !== false)
  return (
    <dl className={classes['facts']}>
      {shown.map(([name, value]) => (
        <FactPair key={name} name={name} value={value} />
      ))}
    </dl>
  )
}

function FactPair({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function Occurred({ alert }: { alert: AlertSummary_AlertFragment }) {
  return (
    <>
      <TimeText at={alert.occurredAt} exact />{' '}
      <Text span size="xs" c="dimmed">
        (<TimeText at={alert.occurredAt} relative />; {TIME_SOURCES[alert.timeSource]})
      </Text>
      {alert.receivedAt !== alert.occurredAt && (
        <Text size="xs" c="dimmed">
          Arrived <TimeText at={alert.receivedAt} exact />
        </Text>
      )}
    </>
  )
}

interface IncidentOfAlertProps {
  readonly alert: AlertSummary_AlertFragment
  readonly incident: NonNullable<AlertSummary_AlertFragment['incident']>
}

function IncidentOfAlert({ alert, incident }: IncidentOfAlertProps) {
  return (
    <>
      <Anchor component={Link} to={paths.incident(incident.number)} size="sm" fw={600}>
        INC-{incident.number}
      </Anchor>{' '}
      {incident.title}
      {alert.linkKey && (
        <Text size="xs" c="dimmed">
          Linked by {formatEnum(alert.linkKey)} {alert.linkValue}
        </Text>
      )}
    </>
  )
}

interface OfAlertProps {
  readonly alert: AlertSummary_AlertFragment
  readonly narrowTo: NarrowTo
}

function FirewallOfAlert({ alert: { firewall }, narrowTo }: OfAlertProps) {
  const filters = [{ label: 'Only this firewall', apply: () => narrowTo({ firewall: [firewall.id] }) }]
  return (
    <ValueText value={firewall.serial} filters={filters}>
      {firewallName(firewall)}
      {firewall.name && (
        <Text span size="xs" c="dimmed">
          {' '}
          {firewall.serial}
        </Text>
      )}
    </ValueText>
  )
}

function EndCard({ alert, side, narrowTo }: OfAlertProps & { side: 'SOURCE' | 'DESTINATION' }) {
  const end = side === 'SOURCE' ? alert.source : alert.destination
  const attacks = alert.attackerSide === side
  const role = attacks ? (alert.commandControl ? 'command and control' : 'attacker') : alert.victimSide === side ? 'victim' : null
  const roleFilter = attacks
    ? (['attacker', 'address'] as const)
    : role === 'victim'
      ? (['victim', 'address'] as const)
      : (['address'] as const)
  const value = (text: string | null, names: readonly ValueFilterName[], kind: ObservableKind) =>
    text && <ValueText value={text} kind={kind} filters={valueFilters(narrowTo, text, names)} />
  return (
    <section className={classes['end']}>
      <h3>
        {side === 'SOURCE' ? 'Source' : 'Destination'}
        {role && `: ${role}`}
      </h3>
      <Facts
        facts={[
          ['Address', value(end.address, roleFilter, 'ADDRESS')],
          ['Host', value(end.host, ['q'], 'HOST')],
          ['Port', end.port],
          ['User', value(end.user, ['user'], 'USER')],
          ['Zone', end.zone],
          ['Location', placeName(end.location)],
        ]}
      />
    </section>
  )
}
