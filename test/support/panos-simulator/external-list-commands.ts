import { ApiError, result } from './answers.js'
import { type Device } from './device.js'
import { type XmlElement, childOf, escapeText, textAt } from './xml.js'

const PAGE = 100

/** `request system external-list refresh|show|list-capacities`. */
export function externalListCommand(device: Device, request: XmlElement): string {
  const [command] = request.children
  if (command?.tag === 'list-capacities') return result(capacities(device))
  // 7.x names the list without its type.
  const typed = childOf(command, 'type')?.children[0] ?? (device.major < 8 ? command : undefined)
  const name = textAt(typed, 'name')
  if (command === undefined || typed === undefined || name === undefined)
    throw new ApiError(17, [' request -> system -> external-list is unexpected'])
  const client = device.externalLists.find(name, device.major < 8 ? undefined : typed.tag)
  if (client === undefined) throw new ApiError(17, [`${name} is invalid name.Current target-vsys is vsys1`])
  if (command.tag === 'refresh') {
    device.externalLists.enqueueRefresh(name)
    return result('EDL refresh job enqueued')
  }
  if (command.tag !== 'show') throw new ApiError(17, [` request -> system -> external-list -> ${command.tag} is unexpected`])
  const anchor = Math.max(1, Number(textAt(typed, 'anchor') ?? 1) || 1)
  const records = Math.max(1, Number(textAt(typed, 'num-records') ?? PAGE) || PAGE)
  const { valid, totalIgnored, totalInvalid, invalid } = client.state()
  const members = valid.slice(anchor - 1, anchor - 1 + records)
  const list = (tag: string, values: readonly string[]) =>
    values.length === 0 ? '' : `<${tag}>${values.map(value => `<member>${escapeText(value)}</member>`).join('')}</${tag}>`
  // The count is the page's size whether or not there is so much.
  return (
    `<response status="success"><result total-count="${valid.length}" count="${records}"><external-list><vsys>vsys1</vsys><name>${escapeText(name)}</name>` +
    `<total-valid>${valid.length}</total-valid><total-ignored>${totalIgnored}</total-ignored><total-invalid>${totalInvalid}</total-invalid>` +
    `${list('valid-members', members)}${list('invalid-members', invalid.slice(0, PAGE))}</external-list></result></response>`
  )
}

function capacities({ limits, externalLists }: Device): string {
  const line = (type: string, used: number, total: number) =>
    `<${type}><running-cap>${used}</running-cap><total-cap>${total}</total-cap></${type}>`
  return `<edl-capacities>${line('ip', externalLists.used('ip'), limits.edlIps)}${line('domain', externalLists.used('domain'), limits.edlDomains)}${line('url', externalLists.used('url'), limits.edlUrls)}</edl-capacities>`
}
