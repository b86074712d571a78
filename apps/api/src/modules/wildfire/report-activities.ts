import type { XmlElement } from '../../platform/xml.js'
import type { IndicatorSet } from './report-indicators.js'
import { attribute, children, cleanText } from './report-parts.js'
import type { ReportActivity } from './wildfire-report.js'
import { verdictOfName } from './wildfire-verdict.js'

const ACTION_MAX = 60

/** Empty where there is no subject: nothing to show. */
function activity(action: string, subject: string | undefined, ...details: (string | undefined)[]): ReportActivity[] {
  const what = cleanText(subject)
  if (what === null || /^(<null>|n\/a)$/i.test(what)) return []
  const detail = cleanText(details.filter(text => text !== undefined && text !== '' && text !== 'N/A').join(', '))
  return [{ action: cleanText(action, ACTION_MAX) ?? '', subject: what, detail }]
}

/** TCP and UDP partners, names asked for, requests, and what static analyzers found inside the file. */
export function* networkOf(report: XmlElement, indicators: IndicatorSet): Generator<ReportActivity> {
  for (const section of children(report, 'network')) for (const entry of section.children) yield* contact(entry, indicators)
  for (const entry of children(report, 'extracted_urls', 'entry')) {
    const url = attribute(entry, 'url') ?? entry.text
    const told = attribute(entry, 'verdict')
    indicators.addUrl(url, verdictOfName(told))
    yield* activity('URL in the file', url, told)
  }
  for (const [section, action] of ELF_SECTIONS)
    for (const entry of children(report, 'elf_info', section, 'entry')) {
      if (section === 'urls') indicators.addUrl(entry.text)
      else indicators.addHost(entry.text)
      yield* activity(action, entry.text)
    }
}

const ELF_SECTIONS = [
  ['domains', 'Domain in the file'],
  ['ip_addresses', 'Address in the file'],
  ['urls', 'URL in the file'],
] as const

function* contact(entry: XmlElement, indicators: IndicatorSet): Generator<ReportActivity> {
  switch (entry.name.toLowerCase()) {
    case 'tcp':
    case 'udp': {
      const address = attribute(entry, 'ip')
      indicators.add('ADDRESS', address)
      const port = attribute(entry, 'port')
      const subject = address?.includes(':') ? `[${address}]` : address
      return yield* activity(
        entry.name.toUpperCase(),
        port === undefined ? subject : `${subject ?? ''}:${port}`,
        attribute(entry, 'country'),
      )
    }
    case 'dns': {
      const [query, response] = [attribute(entry, 'query'), attribute(entry, 'response')]
      indicators.addHost(query)
      for (const answer of response?.split(/[\s,;]+/) ?? []) if (/^[0-9a-f:.]+$/i.test(answer)) indicators.add('ADDRESS', answer)
      return yield* activity(`DNS ${attribute(entry, 'type') ?? ''}`.trim(), query, response)
    }
    case 'url': {
      const url = `${attribute(entry, 'host') ?? ''}${attribute(entry, 'uri') ?? ''}` || attribute(entry, 'url')
      indicators.addUrl(url)
      return yield* activity(`HTTP ${attribute(entry, 'method') ?? ''}`.trim(), url, attribute(entry, 'user_agent'))
    }
    default:
  }
}

/** Processes with what they started, and what they did to the registry, services and mutexes. */
export function* processesOf(report: XmlElement): Generator<ReportActivity> {
  for (const process of children(report, 'process_list', 'process')) {
    yield* activity('Process', attribute(process, 'name'), attribute(process, 'command'))
    for (const section of process.children) for (const entry of section.children) yield* deed(section.name.toLowerCase(), entry)
  }
  for (const process of children(report, 'process_tree', 'process')) yield* treeOf(process, undefined, 0)
}

const TREE_DEPTH_MAX = 32

function* treeOf(process: XmlElement, parent: string | undefined, depth: number): Generator<ReportActivity> {
  const name = attribute(process, 'name')
  yield* activity(parent === undefined ? 'Process' : `Started by ${baseName(parent)}`, name, attribute(process, 'text'))
  if (depth >= TREE_DEPTH_MAX) return
  for (const child of [...children(process, 'child', 'process'), ...children(process, 'process')]) yield* treeOf(child, name, depth + 1)
}

const baseName = (path: string): string => cleanText(path.split(/[\\/]/).at(-1), 100) ?? ''

function* deed(section: string, entry: XmlElement): Generator<ReportActivity> {
  switch (section) {
    case 'process_created':
      return yield* activity('Started', attribute(entry, 'child_process_name', 'child_process_image', 'name'), attribute(entry, 'command'))
    case 'registry': {
      const key = [attribute(entry, 'key'), attribute(entry, 'subkey')].filter(part => part !== undefined).join('\\')
      return yield* activity(`Registry ${entry.name}`, key, attribute(entry, 'data'))
    }
    case 'service':
      return yield* activity(
        `Service ${entry.name}`,
        attribute(entry, 'service_name', 'name', 'servicename'),
        attribute(entry, 'path', 'filepath'),
      )
    case 'mutex':
      return yield* activity(`Mutex ${entry.name}`, attribute(entry, 'name'))
    default:
  }
}

/** Files that were written, renamed or deleted, and those that WildFire kept as evidence. */
export function* filesOf(report: XmlElement, indicators: IndicatorSet): Generator<ReportActivity> {
  for (const owner of [...children(report, 'process_list', 'process'), report])
    for (const entry of children(owner, 'file').flatMap(section => section.children)) {
      const hash = hashOf(entry)
      indicators.add('FILE_HASH', hash)
      yield* activity(entry.name, attribute(entry, 'name', 'new_name', 'old_name'), attribute(entry, 'type'), sizeOf(entry), hash)
    }
  for (const entry of children(report, 'evidence', 'file', 'entry')) {
    const hash = hashOf(entry)
    indicators.add('FILE_HASH', hash)
    yield* activity('Evidence', attribute(entry, 'text', 'name') ?? (entry.text || hash), hash)
  }
}

const hashOf = (entry: XmlElement): string | undefined =>
  [attribute(entry, 'sha256'), attribute(entry, 'sha1'), attribute(entry, 'md5')].find(
    hash => hash !== undefined && /^[0-9a-f]{32,64}$/i.test(hash),
  )

function sizeOf(entry: XmlElement): string | undefined {
  const size = attribute(entry, 'size')
  return size !== undefined && /^\d+$/.test(size) ? `${size} bytes` : undefined
}
