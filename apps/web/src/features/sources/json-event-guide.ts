/** What an event may hold, as docs/api.md tells it too. */
export const EVENT_FIELDS: readonly (readonly [name: string, holds: string])[] = [
  ['json_version', '"2.0" or "1.0". Required.'],
  ['attacker', 'One or more of ip_address, mac_address, host_name, machine_name, url, user; and port.'],
  ['target', 'The same of whom it happened to.'],
  [
    'classification',
    'malware, policy-violation, vulnerability, network, spam, phish, command-and-control, data-match, authentication, system-behavior, impostor, reported-abuse or unknown.',
  ],
  ['severity', 'info, minor, moderate, major, critical; or Informational, Low, Medium, High, Critical.'],
  ['summary', 'What happened, in a line: the title of the incident, unless the threat has a name.'],
  ['action', 'blocked or allowed; left out: the detector only looked on.'],
  ['threat_info', 'name, type, filename, filehash, url, and occurred_at with its zone.'],
  ['cnc_hosts', 'A list of {host, port}; cnc_host is taken too.'],
  ['forensics_hosts', 'A list of {host, port}.'],
  ['email', 'sender, recipient, subject, message_id, attachments.'],
  ['detector', 'A name, or an object with name, host_name, product or ip_address: shown where other sources show the firewall.'],
  [
    'link_attribute',
    'What links the alert to an incident, before the link keys of the source: target_user, attacker_ip_address, threat_filehash …',
  ],
  ['event_id', 'Your id of the event: sent again, it is stored once.'],
  ['custom_fields', 'Names with values, at most 50.'],
]

const EXAMPLE = {
  json_version: '2.0',
  event_id: 'siem-4711',
  classification: 'malware',
  severity: 'major',
  summary: 'Trojan downloaded',
  attacker: { ip_address: '203.0.113.66' },
  target: { ip_address: '192.0.2.10', user: 'corp\\ann' },
}

export const curlCommand = (url: string): string =>
  `curl '${url}' \\\n  -H 'Content-Type: application/json' \\\n  -d '${JSON.stringify(EXAMPLE, null, 2)}'`
