import { Anchor } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Link } from 'react-router'
import { BlockedMark } from '../../components/ui/blocked-mark'
import type { RowGridColumn } from '../../components/ui/row-grid'
import { SeverityBadge } from '../../components/ui/severity-badge'
import { TimeInZone } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import type { AlertRow_AlertFragment } from '../../gql/graphql'
import { formatCount, formatZone } from '../../lib/format'
import classes from './alert-columns.module.css'

export const AlertRow_Alert = graphql(`
  fragment AlertRow_Alert on Alert {
    id
    receivedAt
    occurredAt
    severity
    subtype
    threatName
    action
    blocked
    verdict
    repeatCount
    app
    rule
    url
    fileName
    attackerSide
    source {
      address
      user
    }
    destination {
      address
      user
    }
    firewall {
      id
      name
      serial
    }
    incident {
      id
      number
    }
  }
`)

export type AlertRow = AlertRow_AlertFragment

interface ColumnOptions {
  readonly timeZone: string
  /** False inside an incident, where it would say the same in every row. */
  readonly withIncident: boolean
}

const INCIDENT_COLUMN: RowGridColumn<AlertRow> = {
  key: 'incident',
  header: 'Incident',
  track: '72px',
  min: 72,
  cell: alert => <IncidentLink alert={alert} />,
}

/** In the order of what an analyst asks; the last ones may need scrolling sideways on small screens. */
export function alertColumns({ timeZone, withIncident }: ColumnOptions): readonly RowGridColumn<AlertRow>[] {
  return [
    {
      key: 'time',
      header: `Time (${formatZone(timeZone)})`,
      track: '148px',
      min: 148,
      cell: alert => <TimeInZone at={alert.occurredAt} timeZone={timeZone} />,
    },
    { key: 'severity', header: 'Severity', track: '80px', min: 80, cell: alert => <SeverityBadge severity={alert.severity} /> },
    { key: 'threat', header: 'Threat', track: 'minmax(170px, 2.2fr)', min: 170, cell: alert => <Threat alert={alert} /> },
    {
      key: 'action',
      header: 'Action',
      track: 'minmax(144px, 0.8fr)',
      min: 144,
      cell: alert => <BlockedMark blocked={alert.blocked} action={alert.action} />,
    },
    { key: 'ends', header: 'Attacker → victim', track: 'minmax(236px, 2fr)', min: 236, cell: alert => <Ends alert={alert} /> },
    ...(withIncident ? [INCIDENT_COLUMN] : []),
    { key: 'subtype', header: 'Subtype', track: '92px', min: 92, cell: alert => alert.subtype },
    { key: 'app', header: 'App', track: 'minmax(84px, 0.7fr)', min: 84, cell: alert => alert.app },
    { key: 'rule', header: 'Rule', track: 'minmax(90px, 0.9fr)', min: 90, cell: alert => alert.rule },
    {
      key: 'firewall',
      header: 'Firewall',
      track: 'minmax(90px, 0.8fr)',
      min: 90,
      cell: alert => <span title={alert.firewall.serial}>{firewallName(alert.firewall)}</span>,
    },
  ]
}

/** Two lines for narrow screens: what and when, then who against whom. */
export function compactAlert(timeZone: string, now: number) {
  return function CompactAlert(alert: AlertRow) {
    return (
      <div className={classes['compact']}>
        <div className={classes['line']}>
          <SeverityBadge severity={alert.severity} mark />
          <span className={classes['grow']}>
            <Threat alert={alert} />
          </span>
          <span className={classes['quiet']}>
            <TimeInZone at={alert.occurredAt} timeZone={timeZone} show="auto" now={now} />
          </span>
        </div>
        <div className={classes['line']}>
          <span className={classes['grow']}>
            <Ends alert={alert} />
          </span>
          <BlockedMark blocked={alert.blocked} />
        </div>
      </div>
    )
  }
}

export function firewallName(firewall: { readonly name: string; readonly serial: string }): string {
  return firewall.name || firewall.serial
}

function Threat({ alert }: { alert: AlertRow }) {
  const detail = alert.fileName ?? alert.url
  return (
    <span title={detail ?? alert.threatName}>
      {alert.threatName || detail || alert.subtype}
      {alert.repeatCount > 1 && <span className={classes['quiet']}> × {formatCount(alert.repeatCount)}</span>}
      {detail && alert.threatName && <span className={classes['quiet']}> {detail}</span>}
    </span>
  )
}

/** Attacker first. Where the line cannot say who attacks, source first, and a plain dash instead of the arrow. */
function Ends({ alert }: { alert: AlertRow }) {
  const [first, second] = alert.attackerSide === 'DESTINATION' ? [alert.destination, alert.source] : [alert.source, alert.destination]
  const known = alert.attackerSide !== null
  return (
    <span className={classes['ends']} title={`${endText(first)} ${known ? '→' : '–'} ${endText(second)}`}>
      <End {...first} />
      {known ? <IconArrowRight size={12} aria-label="attacks" className={classes['arrow']} /> : <span aria-label="and">–</span>}
      <End {...second} />
    </span>
  )
}

interface EndProps {
  readonly address: string | null
  readonly user: string | null
}

function End({ address, user }: EndProps) {
  return (
    <span className={classes['end']}>
      <span className={classes['address']}>{address ?? '?'}</span>
      {user && <span className={classes['user']}>{user}</span>}
    </span>
  )
}

function endText({ address, user }: EndProps): string {
  return [address ?? '?', user].filter(Boolean).join(' ')
}

function IncidentLink({ alert: { incident } }: { alert: AlertRow }) {
  return (
    incident && (
      <Anchor component={Link} to={paths.incident(incident.number)} size="sm" tabIndex={-1}>
        INC-{incident.number}
      </Anchor>
    )
  )
}
