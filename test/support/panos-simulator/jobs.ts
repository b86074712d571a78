import { setTimeout as delay } from 'node:timers/promises'
import { ApiError } from './answers.js'
import { type Faults, spend } from './faults.js'
import { deviceDateTime, deviceTime } from './device-time.js'
import { escapeText } from './xml.js'

export interface JobOutcome {
  readonly result: 'OK' | 'FAIL'
  readonly details: readonly string[]
  readonly warnings: readonly string[]
}

export interface Job {
  readonly id: number
  readonly type: 'Commit' | 'CommitAll' | 'Validate' | 'AutoCom' | 'EDLRefresh'
  readonly user: string
  readonly description: string
  readonly enqueuedAt: number
  readonly work: () => JobOutcome | Promise<JobOutcome>
  /** XML that stands beside details, such as the devices of a commit-all; asked for at every poll. */
  readonly extra: (() => string) | undefined
  startedAt: number | undefined
  finishedAt: number | undefined
  outcome: JobOutcome | undefined
  /** undefined: it is told as it is. */
  fate: 'failed-job' | 'vanished' | undefined
}

export type NewJob = Pick<Job, 'type' | 'user' | 'description' | 'work'> & { readonly extra?: () => string; readonly durationMs?: number }

/** The job queue: one at a time, in the order they came. */
export class Jobs {
  readonly #jobs: Job[] = []
  readonly #ended: ((job: Job) => void)[] = []
  #nextId = 1
  #tail: Promise<void> = Promise.resolve()
  #epoch = 0

  constructor(
    private readonly now: () => number,
    private readonly faults: Faults,
    private readonly durationMs: number,
    private readonly fullTfin: boolean,
  ) {}

  onEnd(listener: (job: Job) => void): void {
    this.#ended.push(listener)
  }

  /** Commits and validations that are not over. */
  unfinished(): Job[] {
    return this.#jobs.filter(({ finishedAt, type }) => finishedAt === undefined && type !== 'EDLRefresh')
  }

  /** Refuses a commit when too many wait. */
  demandRoom(): void {
    const waiting = this.unfinished().filter(({ startedAt }) => startedAt === undefined).length
    if (waiting >= this.faults.commitQueueMax) throw new ApiError(undefined, ['Commit queue is full. Please try again later'])
  }

  enqueue({ durationMs = this.durationMs, extra, ...job }: NewJob): Job {
    const made: Job = {
      ...job,
      extra,
      id: this.#nextId,
      enqueuedAt: this.now(),
      startedAt: undefined,
      finishedAt: undefined,
      outcome: undefined,
      fate: undefined,
    }
    this.#nextId += 1
    this.#jobs.push(made)
    const epoch = this.#epoch
    this.#tail = this.#tail.then(() => (epoch === this.#epoch ? this.#run(made, durationMs, epoch) : undefined))
    return made
  }

  async #run(job: Job, durationMs: number, epoch: number): Promise<void> {
    job.startedAt = this.now()
    await delay(durationMs)
    while (this.faults.holdCommits && job.type !== 'EDLRefresh' && epoch === this.#epoch) await delay(2)
    if (epoch !== this.#epoch) return
    const failed = job.type === 'Commit' && spend(this.faults, 'failedJobs')
    if (failed) job.fate = 'failed-job'
    else if (job.type === 'Commit' && spend(this.faults, 'vanishingJobs')) job.fate = 'vanished'
    job.outcome = failed ? { result: 'FAIL', details: ['job failed because of configd restart'], warnings: [] } : await job.work()
    job.finishedAt = this.now()
    for (const listener of this.#ended) listener(job)
  }

  /** A reboot forgets every job, also those that run. */
  clear(): void {
    this.#epoch += 1
    this.#jobs.length = 0
    this.#nextId = 1
  }

  show(id: number): string {
    const job = this.#jobs.find(each => each.id === id)
    if (job === undefined || job.fate === 'vanished') throw new ApiError(7, [`job ${id} not found`])
    return this.#xml(job)
  }

  showAll(): string {
    return this.#jobs
      .filter(({ fate }) => fate !== 'vanished')
      .reverse()
      .map(job => this.#xml(job))
      .join('')
  }

  #xml(job: Job): string {
    const { outcome, startedAt, finishedAt } = job
    const lines = (texts: readonly string[]) => texts.map(text => `<line>${escapeText(text)}</line>`).join('')
    if (job.fate === 'failed-job' && outcome !== undefined)
      return `<job><type>Failed-Job</type><details>${lines(outcome.details)}</details><warnings/></job>`
    const waiting = this.unfinished().filter(other => other.startedAt === undefined)
    const status = outcome ? 'FIN' : startedAt === undefined ? 'PEND' : 'ACT'
    const progress = outcome
      ? 100
      : startedAt === undefined
        ? 0
        : Math.min(99, Math.floor((100 * (this.now() - startedAt)) / Math.max(1, this.durationMs)))
    const tfin = finishedAt === undefined ? 'Still Active' : this.fullTfin ? deviceDateTime(finishedAt) : deviceTime(finishedAt)
    return (
      `<job><tenq>${deviceDateTime(job.enqueuedAt)}</tenq><tdeq>${deviceTime(startedAt ?? job.enqueuedAt)}</tdeq><id>${job.id}</id>` +
      `<user>${escapeText(job.user)}</user><type>${job.type}</type><status>${status}</status>` +
      `<queued>${startedAt === undefined ? 'YES' : 'NO'}</queued><stoppable>${outcome ? 'no' : 'yes'}</stoppable>` +
      `<result>${outcome?.result ?? 'PEND'}</result><tfin>${tfin}</tfin><description>${escapeText(job.description)}</description>` +
      `<positionInQ>${startedAt === undefined ? waiting.indexOf(job) + 1 : 0}</positionInQ><progress>${progress}</progress>` +
      `${job.extra?.() ?? ''}<details>${lines(outcome?.details ?? [])}</details><warnings>${lines(outcome?.warnings ?? [])}</warnings></job>`
    )
  }
}
