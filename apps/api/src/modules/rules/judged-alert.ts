import { severityRank, type Direction, type RuleValue, type Side, type Verdict } from '@sallyport/shared'
import type { UnderstoodAlert } from '../panos-log/index.js'

/** What the line itself tells of an alert, whether it is about to be stored or was stored long ago. */
export interface AlertFacts {
  /** Epoch ms. */
  readonly occurredAt: number
  /** Name of the source. */
  readonly source: string
  readonly firewallName: string
  readonly firewallSerial: string
  readonly subtype: string
  /** 0 unknown … 5 critical. */
  readonly severity: number
  readonly action: string
  readonly blocked: boolean
  readonly commandControl: boolean
  readonly direction?: Direction | null | undefined
  readonly threatName: string
  readonly threatId?: string | bigint | null | undefined
  readonly threatCategory?: string | null | undefined
  readonly category?: string | null | undefined
  readonly app?: string | null | undefined
  readonly rule?: string | null | undefined
  readonly srcZone?: string | null | undefined
  readonly dstZone?: string | null | undefined
  readonly vsys?: string | null | undefined
  readonly srcIp?: string | null | undefined
  readonly dstIp?: string | null | undefined
  readonly srcUser?: string | null | undefined
  readonly dstUser?: string | null | undefined
  readonly srcHost?: string | null | undefined
  readonly dstHost?: string | null | undefined
  readonly srcLocation?: string | null | undefined
  readonly dstLocation?: string | null | undefined
  readonly attackerSide?: Side | null | undefined
  readonly victimSide?: Side | null | undefined
  readonly url?: string | null | undefined
  readonly domain?: string | null | undefined
  readonly fileName?: string | null | undefined
  readonly fileType?: string | null | undefined
  readonly fileDigest?: string | null | undefined
  readonly verdict?: Verdict | null | undefined
  readonly mailSender?: string | null | undefined
  readonly mailRecipient?: string | null | undefined
}

/** Of an alert that is about to be stored. */
export function factsOfUnderstood(
  alert: UnderstoodAlert,
  firewall: { readonly name: string; readonly serial: string },
  source: string,
): AlertFacts {
  return {
    ...alert,
    source,
    firewallName: firewall.name,
    firewallSerial: firewall.serial,
    severity: severityRank(alert.severity),
    srcHost: alert.srcHostname,
    dstHost: alert.dstHostname,
  }
}

type Optional = string | null | undefined

const ofSide = (side: Side | null | undefined, source: Optional, destination: Optional): string | undefined =>
  (side === 'SOURCE' ? source : side === 'DESTINATION' ? destination : undefined) || undefined

export const attackerOf = (alert: AlertFacts): string | undefined => ofSide(alert.attackerSide, alert.srcIp, alert.dstIp)
export const targetOf = (alert: AlertFacts): string | undefined => ofSide(alert.victimSide, alert.srcIp, alert.dstIp)
export const attackerLocationOf = (alert: AlertFacts): string | undefined =>
  ofSide(alert.attackerSide, alert.srcLocation, alert.dstLocation)
export const targetLocationOf = (alert: AlertFacts): string | undefined => ofSide(alert.victimSide, alert.srcLocation, alert.dstLocation)

/** The user of the victim's side where it has one, else whoever is named. */
export const userOf = (alert: AlertFacts): string | undefined =>
  ofSide(alert.victimSide, alert.srcUser, alert.dstUser) ?? (alert.srcUser || alert.dstUser || undefined)

/** The value that an action is about; undefined: the alert has none. */
export function valueOfAlert(alert: AlertFacts, value: RuleValue): string | undefined {
  switch (value) {
    case 'ATTACKER':
      return attackerOf(alert)
    case 'TARGET':
      return targetOf(alert)
    case 'COMMAND_AND_CONTROL':
      return alert.commandControl ? attackerOf(alert) : undefined
    case 'URL':
      return alert.url || undefined
    case 'DOMAIN':
      return alert.domain || undefined
    case 'FILE_HASH':
      return alert.fileDigest || undefined
    case 'USER':
      return userOf(alert)
  }
}
