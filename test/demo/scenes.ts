import { ATTACKERS, EMPLOYEES, SERVERS, USER_AGENTS, type DemoFirewall } from './cast.js'
import type { Random } from './random.js'
import type { ThreatFieldKey } from '../../apps/api/src/modules/panos-log/index.js'

export type Fields = Partial<Record<ThreatFieldKey, string>>

/** What happens in one alert: its fields without those that every line has (firewall, time, sequence). */
export type Scene = (random: Random, firewall: DemoFirewall) => Fields

const PRIVATE = '10.0.0.0-10.255.255.255'

const clientOf = (firewall: DemoFirewall, host: number) => `10.${firewall.site}.8.${host}`
const serverOf = (firewall: DemoFirewall, host: number) => `10.${firewall.site}.1.${host}`

/** A person at a desk talks to the internet. PAN-OS ≥ 8.1 writes the client as source whichever side is at fault. */
function outbound(random: Random, firewall: DemoFirewall, app: string, port: number): Fields {
  const employee = random.pick(EMPLOYEES)
  const far = random.pick(ATTACKERS)
  return {
    src: clientOf(firewall, employee.host),
    dst: far.address,
    srcuser: employee.user,
    srcloc: PRIVATE,
    dstloc: far.country,
    from: 'trust',
    to: 'untrust',
    rule: 'users-out',
    app,
    dport: String(port),
  }
}

/** Somebody on the internet talks to one of our servers. */
function inbound(random: Random, firewall: DemoFirewall): Fields {
  const far = random.pick(ATTACKERS)
  const server = random.pick(SERVERS)
  return {
    src: far.address,
    dst: serverOf(firewall, server.host),
    srcloc: far.country,
    dstloc: PRIVATE,
    from: 'untrust',
    to: 'dmz',
    rule: server.rule,
    app: server.app,
    dport: String(server.port),
  }
}

const url: Scene = (random, firewall) => {
  const [category, severity, action] = random.pick([
    ['malware', 'high', 'block-url'],
    ['phishing', 'medium', 'block-url'],
    ['command-and-control', 'critical', 'block-url'],
    ['newly-registered-domain', 'low', 'alert'],
    ['computer-and-internet-info', 'informational', 'alert'],
  ] as const)
  return {
    ...outbound(random, firewall, 'web-browsing', 443),
    subtype: 'url',
    misc: `${random.pick(['login', 'cdn', 'update', 'files'])}.${random.pick(['shop', 'bank', 'parcel'])}-${random.between(1, 40)}.example/a/${random.hex(6)}?id=${random.between(1, 9999)},${random.between(1, 9)}`,
    threatid: '(9999)',
    category,
    severity,
    action,
    direction: 'client-to-server',
    contenttype: 'text/html',
    user_agent: random.pick(USER_AGENTS),
    http_method: random.pick(['get', 'post']),
    url_category_list: `${category},high-risk`,
  }
}

const vulnerability: Scene = (random, firewall) => {
  const [threat, category, severity, action] = random.pick([
    ['Apache Log4j Remote Code Execution Vulnerability(91991)', 'code-execution', 'critical', 'reset-both'],
    ['SSH User Authentication Brute Force Attempt(40015)', 'brute-force', 'high', 'drop'],
    ['Microsoft Windows SMB Remote Code Execution Vulnerability(32422)', 'code-execution', 'critical', 'reset-server'],
    ['HTTP Directory Traversal Request Attempt(30844)', 'info-leak', 'medium', 'alert'],
    ['HTTP SQL Injection Attempt(30514)', 'sql-injection', 'medium', 'reset-both'],
    ['Suspicious HTTP Evasion Found(14984)', 'protocol-anomaly', 'informational', 'alert'],
  ] as const)
  return {
    ...inbound(random, firewall),
    subtype: 'vulnerability',
    misc: random.chance(0.5) ? `www.corp.example/${random.hex(4)}/index.php?q=${random.between(1, 99)}` : '',
    threatid: threat,
    thr_category: category,
    severity,
    action,
    direction: 'client-to-server',
    contentver: 'AppThreat-8799-8410',
  }
}

const spyware: Scene = (random, firewall) => ({
  ...outbound(random, firewall, random.pick(['web-browsing', 'ssl', 'unknown-tcp']), random.pick([80, 443, 8443])),
  subtype: 'spyware',
  misc: '',
  threatid: random.pick(['Cobalt Strike Beacon Command and Control Traffic Detection(86445)', 'Generic Backdoor Phone Home(13042)']),
  thr_category: random.pick(['spyware', 'backdoor']),
  severity: random.pick(['critical', 'high']),
  action: random.pick(['reset-both', 'reset-client', 'alert']),
  direction: 'client-to-server',
  contentver: 'AppThreat-8799-8410',
})

