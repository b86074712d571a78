import type { Role } from '@sallyport/shared'
import type { Alert, Firewall, Incident, Prisma, Source, User } from '../../apps/api/src/platform/prisma/client.js'
import type { TestDatabase } from './database.js'

/** Builders fill in what a test does not care about. Names and keys are numbered, so that they never collide. */
let counter = 0
const next = (): number => (counter += 1)

export const AT = new Date('2026-03-04T12:00:00.000Z')

/** The only source that may exist: the one that is there, or a new one. */
export async function buildSource({ prisma }: TestDatabase, given: Partial<Prisma.SourceUncheckedCreateInput> = {}): Promise<Source> {
  const existing = await prisma.source.findFirst()
  if (existing) return existing
  return prisma.source.create({
    data: {
      type: 'PALO_ALTO_NETWORKS',
      name: 'Edge firewalls',
      linkKeys: ['VICTIM_USER', 'VICTIM_ADDRESS'],
      incidentVerdicts: ['MALICIOUS', 'PHISHING'],
      ...given,
    },
  })
}

export async function buildFirewall(database: TestDatabase, given: Partial<Prisma.FirewallUncheckedCreateInput> = {}): Promise<Firewall> {
  const serial = `0010000${next()}`
  const sourceId = given.sourceId ?? (await buildSource(database)).id
  return database.prisma.firewall.create({ data: { identity: `serial:${serial}`, serial, name: `fw-${serial}`, ...given, sourceId } })
}

export async function buildIncident(database: TestDatabase, given: Partial<Prisma.IncidentUncheckedCreateInput> = {}): Promise<Incident> {
  const sourceId = given.sourceId ?? (await buildSource(database)).id
  return database.prisma.incident.create({
    data: {
      title: `Incident ${next()}`,
      severity: 3,
      firstAlertAt: AT,
      lastAlertAt: AT,
      alertCount: 1n,
      eventCount: 1n,
      allowedCount: 1n,
      ...given,
      sourceId,
    },
  })
}

export async function buildAlert(database: TestDatabase, given: Partial<Prisma.AlertUncheckedCreateInput> = {}): Promise<Alert> {
  const firewallId = given.firewallId ?? (await database.prisma.firewall.findFirst())?.id ?? (await buildFirewall(database)).id
  return database.prisma.alert.create({
    data: {
      id: BigInt(next()),
      receivedAt: AT,
      occurredAt: AT,
      timeSource: 'ARRIVAL',
      format: 'PANOS_CSV',
      transport: 'UDP',
      sender: '192.0.2.1',
      subtype: 'vulnerability',
      severity: 4,
      threatId: 30_001n,
      threatName: 'Made-up overflow',
      action: 'alert',
      blocked: false,
      commandControl: false,
      fieldCount: 72,
      raw: '1,2026/03/04 12:00:00,001000001,THREAT,vulnerability',
      ...given,
      firewallId,
    },
  })
}

export async function buildUser({ prisma }: TestDatabase, given: { role?: Role; disabledAt?: Date } = {}): Promise<User> {
  const name = `person-${next()}`
  return prisma.user.create({ data: { name, nameKey: name, passwordHash: 'none', role: 'ANALYST', ...given } })
}
