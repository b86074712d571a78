import { ApiError } from './answers.js'
import { type Admin } from './admins.js'
import { cleanCopy } from './config-node.js'
import { deviceTime } from './device-time.js'
import { type Device } from './device.js'
import { type Job } from './jobs.js'
import { type XmlElement, childOf, descend, escapeText, escapeXml, textAt } from './xml.js'

type PushResult = 'PEND' | 'OK' | 'FAIL'

/** How a firewall under Panorama takes a push; set by tests, all well otherwise. */
export interface PushPlan {
  readonly result: PushResult
  readonly lines: readonly string[]
  readonly warnings: readonly string[]
}

const SUCCEEDED: PushPlan = { result: 'OK', lines: ['Configuration committed successfully'], warnings: [] }

/** By serial: what the next pushes come to. A plan may stay PEND for some polls. */
export class PushPlans {
  readonly #plans = new Map<string, PushPlan>()
  /** Devices are still at it for so many polls after the job itself is over. */
  pendingPolls = 1

  plan(serial: string, plan: Partial<PushPlan>): void {
    this.#plans.set(serial, { ...SUCCEEDED, ...plan })
  }

  of(serial: string): PushPlan {
    return this.#plans.get(serial) ?? SUCCEEDED
  }
}

/** `commit-all` of shared policy: a job that is FIN before its devices are. */
export function pushToDevices(panorama: Device, admin: Admin, command: XmlElement): Job {
  const policy = descend(command, 'shared-policy')
  const group = descend(policy, 'device-group')
  const groupEntry = childOf(group, 'entry')
  const name = groupEntry?.attributes['name'] ?? group?.text.trim() ?? ''
  const serials = panorama.deviceGroups[name]
  if (serials === undefined) throw new ApiError(12, [` commit-all -> shared-policy -> device-group -> ${name} is invalid`])
  const named = childOf(groupEntry, 'devices')?.children.map(({ attributes }) => attributes['name'] ?? '') ?? []
  const targets = serials.filter(serial => named.length === 0 || named.includes(serial))
  let pollsLeft = panorama.pushPlans.pendingPolls
  let arrived = false
  const job = panorama.jobs.enqueue({
    type: 'CommitAll',
    user: admin.name,
    description: textAt(policy, 'description') ?? '',
    work: () => ({ result: 'OK', details: [], warnings: [] }),
    extra: () => {
      const pending = job.outcome === undefined || pollsLeft > 0
      if (job.outcome !== undefined) pollsLeft -= 1
      if (!pending && !arrived) {
        arrived = true
        for (const serial of targets) if (panorama.pushPlans.of(serial).result === 'OK') deliver(panorama, name, serial)
      }
      const devices = targets.map(serial => deviceXml(panorama, serial, name, job.id, pending)).join('')
      return `<push_type>shared-policy</push_type><dgname>${escapeText(name)}</dgname><devices>${devices}</devices>`
    },
  })
  return job
}

function deviceXml(panorama: Device, serial: string, group: string, jobId: number, pending: boolean): string {
  const { result, lines, warnings } = panorama.pushPlans.of(serial)
  const told: PushResult = pending ? 'PEND' : result
  const texts = (all: readonly string[]) => all.map(line => `<line>${escapeText(line)}</line>`).join('')
  const at = deviceTime(panorama.now())
  const status =
    told === 'PEND'
      ? 'committing'
      : told === 'FAIL'
        ? 'commit failed'
        : warnings.length > 0
          ? 'commit succeeded with warnings'
          : 'commit succeeded'
  const details =
    told === 'PEND'
      ? '<details/>'
      : // Good news stands inside <errors> too.
        `<details><msg cmd="push-data" dname="${serial}" dgname="${escapeXml(group)}" jobid="${jobId}" result="${told === 'OK' ? 'success' : 'failure'}">` +
        `<errors>${texts(lines)}</errors><warnings>${texts(warnings)}</warnings></msg></details>`
  return (
    `<entry><serial-no>${serial}</serial-no><devicename>${escapeText(panorama.managed.get(serial)?.hostname ?? serial)}</devicename><multi-vsys>no</multi-vsys><vsys/>` +
    `<status>${status}</status><result>${told}</result><tstart>${at}</tstart><tfin>${told === 'PEND' ? '' : at}</tfin>${details}</entry>`
  )
}

/** A managed firewall gets the objects of shared and of its group as shared ones, without a place in its own candidate. */
function deliver(panorama: Device, group: string, serial: string): void {
  const firewall = panorama.managed.get(serial)
  if (firewall === undefined) return
  const running = panorama.store.running
  const scopes = panorama.lookupScopes(running, group).filter(scope => scope !== undefined)
  firewall.pushed = scopes.map(scope => cleanCopy(scope))
}
