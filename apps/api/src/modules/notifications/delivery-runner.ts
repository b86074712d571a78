import type { Pool } from 'pg'
import type { HintSource } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import { pause, Waker } from '../../platform/waker.js'
import type { ChannelSender, SendResult } from './channel-sender.js'
import { DeliveryStore, type ClaimedDelivery } from './delivery-store.js'
import { storedNotice } from './notice.js'

const AT_ONCE = 10
const IDLE_MS = 5_000
const ATTEMPTS_MAX = 12
const KEPT_DAYS = 30
const FORGET_EVERY_MS = 3_600_000

/** After the n-th attempt: 10 s, 20 s, … at most an hour. */
export const pauseSeconds = (attempts: number): number => Math.min(10 * 2 ** (attempts - 1), 3_600)

export interface DeliveryRunnerDeps {
  readonly pool: Pool
  readonly sender: Pick<ChannelSender, 'send'>
  readonly hints: HintSource
  /** Where people reach the console, without a slash at the end. */
  readonly baseUrl: () => string
  readonly logger: Logger
}

/**
 * Sends what is due, on any replica. At least once: a server that dies between sending and recording leaves the delivery to
 * another, which sends it with the same ids (Message-ID, X-Sallyport-Delivery), by which receivers know it.
 */
export class DeliveryRunner implements Service {
  readonly name = 'delivery-runner'
  private readonly store: DeliveryStore
  private readonly waker = new Waker()
  private stopped = new AbortController()
  private running: Promise<void> = Promise.resolve()
  private undo: (() => void)[] = []
  private forgetAt = 0

  constructor(private readonly deps: DeliveryRunnerDeps) {
    this.store = new DeliveryStore(deps)
  }

  async start(): Promise<void> {
    const { hints } = this.deps
    this.stopped = new AbortController()
    this.undo = [hints.on('deliveries', () => this.waker.wake()), hints.on('resync', () => this.waker.wake())]
    this.running = this.run(this.stopped.signal)
  }

  /** Waits for what is being sent, so that it is recorded: at most 15 seconds or so. */
  async stop(): Promise<void> {
    this.stopped.abort()
    for (const undo of this.undo.splice(0)) undo()
    await this.running
  }

  /** Sends the next that are due. Returns whether there were any. */
  async step(): Promise<boolean> {
    const claimed = await this.store.claim(AT_ONCE)
    await Promise.all(claimed.map(delivery => this.deliver(delivery)))
    return claimed.length > 0
  }

  private async run(signal: AbortSignal): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      try {
        await this.upkeep()
        const worked = await this.step()
        failures = 0
        if (!worked) await this.waker.sleep(IDLE_MS, signal)
      } catch (error) {
        // The database may be away: the lease ends by itself.
        failures += 1
        this.deps.logger.warn({ err: error }, 'Deliveries could not be gone on with; trying again')
        await pause(Math.min(500 * 2 ** failures, 30_000), signal)
      }
    }
  }

  private async deliver(delivery: ClaimedDelivery): Promise<void> {
    const result = await this.attempt(delivery)
    if (result.sent) return this.store.sent(delivery)
    if (!result.again) return this.store.failed(delivery, result.error)
    if (delivery.attempts >= ATTEMPTS_MAX) return this.store.failed(delivery, `${result.error} (given up after ${ATTEMPTS_MAX} attempts)`)
    return this.store.retry(delivery, result.error, pauseSeconds(delivery.attempts))
  }

  private async attempt(delivery: ClaimedDelivery): Promise<SendResult> {
    if (!delivery.enabled) return { sent: false, again: false, error: 'The channel is switched off' }
    const notice = storedNotice.safeParse(delivery.notice).data
    if (!notice) return { sent: false, again: false, error: 'The message cannot be read' }
    const link = notice.link === null ? null : `${this.deps.baseUrl()}${notice.link}`
    return this.deps.sender.send(delivery, { deliveryId: delivery.id, createdAt: delivery.createdAt, notice: { ...notice, link } })
  }

  private async upkeep(): Promise<void> {
    if (performance.now() < this.forgetAt) return
    this.forgetAt = performance.now() + FORGET_EVERY_MS
    await this.store.forget(KEPT_DAYS)
  }
}
