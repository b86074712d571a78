import { describe, expect, it } from 'vitest'
import { inventedReport, reportXml, SANDBOX_SECTIONS } from '../../../../../test/support/wildfire-simulator/index.js'
import { parseXml } from '../../platform/xml.js'
import { canonicalObservable } from '../enrichment/index.js'
import { NotAReportError, readReport } from './read-report.js'
import { REPORT_INDICATORS_MAX, REPORT_ITEMS_MAX, storedReport } from './wildfire-report.js'

const SHA256 = 'ab'.repeat(32)

const read = (xml: string) => readReport(parseXml(xml), canonicalObservable)

describe('a report', () => {
  it('of a static analyzer tells the file, findings and URLs in it', () => {
    const report = read(
      reportXml(SHA256, {
        malware: false,
        fileType: 'PDF',
        size: 102_085,
        sha1: 'CD'.repeat(20),
        platforms: [
          {
            version: '3.0',
            platform: '100',
            software: 'PDF Static Analyzer',
            malware: 'suspicious',
            summary: [{ text: 'PDF has a key of Action', score: 0.5, details: 'An action answers an event & more' }, 'Plain words'],
            extractedUrls: [
              { url: 'login.parcel-notice.example/a?b=1&c=2', verdict: 'phishing' },
              { url: 'www.corp.example/', verdict: 'benign' },
              { url: 'other.example/x', verdict: 'unknown' },
            ],
          },
        ],
      }),
    )
    expect(report).toMatchObject({
      malware: false,
      fileType: 'PDF',
      size: '102085',
      sha256: SHA256,
      sha1: 'cd'.repeat(20),
      md5: null,
      signer: null,
      families: [],
      platforms: [
        {
          platform: '100',
          software: 'PDF Static Analyzer',
          malware: false,
          summary: [
            { text: 'PDF has a key of Action', score: 0.5, details: 'An action answers an event & more' },
            { text: 'Plain words', score: null, details: null },
          ],
          network: [
            { action: 'URL in the file', subject: 'login.parcel-notice.example/a?b=1&c=2', detail: 'phishing' },
            { action: 'URL in the file', subject: 'www.corp.example/', detail: 'benign' },
            { action: 'URL in the file', subject: 'other.example/x', detail: 'unknown' },
          ],
        },
      ],
    })
    expect(report.indicators.map(({ kind, value, verdict }) => [kind, value, verdict])).toEqual([
      ['URL', expect.stringContaining('login.parcel-notice.example/a'), 'PHISHING'],
      ['DOMAIN', 'login.parcel-notice.example', null],
      ['URL', expect.stringContaining('www.corp.example'), 'BENIGN'],
      ['URL', expect.stringContaining('other.example/x'), null],
      ['DOMAIN', 'other.example', null],
    ])
  })

  it('of a sandbox tells network, processes and files', () => {
    const report = read(reportXml(SHA256, { signer: 'Made-up Software Ltd', platforms: [{ sections: SANDBOX_SECTIONS }] }))
    const [platform] = report.platforms
    expect(report.signer).toBe('Made-up Software Ltd')
    expect(platform?.network).toEqual([
      { action: 'UDP', subject: '192.0.2.53:53', detail: 'US' },
      { action: 'TCP', subject: '203.0.113.77:443', detail: null },
      { action: 'TCP', subject: '[2001:db8::77]:8443', detail: null },
      { action: 'DNS A', subject: 'cdn.parcel-notice.example', detail: '203.0.113.77' },
      { action: 'HTTP POST', subject: 'cdn.parcel-notice.example/gate/in.php?id=7&v=2', detail: 'Mozilla/4.0 (compatible)' },
    ])
    expect(platform?.processes).toEqual([
      { action: 'Process', subject: 'sample.exe', detail: '"C:\\Users\\user\\sample.exe"' },
      { action: 'Started', subject: 'C:\\Windows\\System32\\cmd.exe', detail: 'cmd.exe /c whoami' },
      {
        action: 'Registry SetValueKey',
        subject: '\\REGISTRY\\USER\\S-1-5-21\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\svchost32',
        detail: 'C:\\Users\\user\\AppData\\Roaming\\svchost32.exe',
      },
      { action: 'Mutex CreateMutex', subject: 'Global\\parcel-7', detail: null },
      { action: 'Process', subject: 'sample.exe', detail: 'C:\\Users\\user\\sample.exe' },
      { action: 'Started by sample.exe', subject: 'cmd.exe', detail: 'cmd.exe /c whoami' },
    ])
    expect(platform?.files).toEqual([
      {
        action: 'Create',
        subject: 'C:\\Users\\user\\AppData\\Roaming\\svchost32.exe',
        detail: 'PE, 43008 bytes, 0123456789abcdef0123456789abcdef',
      },
    ])
    expect(report.indicators.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'ADDRESS 192.0.2.53',
      'ADDRESS 203.0.113.77',
      'ADDRESS 2001:db8::77',
      'DOMAIN cdn.parcel-notice.example',
      expect.stringMatching(/^URL .*cdn\.parcel-notice\.example\/gate\/in\.php\?id=7&v=2$/),
      'FILE_HASH 0123456789abcdef0123456789abcdef',
    ])
  })

  it('of other analyzers is read where it looks alike', () => {
    const sections = `<elf_info><Domains><entry>c2.beacon.example</entry></Domains><IP_Addresses><entry>198.51.100.9</entry></IP_Addresses>
      <URLs><entry>http://198.51.100.9/x.sh</entry></URLs></elf_info>
      <evidence><file><entry md5="fedcba9876543210fedcba9876543210" text="dropped by the sample"/></file></evidence>
      <future_section><thing a="b"><deeper/></thing></future_section>`
    const report = read(reportXml(SHA256, { family: 'Moonpick', platforms: [{ sections }, { malware: 'no' }] }))
    expect(report.families).toEqual(['Moonpick'])
    expect(report.platforms[0]?.network.map(({ action, subject }) => [action, subject])).toEqual([
      ['Domain in the file', 'c2.beacon.example'],
      ['Address in the file', '198.51.100.9'],
      ['URL in the file', 'http://198.51.100.9/x.sh'],
    ])
    expect(report.platforms[0]?.files).toEqual([
      { action: 'Evidence', subject: 'dropped by the sample', detail: 'fedcba9876543210fedcba9876543210' },
    ])
    expect(report.indicators.map(({ kind }) => kind)).toEqual(['DOMAIN', 'ADDRESS', 'URL', 'FILE_HASH'])
  })

  it('with next to nothing is a report all the same', () => {
    expect(read('<wildfire><file_info/></wildfire>')).toMatchObject({ malware: false, platforms: [], indicators: [], sha256: null })
    expect(read('<wildfire><task_info><report/></task_info></wildfire>').platforms).toEqual([
      { platform: '', software: null, malware: false, summary: [], processes: [], files: [], network: [] },
    ])
  })

  it.each(['<response status="success"/>', '<wildfire/>', '<wildfire><get-verdict-info/></wildfire>', '<error/>'])('is not %s', xml =>
    expect(() => read(xml)).toThrow(NotAReportError),
  )

  it('names families that its findings name', () => {
    expect(read(reportXml(SHA256, inventedReport(SHA256, true))).families).toHaveLength(1)
    const summary = ['Matched malware family "Ledger.Rat"', { text: 'x', score: 0, details: '' }]
    expect(read(reportXml(SHA256, { platforms: [{ summary }] })).families).toEqual(['Ledger.Rat'])
  })
})

