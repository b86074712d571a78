import { Direction, Side } from '@sallyport/shared'
import { isDnsSignature } from './tell-alert.js'
import type { ToldAlert } from './told-alert.js'

/** Which end of the session attacks, and which is the host to look at. */
export interface Sides {
  readonly attacker: Side | undefined
  readonly victim: Side | undefined
  /** The attacker is a command-and-control server. */
  readonly commandControl: boolean
}

type SidesInput = Pick<
  ToldAlert,
  'subtype' | 'direction' | 'srcIp' | 'dstIp' | 'app' | 'dstPort' | 'threatId' | 'threatCategory' | 'category'
>

const FLOODS: ReadonlySet<string> = new Set(['flood', 'scan', 'packet'])
const LEAKS: ReadonlySet<string> = new Set(['data', 'dlp', 'dlp-non-file'])

const otherSide = (side: Side): Side => (side === Side.SOURCE ? Side.DESTINATION : Side.SOURCE)

/**
 * Sides by subtype and direction. On server-to-client lines of releases up to 8.0 the source is the server that sent the
 * content (order CONTENT); from 8.1 it is the client, as in traffic logs (order SESSION). An attacker without an address
 * is none: floods may hide theirs, and behind a DNS lookup stands a domain, the other end being but a resolver.
 */
export function sidesOf(alert: SidesInput, order: 'CONTENT' | 'SESSION'): Sides {
  const download = alert.direction === Direction.SERVER_TO_CLIENT
  const client = download && order === 'CONTENT' ? Side.DESTINATION : Side.SOURCE
  const server = otherSide(client)
  const sides = sidesOfSubtype(alert, client, server, download)
  const address = sides.attacker === Side.SOURCE ? alert.srcIp : alert.dstIp
  return address === undefined ? { ...sides, attacker: undefined } : sides
}

function sidesOfSubtype(alert: SidesInput, client: Side, server: Side, download: boolean): Sides {
  const { subtype } = alert
  // Where the bad content comes from, and where it goes.
  const sender = download ? server : client
  const attack: Sides = { attacker: sender, victim: otherSide(sender), commandControl: false }
  if (subtype === 'spyware') return spywareSides(alert, client, server)
  if (subtype === 'url') return { attacker: server, victim: client, commandControl: alert.category === 'command-and-control' }
  if (LEAKS.has(subtype)) return { attacker: sender, victim: undefined, commandControl: false }
  if (FLOODS.has(subtype)) return { attacker: Side.SOURCE, victim: Side.DESTINATION, commandControl: false }
  // vulnerability, virus, wildfire, file …, and whatever subtypes come: the content's sender is to blame.
  return attack
}

/** Spyware phones home: the client is infected. Signatures 20000 to 29999 catch its download instead. */
function spywareSides(alert: SidesInput, client: Side, server: Side): Sides {
  if (isDnsSignature(alert)) return { attacker: undefined, victim: client, commandControl: alert.threatCategory === 'dns-c2' }
  const download = alert.threatId !== undefined && alert.threatId >= 20_000n && alert.threatId < 30_000n
  return { attacker: server, victim: client, commandControl: !download }
}
