import { castFirewalls, type DemoFirewall } from './cast.js'
import { createRandom, type Random } from './random.js'
import { SCENES, type Fields } from './scenes.js'
import { buildThreatLine } from '../../apps/api/src/modules/panos-log/index.js'

export interface DemoLine {
  readonly text: string
  readonly firewall: string
  /** What the server should make of it. */
  readonly kind: 'alert' | 'set-aside' | 'unreadable'
  /** For people: subtype, severity and threat, or the log type. */
  readonly summary: string
}

export interface ScenarioOptions {
  readonly firewalls: number
  readonly seed: number
  readonly header: 'BSD' | 'IETF'
}

const SET_ASIDE_SHARE = 0.08
const BROKEN_SHARE = 0.004

/** An endless story: call it with the time of each line (epoch milliseconds). The firewalls' clocks run on UTC. */
export function createScenario({ firewalls: count, seed, header }: ScenarioOptions): (now: number) => DemoLine {
  const random = createRandom(seed)
  const firewalls = castFirewalls(count, random)
  const sequences = new Map(firewalls.map(firewall => [firewall.serial, BigInt(random.between(1, 2 ** 31)) << 28n]))
  const nextSequence = (firewall: DemoFirewall) => {
    const sequence = (sequences.get(firewall.serial) ?? 0n) + 1n
    sequences.set(firewall.serial, sequence)
    return String(sequence)
  }
  return now => {
    const firewall = random.pick(firewalls)
    if (random.chance(BROKEN_SHARE)) return brokenLine(random, firewall, now)
    if (random.chance(SET_ASIDE_SHARE)) return otherLine(random, firewall, now, nextSequence(firewall))
    return alertLine({ random, firewall, now, sequence: nextSequence(firewall), header })
  }
}

interface AlertContext extends Pick<ScenarioOptions, 'header'> {
  readonly random: Random
  readonly firewall: DemoFirewall
  readonly now: number
  readonly sequence: string
}

function alertLine({ random, firewall, now, sequence, header }: AlertContext): DemoLine {
  const scene = random.weighted(SCENES)(random, firewall)
  const fields: Fields = {
    serial: firewall.serial,
    device_name: firewall.name,
    config_ver: String(firewall.configVersion),
    inbound_if: 'ethernet1/1',
    outbound_if: 'ethernet1/2',
    logset: 'to-sallyport',
    sessionid: String(random.between(1, 4_000_000)),
    sport: String(random.between(1024, 65_535)),
    proto: 'tcp',
    category: 'any',
    seqno: sequence,
    ...scene,
  }
  return {
    text: buildThreatLine(fields, { layout: firewall.layout, header, host: firewall.name, at: now - random.between(5, 900) }),
    firewall: firewall.name,
    kind: 'alert',
    summary: `${fields.subtype ?? ''} ${fields.severity ?? ''} ${fields.threatid ?? ''} ${fields.misc ?? ''}`.trimEnd(),
  }
}

/** TRAFFIC and SYSTEM lines arrive when a log forwarding profile sends more than threats: counted, set aside. */
function otherLine(random: Random, firewall: DemoFirewall, now: number, sequence: string): DemoLine {
  const time = localTime(now)
  const [type, rest] = random.chance(0.7)
    ? [
        'TRAFFIC',
        `end,${firewall.configVersion},${time},10.${firewall.site}.8.20,198.51.100.23,0.0.0.0,0.0.0.0,users-out,,,ssl,vsys1,trust,untrust`,
      ]
    : [
        'SYSTEM',
        `auth,${firewall.configVersion},${time},,auth-success,,0,0,general,informational,"authenticated for user 'admin', from 10.0.0.5",${sequence},0x0`,
      ]
  return {
    text: `<14>${bsdTime(now)} ${firewall.name} 1,${time},${firewall.serial},${type},${rest}`,
    firewall: firewall.name,
    kind: 'set-aside',
    summary: type,
  }
}

/** A relay that garbles what it passes on: no payload is left to find. */
function brokenLine(random: Random, firewall: DemoFirewall, now: number): DemoLine {
  return {
    text: `<14>${bsdTime(now)} ${firewall.name} relay: ${random.hex(40)} [message lost]`,
    firewall: firewall.name,
    kind: 'unreadable',
    summary: 'a garbled line',
  }
}

/** 'YYYY/MM/DD hh:mm:ss' of a clock on UTC. */
const localTime = (at: number) => new Date(at).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ')

/** 'Mmm dd hh:mm:ss', the day padded with a blank (RFC 3164 4.1.2). */
function bsdTime(at: number): string {
  const [, day = '', month = '', , time = ''] = new Date(at).toUTCString().split(' ')
  return `${month} ${String(Number(day)).padStart(2, ' ')} ${time}`
}