describe('a hostile report', () => {
  it('is bounded in every list and text', () => {
    const names = (count: number) => Array.from({ length: count }, (_, n) => `<dns query="h${n}.example" type="A"/>`).join('')
    const platform = {
      summary: Array.from({ length: 20 }, (_, n) => `${n} ${'x'.repeat(1_000)}`),
      sections: `<network>${names(100)}</network>`,
    }
    const report = read(reportXml(SHA256, { platforms: Array.from({ length: 40 }, () => platform) }))
    const items = report.platforms.flatMap(({ summary, network }) => [...summary, ...network])
    expect(report.platforms).toHaveLength(32)
    expect(items.length).toBe(REPORT_ITEMS_MAX)
    expect(Math.max(...report.platforms.flatMap(({ summary }) => summary.map(({ text }) => text.length)))).toBe(500)
    expect(read(reportXml(SHA256, { platforms: [{ sections: `<network>${names(2_000)}</network>` }] })).indicators).toHaveLength(
      REPORT_INDICATORS_MAX,
    )
    expect(JSON.stringify(report).length).toBeLessThan(2_000_000)
  })

  it('brings nothing that PostgreSQL cannot store or a page cannot show', () => {
    const report = read(
      reportXml('x', {
        fileType: 'a\u0001b',
        platforms: [{ sections: '<network><dns query="&#0;&#xD800;evil&#10;x" type="A"/></network>', summary: ['a\tb'] }],
      }),
    )
    expect(JSON.stringify(report)).not.toMatch(/\\u0000|\\ud800|\\n|\\t/)
    expect(report.fileType).toBe('a b')
    expect(report.platforms[0]?.network[0]?.subject).toMatch(/^.evil x$/u)
    expect(report.indicators).toEqual([])
  })

  it('names no indicators that are none', () => {
    const sections = `<network><TCP ip="not an address" port="1"/><TCP ip="203.0.113.7:80"/><dns query="-bad-.example" type="A"/><dns query="*.example"/>
      <url host="" uri="/only/path"/><url host="${'a.'.repeat(2_000)}example" uri="/"/></network>
      <process_list><process name="x"><file><Create name="y" md5="N/A" sha256="${SHA256}"/></file></process></process_list>`
    expect(read(reportXml(SHA256, { platforms: [{ sections }] })).indicators).toEqual([])
  })

  it('is stored in a shape that is read again', () => {
    const report = read(reportXml(SHA256, inventedReport(SHA256, true)))
    expect(storedReport(JSON.parse(JSON.stringify(report)))).toEqual(report)
    expect(storedReport({ ...report, platforms: 'many' })).toBeUndefined()
  })
})
