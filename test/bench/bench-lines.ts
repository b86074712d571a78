import { createRandom } from '../demo/random.js'
import { buildThreatLine } from '../../apps/api/src/modules/panos-log/index.js'

const THREATS = [
  ['vulnerability', 'Apache Log4j Remote Code Execution Vulnerability(91991)', 'code-execution', 'critical'],
  ['vulnerability', 'SSH User Authentication Brute Force Attempt(40015)', 'brute-force', 'high'],
  ['vulnerability', 'HTTP Directory Traversal Request Attempt(30844)', 'info-leak', 'medium'],
  ['spyware', 'Generic Backdoor Phone Home(13042)', 'backdoor', 'high'],
  ['virus', 'Virus/Win32.WGeneric.abcdef(2234567)', 'pe', 'medium'],
  ['url', '(9999)', 'unknown', 'informational'],
] as const

/** Stands for the sequence number: the sender makes every datagram another. */
const SEQUENCE = '@'.repeat(19)

/**
 * Distinct THREAT lines of PAN-OS 10.2, about 900 bytes each: 40 firewalls, 500 users, 250 servers, thousands of remote
 * addresses (`askable`: ten thousand that reputation providers are asked about). No field up to 39 holds a comma, since
 * rsyslog's field extraction does not know quotes.
 */
export function benchLines(count: number, now: number, { askable = false }: { readonly askable?: boolean } = {}): string {
  const random = createRandom(20_261_124)
  const lines = Array.from({ length: count }, () => {
    const [subtype, threatid, thrCategory, severity] = random.pick(THREATS)
    const inbound = subtype === 'vulnerability'
    const inside = inbound
      ? `10.1.${random.between(0, 4)}.${random.between(10, 59)}`
      : `10.20.${random.between(0, 9)}.${random.between(10, 59)}`
    // Those set aside for benchmarks are never asked about outside; those of examples are.
    const outside = askable
      ? `2001:db8::${random.between(1, 9_999)}`
      : `198.${random.between(18, 19)}.${random.between(0, 255)}.${random.between(1, 254)}`
    const firewall = random.between(1, 40)
    return buildThreatLine(
      {
        serial: `00990000${String(firewall).padStart(4, '0')}`,
        device_name: `fw-${String(firewall).padStart(2, '0')}`,
        subtype,
        threatid,
        thr_category: thrCategory,
        severity,
        src: inbound ? outside : inside,
        dst: inbound ? inside : outside,
        srcloc: inbound ? random.pick(['Netherlands', 'Brazil', 'China', 'India']) : '10.0.0.0-10.255.255.255',
        dstloc: inbound ? '10.0.0.0-10.255.255.255' : random.pick(['Netherlands', 'Brazil', 'China', 'India']),
        srcuser: inbound ? '' : `corp\\user${random.between(1, 500)}`,
        rule: inbound ? 'dmz-in' : 'users-out',
        app: random.pick(['web-browsing', 'ssl', 'ssh', 'ms-ds-smb']),
        from: inbound ? 'untrust' : 'trust',
        to: inbound ? 'dmz' : 'untrust',
        inbound_if: 'ethernet1/1',
        outbound_if: 'ethernet1/2',
        logset: 'to-sallyport',
        sessionid: String(random.between(1, 4_000_000)),
        sport: String(random.between(1024, 65_535)),
        dport: random.pick(['80', '443', '22', '445']),
        flags: '0x2000',
        proto: 'tcp',
        action: random.pick(['alert', 'drop', 'reset-both', 'reset-server']),
        misc: random.chance(0.6)
          ? `www.shop-${random.between(1, 5000)}.example/index.php?id=${random.between(1, 999_999)}`
          : 'invoice_2041.pdf',
        category: random.pick(['any', 'computer-and-internet-info', 'unknown']),
        direction: subtype === 'virus' ? 'server-to-client' : 'client-to-server',
        seqno: SEQUENCE,
        actionflags: '0x8000000000000000',
        user_agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
        vsys_name: 'vsys1',
        http_method: random.pick(['get', 'post']),
        contentver: 'AppThreat-8799-8410',
        url_category_list: 'computer-and-internet-info,low-risk',
        rule_uuid: 'f7a3e2d1-0c4b-4a5d-9e8f-001122334455',
        subcategory_of_app: 'internet-utility',
        category_of_app: 'general-internet',
        technology_of_app: 'browser-based',
        risk_of_app: '4',
        characteristic_of_app: 'used-by-malware,able-to-transfer-file,has-known-vulnerability',
        is_saas_of_app: 'no',
        sanctioned_state_of_app: 'no',
      },
      { layout: '10.2', header: 'BSD', host: `fw-${String(firewall).padStart(2, '0')}`, at: now - random.between(0, 3_600_000) },
    )
  })
  return `${lines.join('\n')}\n`
}
