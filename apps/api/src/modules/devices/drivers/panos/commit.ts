import { DeviceFailureError } from '../../device-failure.js'
import { readPendingWork } from './pending-work.js'
import { failureOf, toFailure, type XmlAnswer } from './xml-answer.js'
import { child, childrenOf, textOf, walk, type XmlElement } from './xml-element.js'
import { element, entry, members, textElement } from './xml-text.js'
import type { CommitOutcome, LogLevel } from '../../device-driver.js'
import type { Parameters, XmlClient } from './xml-client.js'

const DESCRIPTION_MAX = 512
const NOTHING_TO_COMMIT = 13

export interface CommitDeps {
  readonly client: XmlClient
  /** Whose changes are committed. */
  readonly username: string
  /** Panorama: group that is pushed to its firewalls afterwards. */
  readonly deviceGroup: string | undefined
  readonly log: (level: LogLevel, text: string) => void
}

/** Commits this administrator's changes alone, and follows the job to its end; on Panorama those of the firewalls too. */
export async function commitOwn(deps: CommitDeps, description: string): Promise<CommitOutcome> {
  const text = textElement('description', description.slice(0, DESCRIPTION_MAX))
  const cmd = element('commit', text + element('partial', element('admin', members([deps.username]))))
  const own = await commitAndFollow(deps, { type: 'commit', action: 'partial', cmd })
  if (deps.deviceGroup === undefined) return own
  const group = element('device-group', entry(deps.deviceGroup, ''))
  const push = element('commit-all', element('shared-policy', group + text + textElement('include-template', 'no')))
  const pushed = await commitAndFollow(deps, { type: 'commit', action: 'all', cmd: push })
  return { job: pushed.job ?? own.job, warnings: [...own.warnings, ...pushed.warnings] }
}

async function commitAndFollow(deps: CommitDeps, parameters: Parameters): Promise<CommitOutcome> {
  const answer = await deps.client.ask(parameters)
  if (isNothingToCommit(answer)) return { job: undefined, warnings: [] }
  if (answer.outcome !== 'ok') throw commitRefused(answer)
  const job = textOf(answer.result, 'job')
  // A success without a job is one that needs no waiting.
  if (job === undefined) return { job: undefined, warnings: [] }
  deps.log('info', `Commit job ${job} is queued`)
  return { job, warnings: await followJob(deps, job) }
}

const isNothingToCommit = ({ code, message, root }: XmlAnswer): boolean =>
  root.attributes.get('status') === 'success' &&
  (code === NOTHING_TO_COMMIT || /no changes to commit/i.test(message) || /would be the same as the previous/i.test(message))

function commitRefused(answer: XmlAnswer): DeviceFailureError {
  const failure = failureOf(answer)
  return failure === 'REFUSED' || failure === 'CAPACITY'
    ? new DeviceFailureError('COMMIT_FAILED', `The commit was refused: ${answer.message}`)
    : toFailure(answer, 'The commit was refused')
}

/** @returns warnings */
async function followJob(deps: CommitDeps, id: string): Promise<string[]> {
  const { client } = deps
  const deadline = performance.now() + client.timing.jobTimeoutMs
  const cmd = element('show', element('jobs', textElement('id', id)))
  let progress = ''
  for (;;) {
    await client.wait(client.timing.pollMs)
    const job = await askForJob(deps, id, cmd)
    if (job) {
      const end = readJob(job)
      if (end.state === 'ok') return end.warnings
      if (end.state === 'failed') throw new DeviceFailureError('COMMIT_FAILED', `Commit job ${id} failed: ${end.details.join('\n')}`)
      if (end.progress !== progress) deps.log('info', `Commit job ${id}: ${end.progress} %`)
      progress = end.progress
    }
    if (performance.now() > deadline) throw new DeviceFailureError('TIMED_OUT', `Commit job ${id} did not end in time; it may still do so`)
  }
}

