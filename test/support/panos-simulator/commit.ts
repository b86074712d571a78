import { ApiError, result, success } from './answers.js'
import { type Admin } from './admins.js'
import { type Change, type Snapshot } from './config-store.js'
import { type Device } from './device.js'
import { commitProblems, commitWarnings } from './commit-check.js'
import { syncToPeer } from './high-availability.js'
import { type Job, type JobOutcome } from './jobs.js'
import { pushToDevices } from './panorama-push.js'
import { type XmlElement, XmlSyntaxError, childOf, descend, membersOf, parseXml, textAt } from './xml.js'

const LONGEST_DESCRIPTION = 512

/** `type=commit`. The answer comes at once; the work is done by a job. */
export function commit(device: Device, admin: Admin, cmd: string): string {
  const command = readCommand(cmd)
  device.demandActive()
  if (command.tag === 'commit-all') {
    demandNotBusy(device, admin)
    return enqueued(pushToDevices(device, admin, command))
  }
  if (command.tag !== 'commit') throw new ApiError(17, [`${command.tag} is an invalid command`])
  if (childOf(command, 'validate')) return validate(device, admin)
  const description = textAt(command, 'description') ?? ''
  if (description.length > LONGEST_DESCRIPTION)
    throw new ApiError(12, [` description can be at most ${LONGEST_DESCRIPTION} characters, but current length: ${description.length}`])
  demandNotBusy(device, admin)
  const forced = childOf(command, 'force')
  const partial = childOf(command, 'partial') ?? childOf(forced, 'partial')
  const snapshot = device.store.snapshot(concernedBy(partial))
  if (snapshot.changes.length === 0 && !forced) return nothingToCommit(device, admin, 'There are no changes to commit.')
  if (device.store.isVoid(snapshot) && !forced) {
    device.store.apply(snapshot)
    return nothingToCommit(device, admin, 'The result of this commit would be the same as the previous commit.')
  }
  const booting = device.jobs.unfinished().some(({ type }) => type === 'AutoCom')
  const job = device.jobs.enqueue({
    type: 'Commit',
    user: admin.name,
    description,
    work: () => (booting ? duringBoot() : carryOut(device, snapshot, partial)),
  })
  return enqueued(job)
}

/** `<validate><full/></validate>` and `<commit><validate/></commit>`: a job that changes nothing. */
export function validate(device: Device, admin: Admin): string {
  const work = (): JobOutcome => {
    const problems = commitProblems(
      device,
      device.store.snapshot(() => true),
    )
    if (problems.length > 0) return { result: 'FAIL', details: problems, warnings: [] }
    return { result: 'OK', details: ['Configuration is valid'], warnings: commitWarnings(device) }
  }
  return enqueued(device.jobs.enqueue({ type: 'Validate', user: admin.name, description: '', work }), 'Validate')
}

export function readCommand(cmd: string): XmlElement {
  try {
    return parseXml(cmd)
  } catch (error) {
    if (error instanceof XmlSyntaxError) throw new ApiError(18, [`Malformed Request: ${error.message}`])
    throw error
  }
}

const enqueued = ({ id }: Job, what = 'Commit'): string =>
  result(`<msg><line>${what} job enqueued with jobid ${id}</line></msg><job>${id}</job>`, 19)

function demandNotBusy(device: Device, admin: Admin): void {
  if (device.faults.commitBusy !== undefined) throw new ApiError(undefined, [device.faults.commitBusy])
  if (device.faults.panoramaCommits) throw new ApiError(14, ['A commit is in progress.'])
  device.locks.demandCommitFree(admin.name)
  device.jobs.demandRoom()
}

/** Which pending changes a commit takes: everybody's, or those of the named administrators and vsys. */
function concernedBy(partial: XmlElement | undefined): (change: Change) => boolean {
  const admins = membersOf(childOf(partial, 'admin'))
  const vsys = membersOf(childOf(partial, 'vsys'))
  const excluded = (tag: string) => textAt(partial, tag) === 'excluded'
  return ({ owner, path }) =>
    (admins.length === 0 || admins.includes(owner)) &&
    (vsys.length === 0 || vsys.some(name => path.includes(`/vsys/entry[@name='${name}']`))) &&
    !(excluded('shared-object') && path.startsWith('/config/shared')) &&
    !(excluded('device-and-network') && path.includes("/entry[@name='localhost.localdomain']/network"))
}

/** Said in several ways, all without a job. */
function nothingToCommit(device: Device, admin: Admin, text: string): string {
  const shape = device.faults.noChangeShape ?? (admin.role === undefined ? 'msg' : 'code-13')
  if (shape === 'code-13')
    return success('<msg>The result of this commit would be the same as the previous commit. Commit is skipped.</msg>', 13)
  return shape === 'msg' ? success(`<msg>${text}</msg>`, 19) : result(`<msg>${text}</msg>`, 19)
}

const duringBoot = (): JobOutcome => ({
  result: 'FAIL',
  details: ['Client logrcvr registered in the middle of a commit/validate. Aborting current commit/validate.', 'Commit failed'],
  warnings: [],
})

function carryOut(device: Device, snapshot: Snapshot, partial: XmlElement | undefined): JobOutcome {
  if (device.faults.failCommits > 0) {
    device.faults.failCommits -= 1
    return { result: 'FAIL', details: device.faults.commitFailure, warnings: [] }
  }
  const problems = commitProblems(device, snapshot)
  if (problems.length > 0) return { result: 'FAIL', details: [...problems, '(Module: device)', 'Commit failed'], warnings: [] }
  device.store.apply(snapshot)
  syncToPeer(device)
  const admins = membersOf(descend(partial, 'admin'))
  const scope = admins.length > 0 ? [`Partial changes to commit: changes to configuration by administrators: ${admins.join(', ')}`] : []
  return {
    result: 'OK',
    details: [...scope, 'Changes to policy and objects configuration', 'Configuration committed successfully'],
    warnings: commitWarnings(device),
  }
}