/** The bad side is the domain that was asked for; the destination is only our resolver. */
const dnsSpyware: Scene = (random, firewall) => {
  const domain = `${random.hex(10)}.${random.pick(['beacon', 'tunnel', 'dga'])}.example`
  return {
    ...outbound(random, firewall, 'dns', 53),
    dst: '203.0.113.53',
    dstloc: 'United States',
    subtype: 'spyware',
    misc: domain,
    threatid: `Suspicious DNS Query (generic:${domain})(${random.between(4_000_000, 4_999_999)})`,
    thr_category: 'dns-c2',
    severity: random.pick(['high', 'medium']),
    action: random.pick(['sinkhole', 'alert']),
    direction: 'client-to-server',
    proto: 'udp',
    contentver: 'AppThreat-8799-8410',
  }
}

const virus: Scene = (random, firewall) => ({
  ...outbound(random, firewall, 'web-browsing', 80),
  subtype: 'virus',
  misc: random.pick(['invoice_2041.pdf', 'setup-free.exe', 'parcel, label.docm', 'C:\\Users\\Public\\update.dll']),
  threatid: `Virus/Win32.WGeneric.${random.hex(5)}(${random.between(2_000_000, 2_999_999)})`,
  thr_category: 'pe',
  severity: 'medium',
  action: random.pick(['reset-both', 'drop', 'alert']),
  direction: 'server-to-client',
  contentver: 'Antivirus-4988-5507',
})

const wildfire: Scene = (random, firewall) => {
  const [verdict, severity, action] = random.weighted([
    [4, ['malicious', 'high', 'alert']],
    [1, ['phishing', 'high', 'alert']],
    [2, ['grayware', 'medium', 'alert']],
    [3, ['benign', 'informational', 'allow']],
  ] as const)
  const employee = random.pick(EMPLOYEES)
  const byMail = random.chance(0.4)
  const [type, id] = random.pick([
    ['Windows Executable (EXE)', 52_020],
    ['PDF', 52_010],
    ['Microsoft Word Document', 52_060],
  ] as const)
  const mail = {
    ...inbound(random, firewall),
    dst: serverOf(firewall, 25),
    app: 'smtp',
    dport: '25',
    rule: 'mail-in',
    direction: 'client-to-server',
    sender: 'From: "Accounts, Payable" <billing@supplier.example>',
    subject: `Subject: Invoice ${random.between(1000, 9999)}, overdue`,
    recipient: `To: <${employee.mail}>`,
  }
  return {
    ...(byMail ? mail : { ...outbound(random, firewall, 'web-browsing', 443), direction: 'server-to-client' }),
    subtype: 'wildfire',
    misc: random.pick(['order-confirmation.exe', 'statement.pdf', 'contract draft.docx']),
    threatid: `${type}(${id})`,
    category: verdict,
    severity,
    action,
    filedigest: random.hex(64),
    cloud: 'wildfire.paloaltonetworks.com',
    filetype: type.startsWith('Win') ? 'pe' : type === 'PDF' ? 'pdf' : 'ms-office',
    reportid: String(random.between(10_000_000, 99_999_999)),
    contentver: 'WildFire-0',
  }
}

const file: Scene = (random, firewall) => ({
  ...outbound(random, firewall, 'google-drive-web', 443),
  subtype: 'file',
  misc: random.pick(['quarterly-figures.xlsx', 'backup.zip', 'photo.heic']),
  threatid: random.pick(['Microsoft Excel 2007 Open XML(52142)', 'ZIP(52045)']),
  severity: 'low',
  action: random.pick(['alert', 'block']),
  direction: 'client-to-server',
  contentver: 'AppThreat-8799-8410',
})

const scan: Scene = (random, firewall) => ({
  ...inbound(random, firewall),
  rule: '',
  app: 'not-applicable',
  subtype: 'scan',
  threatid: random.pick(['SCAN: TCP Port Scan(8001)', 'SCAN: Host Sweep(8002)']),
  severity: 'medium',
  action: 'alert',
  direction: 'client-to-server',
  repeatcnt: String(random.between(2, 300)),
})

const flood: Scene = (random, firewall) => ({
  ...inbound(random, firewall),
  rule: '',
  app: 'not-applicable',
  subtype: 'flood',
  threatid: random.pick(['TCP Flood(8501)', 'UDP Flood(8502)']),
  severity: 'critical',
  action: 'drop',
  direction: 'client-to-server',
  repeatcnt: String(random.between(10, 1500)),
})

/** Scenes by how often they happen. */
export const SCENES: readonly (readonly [weight: number, scene: Scene])[] = [
  [30, url],
  [22, vulnerability],
  [8, spyware],
  [8, dnsSpyware],
  [8, virus],
  [9, wildfire],
  [8, file],
  [4, scan],
  [3, flood],
]
