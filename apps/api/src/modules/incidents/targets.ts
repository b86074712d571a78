import { ACTIVE_INCIDENT_STATES, SEVERITIES, Severity, targetsSetInput } from '@sallyport/shared'
import DataLoader from 'dataloader'
import { z } from 'zod'
import type { LoaderFactory } from '../../graphql/context.js'
import type { Actor } from '../../platform/actor.js'
import { assertMay } from '../../platform/errors.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import type { IncidentRow } from './incident-row.js'
import type { SeverityTarget } from './overdue.js'

const KEY = 'targets'

const DEFAULT_MINUTES: Readonly<Partial<Record<Severity, readonly [acknowledge: number, close: number]>>> = {
  CRITICAL: [15, 4 * 60],
  HIGH: [60, 24 * 60],
  MEDIUM: [4 * 60, 3 * 24 * 60],
}

/** Of a server where nobody has set any: critical, high and medium have targets. */
export const DEFAULT_TARGETS: readonly SeverityTarget[] = SEVERITIES.map(severity => {
  const [acknowledgeMinutes = null, closeMinutes = null] = DEFAULT_MINUTES[severity] ?? []
  return { severity, acknowledgeMinutes, closeMinutes }
})

const stored = z.array(
  z.object({ severity: z.enum(Severity), acknowledgeMinutes: z.number().nullable(), closeMinutes: z.number().nullable() }),
)

/** Until when an incident is to be looked at and closed; null: there is no target, or it is done. */
export function deadlinesOf(
  incident: Pick<IncidentRow, 'state' | 'firstAlertAt' | 'acknowledgedAt'> & { readonly severity: Severity },
  targets: readonly SeverityTarget[],
): { readonly acknowledgeBy: Date | null; readonly closeBy: Date | null } {
  const target = targets.find(({ severity }) => severity === incident.severity)
  const after = (minutes: number | null | undefined): Date | null =>
    typeof minutes === 'number' ? new Date(incident.firstAlertAt.getTime() + minutes * 60_000) : null
  if (!ACTIVE_INCIDENT_STATES.includes(incident.state)) return { acknowledgeBy: null, closeBy: null }
  return {
    acknowledgeBy: incident.acknowledgedAt === null ? after(target?.acknowledgeMinutes) : null,
    closeBy: after(target?.closeMinutes),
  }
}

/** Minutes per severity to look at an incident and to close it: the setting `targets`. */
export class Targets {
  constructor(private readonly deps: { readonly prisma: PrismaClient }) {}

  /** Loads the targets once per request, whatever the key. */
  readonly loader: LoaderFactory<'targets', readonly SeverityTarget[]> = () =>
    new DataLoader(async keys => {
      const targets = await this.current()
      return keys.map(() => targets)
    })

  /** One of each severity, most severe first. */
  async current(): Promise<readonly SeverityTarget[]> {
    const setting = await this.deps.prisma.setting.findUnique({ where: { key: KEY } })
    const targets = stored.safeParse(setting?.value).data ?? DEFAULT_TARGETS
    return SEVERITIES.toReversed().map(
      wanted => targets.find(({ severity }) => severity === wanted) ?? { severity: wanted, acknowledgeMinutes: null, closeMinutes: null },
    )
  }

  /** Replaces all: a severity that is left out has no target. */
  async set(actor: Actor, input: { readonly targets: readonly Partial<SeverityTarget>[] }): Promise<readonly SeverityTarget[]> {
    assertMay(actor, 'workflow:write')
    const { targets } = targetsSetInput.parse(input)
    const value = targets.map(({ severity, acknowledgeMinutes, closeMinutes }) => ({ severity, acknowledgeMinutes, closeMinutes }))
    await this.deps.prisma.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } })
    return this.current()
  }
}
