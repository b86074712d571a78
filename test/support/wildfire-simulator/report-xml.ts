import { createHash } from 'node:crypto'

/** A made-up report. What is left out does not appear in the XML. */
export interface SimulatedReport {
  readonly malware?: boolean
  readonly fileType?: string
  readonly size?: number
  readonly signer?: string
  readonly sha256?: string
  readonly sha1?: string
  readonly md5?: string
  readonly family?: string
  readonly platforms?: readonly SimulatedPlatform[]
}

export interface SimulatedPlatform {
  readonly version?: '2.0' | '3.0'
  readonly platform?: string
  readonly software?: string
  readonly malware?: 'yes' | 'no' | 'suspicious'
  /** Text, or text with score and details. */
  readonly summary?: readonly (string | { readonly text: string; readonly score: number; readonly details: string })[]
  readonly extractedUrls?: readonly { readonly url: string; readonly verdict: string }[]
  /** XML of further sections, as it is. */
  readonly sections?: string
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, character => ESCAPES[character] ?? character)

const tag = (name: string, text: string | number | undefined) => (text === undefined ? '' : `<${name}>${escaped(String(text))}</${name}>`)

/** The XML of a report on this file, with the blank line before the declaration that the service sends now and then. */
export function reportXml(hash: string, report: SimulatedReport): string {
  const { sha256 = hash.length === 64 ? hash : undefined, md5 = hash.length === 32 ? hash : undefined } = report
  const file = [
    tag('file_signer', report.signer ?? 'None'),
    tag('malware', report.malware === false ? 'no' : 'yes'),
    `<sha1>${report.sha1 ?? ''}</sha1>`,
    tag('filetype', report.fileType ?? 'PE'),
    tag('sha256', sha256),
    tag('md5', md5),
    tag('size', report.size ?? 43_008),
    tag('malware_family', report.family),
  ]
  const platforms = (report.platforms ?? []).map(platform => platformXml(platform, { sha256, md5 }))
  return `\n<?xml version="1.0" encoding="UTF-8"?>\n<wildfire><version>2.0</version><file_info>${file.join('')}</file_info><task_info>${platforms.join('')}</task_info></wildfire>`
}

function platformXml(platform: SimulatedPlatform, { sha256, md5 }: { sha256: string | undefined; md5: string | undefined }): string {
  const findings = (platform.summary ?? []).map((finding, index) =>
    typeof finding === 'string'
      ? `<entry>${escaped(finding)}</entry>`
      : `<entry score="${finding.score}" id="${100 + index}" details="${escaped(finding.details)}">${escaped(finding.text)}</entry>`,
  )
  const urls = (platform.extractedUrls ?? []).map(({ url, verdict }) => `<entry url="${escaped(url)}" verdict="${escaped(verdict)}"/>`)
  return [
    '<report>',
    tag('version', platform.version ?? '2.0'),
    tag('platform', platform.platform ?? '204'),
    tag('software', platform.software ?? 'PE Static Analyzer'),
    tag('sha256', sha256),
    tag('md5', md5),
    tag('malware', platform.malware ?? 'yes'),
    urls.length === 0 ? '' : `<extracted_urls>${urls.join('')}</extracted_urls>`,
    `<summary>${findings.join('')}</summary>`,
    platform.sections ?? '',
    '</report>',
  ].join('')
}

/** Sections of a run in a sandbox, in the shape that clients of the API have read. All names and addresses are made up. */
export const SANDBOX_SECTIONS = `
<network>
  <UDP ip="192.0.2.53" port="53" country="US"/>
  <TCP ip="203.0.113.77" port="443" country="N/A"/>
  <TCP ip="2001:db8::77" port="8443" country="N/A"/>
  <dns query="cdn.parcel-notice.example" response="203.0.113.77" type="A"/>
  <url host="cdn.parcel-notice.example" uri="/gate/in.php?id=7&amp;v=2" method="POST" user_agent="Mozilla/4.0 (compatible)"/>
</network>
<process_list>
  <process name="sample.exe" pid="1504" command="&quot;C:\\Users\\user\\sample.exe&quot;">
    <process_created><Create child_process_name="C:\\Windows\\System32\\cmd.exe" child_pid="1620" command="cmd.exe /c whoami"/></process_created>
    <file><Create name="C:\\Users\\user\\AppData\\Roaming\\svchost32.exe" type="PE" size="43008" md5="0123456789abcdef0123456789abcdef" sha1="N/A"/></file>
    <registry><SetValueKey key="\\REGISTRY\\USER\\S-1-5-21\\Software\\Microsoft\\Windows\\CurrentVersion\\Run" subkey="svchost32" data="C:\\Users\\user\\AppData\\Roaming\\svchost32.exe"/></registry>
    <mutex><CreateMutex name="Global\\parcel-7"/><CreateMutex name="&lt;NULL&gt;"/></mutex>
    <service/>
  </process>
</process_list>
<process_tree><process name="sample.exe" pid="1504" text="C:\\Users\\user\\sample.exe"><child><process name="cmd.exe" pid="1620" text="cmd.exe /c whoami"/></child></process></process_tree>
<timeline><entry seq="1">Created Process C:\\Users\\user\\sample.exe</entry></timeline>
`

const FAMILIES = ['ParcelGate', 'LedgerRat', 'QuietLoader', 'Moonpick'] as const

/** A plausible report on any hash, the same each time. */
export function inventedReport(hash: string, malware: boolean): SimulatedReport {
  const bytes = createHash('sha256').update(hash).digest()
  const number = bytes.readUInt16BE(0)
  const host = `files-${number % 97}.${['parcel', 'ledger', 'invoice'][number % 3] ?? 'parcel'}-notice.example`
  const address = `203.0.113.${1 + (number % 250)}`
  const family = FAMILIES[number % FAMILIES.length] ?? FAMILIES[0]
  const harmless = { text: 'File has a version resource', score: 0, details: 'Most programs tell their version.' }
  if (!malware)
    return {
      malware,
      fileType: 'PDF',
      size: 3_000 + number,
      platforms: [{ platform: '100', software: 'PDF Static Analyzer', malware: 'no', summary: [harmless] }],
    }
  return {
    malware,
    fileType: 'PE',
    size: 40_000 + number,
    family,
    md5: createHash('md5').update(hash).digest('hex'),
    platforms: [
      { summary: [{ text: 'Binary is packed', score: 0.4, details: 'Packers hide what a program does until it runs.' }, harmless] },
      {
        version: '3.0',
        platform: '5',
        software: 'Windows 10 x64, Adobe Reader 11, Office 2016',
        summary: [
          { text: `Matched malware family ${family}`, score: 1, details: 'Its traffic and its mutex are those of this family.' },
          { text: 'Registered itself to start with the system', score: 0.7, details: 'Malware survives a restart this way.' },
          { text: 'Connected to a server after it had been started', score: 0.3, details: 'Benign and malicious programs do so.' },
        ],
        sections: SANDBOX_SECTIONS.replaceAll('cdn.parcel-notice.example', host).replaceAll('203.0.113.77', address),
      },
    ],
  }
}
