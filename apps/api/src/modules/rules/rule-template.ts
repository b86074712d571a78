import { severityOfRank } from '@sallyport/shared'
import { attackerOf, targetOf, userOf, type AlertFacts } from './judged-alert.js'

export interface TemplateFacts {
  readonly alert: AlertFacts
  readonly alertId: string
  readonly incidentId: string | null
}

const FILLED_MAX = 1_000

/** {threat} and the like filled in; what the alert does not have is '–', other braces stay. One line, bounded. */
export function fillTemplate(template: string, { alert, alertId, incidentId }: TemplateFacts): string {
  const values: Readonly<Record<string, string | null | undefined>> = {
    threat: alert.threatName || alert.subtype,
    attacker: attackerOf(alert),
    target: targetOf(alert),
    user: userOf(alert),
    rule: alert.rule,
    firewall: alert.firewallName || alert.firewallSerial,
    alert: alertId,
    incident: incidentId === null ? null : `INC-${incidentId}`,
    url: alert.url,
    domain: alert.domain,
    file: alert.fileName,
    severity: severityOfRank(alert.severity).toLowerCase(),
  }
  return template
    .replaceAll(/\{([a-z]+)\}/g, (whole, key: string) => (Object.hasOwn(values, key) ? (values[key] || '–').slice(0, 300) : whole))
    .slice(0, FILLED_MAX)
    .replaceAll('\0', '')
    .trim()
}
