import { isIP } from 'node:net'
import { result } from './answers.js'
import { type Device } from './device.js'
import { dynamicMembers } from './dynamic-groups.js'
import { scopesOf } from './references.js'
import { type RegisteredIp, canonicalRegisterIp } from './registered-ips.js'
import { type XmlElement, childOf, escapeText, escapeXml, textAt } from './xml.js'

/** The most entries that one answer holds. */
const PAGE = 500

export function systemInfo(device: Device): string {
  const seconds = Math.floor((device.now() - device.bootedAt) / 1000)
  const clock = [3600, 60, 1]
    .map(unit => String(Math.floor((seconds % (unit === 3600 ? 86_400 : unit * 60)) / unit)).padStart(2, '0'))
    .join(':')
  const facts: Readonly<Record<string, string>> = {
    hostname: device.hostname,
    'ip-address': '127.0.0.1',
    'ipv6-address': 'unknown',
    time: `${new Date(device.now()).toUTCString()}\n`,
    uptime: `${Math.floor(seconds / 86_400)} days, ${clock}`,
    devicename: device.hostname,
    family: device.isPanorama ? 'pc' : 'vm',
    model: device.model,
    serial: device.serial,
    'sw-version': device.version,
    'app-version': '8496-7089',
    'url-db': 'paloaltonetworks',
    'system-mode': device.isPanorama ? 'panorama' : '',
    'operational-mode': 'normal',
    'multi-vsys': device.multiVsys ? 'on' : 'off',
  }
  return Object.entries(facts)
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `<${tag}>${escapeText(value)}</${tag}>`)
    .join('')
}

/** Capacities as `show system state filter cfg.general.max*` prints them. */
export function systemState(device: Device, filter: string): string {
  const state: Readonly<Record<string, number>> = {
    'cfg.general.max-address': device.limits.addressObjects,
    'cfg.general.max-address-per-group': device.limits.addressesPerGroup,
    'cfg.general.max-registered-ip-address': device.limits.registeredIps,
  }
  const pattern = new RegExp(`^${filter.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`)
  return Object.entries(state)
    .filter(([name]) => pattern.test(name))
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}

export function journal(device: Device, owners: readonly string[]): string {
  const entries = device.store
    .changes()
    .filter(({ owner }) => owners.length === 0 || owners.includes(owner))
    .map(({ path, owner, action }) => {
      const kind = path.startsWith('/config/shared')
        ? 'shared-object'
        : path.includes('/device-group/')
          ? 'device-group'
          : 'policy-and-objects'
      return (
        `<entry><xpath>${escapeXml(path)}</xpath><owner>${escapeText(owner)}</owner><action> ${action}</action>` +
        `<admin-history>${escapeText(owner)}</admin-history><component-type>${kind}</component-type></entry>`
      )
    })
  return entries.length === 0 ? '<journal/>' : `<journal>${entries.join('')}</journal>`
}

/** One page of the IP-tags; up to 7.1 more than a page went into a file of which only the name came back. */
export function registeredIps(device: Device, vsys: string, query: XmlElement): string {
  const tag = childOf(childOf(query, 'tag'), 'entry')?.attributes['name']
  const asked = textAt(query, 'ip')
  const ip = asked === undefined ? undefined : (canonicalRegisterIp(asked, device.major) ?? asked)
  const matching = device.registered
    .list(vsys)
    .filter(each => (tag === undefined || each.tags.includes(tag)) && (ip === undefined || each.ip === ip))
  if (device.major < 8 && matching.length > PAGE) return result('<msg><line><outfile>/var/log/clioutput/regipdump</outfile></line></msg>')
  const limit = Math.min(PAGE, Math.max(1, Number(textAt(query, 'limit') ?? PAGE) || PAGE))
  const start = Math.max(1, Number(textAt(query, 'start-point') ?? 1) || 1)
  const page = matching.slice(start - 1, start - 1 + limit)
  return result(`${page.map(each => registeredIp(device, each)).join('')}<count>${page.length}</count>`)
}

function registeredIp(device: Device, { ip, persistent, tags }: RegisteredIp): string {
  const suffix = device.faults.readBackPrefix && isIP(ip) !== 0 ? (isIP(ip) === 4 ? '/32' : '/128') : ''
  const members = tags.map(tag => `<member>${escapeText(tag)}</member>`).join('')
  return `<entry ip="${ip}${suffix}" from_agent="0" persistent="${persistent ? 1 : 0}"><tag>${members}</tag></entry>`
}

export function dynamicGroups(device: Device): string {
  const scopes = scopesOf(device.store.running)
  const shared = scopes.find(({ label }) => label === 'shared')?.node
  return scopes
    .flatMap(({ node }) =>
      [...(node.at('address-group')?.children.values() ?? [])].map(group => {
        const filter = group.at('dynamic', 'filter')?.text
        if (filter === undefined) return ''
        const vsys = node === shared ? 'shared' : (node.name ?? '')
        const members = dynamicMembers(
          filter,
          device.registered.list(vsys === 'shared' ? 'vsys1' : vsys),
          node === shared ? [shared] : [node, shared],
        )
        const list = members.map(({ name, type }) => `<entry name="${escapeXml(name)}" type="${type}"/>`).join('')
        return (
          `<entry><vsys>${vsys}</vsys><group-name>${escapeText(group.name ?? '')}</group-name><filter>${escapeText(filter)}</filter>` +
          `<member-list>${list}</member-list></entry>`
        )
      }),
    )
    .join('')
}

export const deviceGroups = (device: Device): string =>
  Object.entries(device.deviceGroups)
    .map(
      ([name, serials]) =>
        `<entry name="${escapeXml(name)}"><devices>${serials.map(serial => managedDevice(device, serial)).join('')}</devices></entry>`,
    )
    .join('')

export const managedDevices = (device: Device): string =>
  [...new Set(Object.values(device.deviceGroups).flat())].map(serial => managedDevice(device, serial)).join('')

function managedDevice(panorama: Device, serial: string): string {
  const firewall = panorama.managed.get(serial)
  const known = firewall
    ? `<hostname>${escapeText(firewall.hostname)}</hostname><ip-address>127.0.0.1</ip-address><model>${firewall.model}</model><sw-version>${firewall.version}</sw-version>`
    : ''
  const connected = firewall === undefined || firewall.faults.unreachable ? 'no' : 'yes'
  return `<entry name="${serial}"><serial>${serial}</serial><connected>${connected}</connected>${known}<multi-vsys>no</multi-vsys><vsys/></entry>`
}