/** undefined: ask again. Sessions end and connections break while a device commits; the job goes on. */
async function askForJob(deps: CommitDeps, id: string, cmd: string): Promise<XmlElement | undefined> {
  const answer = await deps.client.ask({ type: 'op', cmd }).catch((error: unknown) => {
    if (error instanceof DeviceFailureError && BREAKS.includes(error.failure)) return undefined
    throw error
  })
  if (answer === undefined) return undefined
  if (answer.outcome === 'refused' && failureOf(answer) === 'TIMED_OUT') return undefined
  const job = child(answer.result, 'job')
  if (answer.outcome === 'ok' && job) return job
  if (answer.outcome === 'absent' || /not found/i.test(answer.message) || (answer.outcome === 'ok' && !job))
    return await judgeVanished(deps, id)
  throw toFailure(answer, `Asking for commit job ${id}`)
}

const BREAKS: readonly string[] = ['UNREACHABLE', 'TIMED_OUT', 'DEVICE_FAULT']

/** The device forgot the job. What it did shows in whether our changes are still uncommitted, after a while for the commit to end. */
async function judgeVanished(deps: CommitDeps, id: string): Promise<XmlElement> {
  const { client } = deps
  for (let look = 0; look < VANISHED_LOOKS && deps.deviceGroup === undefined; look += 1) {
    const { own } = await readPendingWork(client, deps.username)
    if (own === 0) {
      deps.log('warn', `The device no longer knows commit job ${id}, but our changes are committed`)
      return { name: 'job', attributes: new Map(), text: '', children: [leaf('status', 'FIN'), leaf('result', 'OK')] }
    }
    await client.wait(client.timing.pollMs)
  }
  throw new DeviceFailureError('COMMIT_VANISHED', `The device no longer knows commit job ${id}, and our changes are not committed`)
}

const VANISHED_LOOKS = 10

const leaf = (name: string, text: string): XmlElement => ({ name, attributes: new Map(), text, children: [] })

interface JobState {
  readonly state: 'running' | 'ok' | 'failed'
  readonly progress: string
  readonly details: readonly string[]
  readonly warnings: string[]
}

/** What a job comes to. Commit-alls end before their firewalls do; Failed-Jobs have neither id nor status. */
export function readJob(job: XmlElement): JobState {
  const progress = textOf(job, 'progress') ?? '0'
  const devices = childrenOf(child(job, 'devices'), 'entry')
  const details = [...linesOf(child(job, 'details')), ...devices.flatMap(deviceFaults)]
  const warnings = [...linesOf(child(job, 'warnings')), ...devices.flatMap(deviceWarnings)].filter(line => !/^\(null\)$/.test(line))
  const status = textOf(job, 'status')
  const result = textOf(job, 'result')
  if (textOf(job, 'type') === 'Failed-Job' || result === 'FAIL') return { state: 'failed', progress, details, warnings }
  if (status !== 'FIN') return { state: 'running', progress, details, warnings }
  const results = devices.map(device => textOf(device, 'result') ?? 'PEND')
  if (results.includes('PEND')) return { state: 'running', progress, details, warnings }
  const failed = result !== 'OK' || results.some(told => told !== 'OK')
  return { state: failed ? 'failed' : 'ok', progress, details, warnings }
}

const linesOf = (element_: XmlElement | undefined): string[] =>
  element_ ? [...walk(element_)].map(({ text }) => text).filter(text => text !== '') : []

function deviceFaults(device: XmlElement): string[] {
  if (textOf(device, 'result') !== 'FAIL') return []
  const name = textOf(device, 'devicename') ?? textOf(device, 'serial-no') ?? 'a firewall'
  const details = child(device, 'details')
  // "Configuration committed successfully" stands inside <errors> too.
  const lines = child(details, 'msg', 'errors') ? linesOf(child(details, 'msg', 'errors')) : linesOf(details)
  return [`${name}: ${lines.join(' ') || textOf(device, 'status') || 'failed'}`]
}

const deviceWarnings = (device: XmlElement): string[] => {
  const name = textOf(device, 'devicename') ?? textOf(device, 'serial-no') ?? ''
  return linesOf(child(device, 'details', 'msg', 'warnings')).map(line => `${name}: ${line}`)
}
