import { AddressOrder, TimeSource } from '@sallyport/shared'
import { sidesOf } from './sides.js'
import type { FirewallSettings, ToldAlert, UnderstoodAlert } from './told-alert.js'
import { instantOfLocal } from './zone-clock.js'

/** Firewalls of releases before 10.0 behind a newer Panorama show 1969 or 1970 in the high resolution timestamp. */
const EARLIEST = Date.UTC(2000, 0, 1)
/** A time further ahead of its arrival is of a clock that is wrong, whatever its zone. */
const AHEAD_MAX = 24 * 60 * 60 * 1_000

/** Actions with which the firewall let the traffic go on. What was let go before a WildFire verdict says `allow`. */
const NOT_STOPPED: ReadonlySet<string> = new Set(['', 'alert', 'allow', 'continue', 'override'])

/** Adds to a told alert what depends on its firewall's settings and on its arrival (epoch milliseconds). */
export function understand(told: ToldAlert, settings: FirewallSettings, receivedAt: number): UnderstoodAlert {
  const time = timeOfAlert(told, settings.timeZone, receivedAt)
  const order = settings.addressOrder === AddressOrder.AUTO ? told.addressOrder : settings.addressOrder
  const sides = sidesOf(told, order)
  return {
    ...told,
    occurredAt: time.at,
    timeSource: time.source,
    blocked: isBlocked(told.action),
    attackerSide: sides.attacker,
    victimSide: sides.victim,
    commandControl: sides.commandControl,
  }
}

/** Whether the firewall stopped it; an action that is not told is not claimed to have. */
export const isBlocked = (action: string): boolean => !NOT_STOPPED.has(action)

/** The time that bears its zone, else the local time in the configured zone, else the arrival. */
export function timeOfAlert(told: ToldAlert, timeZone: string, receivedAt: number): { readonly at: number; readonly source: TimeSource } {
  if (told.zonedTime !== undefined && isPlausible(told.zonedTime, receivedAt))
    return { at: told.zonedTime, source: TimeSource.HIGH_RESOLUTION }
  const local = told.localTime === undefined ? undefined : instantOfLocal(told.localTime, timeZone, receivedAt)
  if (local !== undefined && isPlausible(local, receivedAt)) return { at: local, source: TimeSource.CONFIGURED_ZONE }
  return { at: receivedAt, source: TimeSource.ARRIVAL }
}

const isPlausible = (time: number, receivedAt: number): boolean => time >= EARLIEST && time <= receivedAt + AHEAD_MAX
