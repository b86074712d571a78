// A simulated firewall beside the alert sender, so that lists can be pushed to something.
import { randomBytes } from 'node:crypto'
import { type PanosSimulator, startPanosSimulator, VSYS1 } from '../support/panos-simulator/index.js'

const USERNAME = 'sallyport'
/** As a small firewall: long enough to be watched. */
const COMMIT_MS = 3_000
const LOOK_EVERY_MS = 500
const SHOWN_MAX = 10

/** A group as an administrator left it: mapping a list over it shows the warning. */
const BY_HAND = { group: 'blocked-by-hand', object: 'old-scanner', address: '198.51.100.77' }

export interface DemoFirewall {
  stop(): Promise<void>
}

/** Starts it on a free port of 127.0.0.1, prints how it is added under Devices, and from then on what its groups enforce. */
export async function startDemoFirewall(print: (line: string) => void): Promise<DemoFirewall> {
  const password = randomBytes(9).toString('base64url')
  const firewall = await startPanosSimulator({
    hostname: 'demo-fw-01',
    commitMs: COMMIT_MS,
    admins: [
      { name: USERNAME, password },
      { name: 'alice', password: randomBytes(9).toString('base64url') },
    ],
  })
  await makeGroupByHand(firewall)
  for (const line of introduction(firewall, password)) print(line)
  const shown = new Map<string, string>()
  const timer = setInterval(() => tellChanges(firewall, shown, print), LOOK_EVERY_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await firewall.stop()
    },
  }
}

async function makeGroupByHand(firewall: PanosSimulator): Promise<void> {
  const { group, object, address } = BY_HAND
  const alice = firewall.actAs('alice')
  alice.set(`${VSYS1}/address`, `<entry name="${object}"><ip-netmask>${address}</ip-netmask></entry>`)
  alice.set(`${VSYS1}/address-group`, `<entry name="${group}"><static><member>${object}</member></static></entry>`)
  await alice.commit()
}

const introduction = ({ device, address, fingerprint }: PanosSimulator, password: string): readonly string[] => [
  `A simulated firewall (${device.model}, PAN-OS ${device.version}) runs until Ctrl-C. Add it under Devices:`,
  `  Hostname / IP  ${address}`,
  `  Username       ${USERNAME}`,
  `  Password       ${password}`,
  `  Certificate    ${fingerprint}`,
  `Test connection there shows the certificate: trust it when it is this one. A group made by hand is there, ${BY_HAND.group}.`,
  '',
]

function tellChanges(firewall: PanosSimulator, shown: Map<string, string>, print: (line: string) => void): void {
  for (const [group, values] of enforcedGroups(firewall)) {
    const text = values.length === 0 ? 'nobody' : `${values.slice(0, SHOWN_MAX).join(', ')}${more(values.length - SHOWN_MAX)}`
    if (shown.get(group) === text) continue
    shown.set(group, text)
    print(`demo-fw-01     ${group} holds ${text}`)
  }
}

const more = (count: number): string => (count > 0 ? ` and ${count} more` : '')

/** What is committed or registered, by group. */
function enforcedGroups(firewall: PanosSimulator): readonly (readonly [string, readonly string[]])[] {
  const running = firewall.running()
  return [
    ...running.names(`${VSYS1}/address-group/entry`).map(name => [name, firewall.enforced(name)] as const),
    ...running.names(`${VSYS1}/profiles/custom-url-category/entry`).map(name => [name, firewall.enforcedUrls(name)] as const),
  ]
}
