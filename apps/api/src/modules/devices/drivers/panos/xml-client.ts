import { request, type Agent } from 'node:https'
import { DeviceFailureError } from '../../device-failure.js'
import { connectionFailure, parseHost } from './device-tls.js'
import { judge, toFailure, type XmlAnswer } from './xml-answer.js'
import { parseXml, textOf } from './xml-element.js'
import type { CallLimit } from './call-limit.js'

export interface XmlClientDeps {
  /** host or host:port. */
  readonly host: string
  readonly username: string
  readonly password: string
  readonly agent: Agent
  readonly limit: CallLimit
  readonly maxConcurrent: number
  readonly keys: { read(host: string): string | undefined; write(host: string, key: string): Promise<void> }
  readonly signal: AbortSignal
  /** Told before every call. */
  readonly onCall: () => void
  readonly timing: XmlTiming
}

export interface XmlTiming {
  /** Longest silence of the device in a call. */
  readonly callTimeoutMs: number
  /** Between two questions for a job; faster ones slow the device down. */
  readonly pollMs: number
  /** Longest time that a commit may take. */
  readonly jobTimeoutMs: number
  /** First wait before a read that failed on the way is asked again. */
  readonly againMs: number
}

export type Parameters = Readonly<Record<string, string>>

/** PAN-OS takes no larger request. */
export const REQUEST_MAX_BYTES = 5 * 1_000_000
const ANSWER_MAX_BYTES = 64 * 1_048_576
const READ_ATTEMPTS = 3
const GATEWAY_FAULTS = [429, 500, 502, 503, 504]

interface HttpAnswer {
  readonly status: number
  readonly statusText: string
  readonly body: string
}

/**
 * Speaks the XML API with one host. Always POST, so that nothing lands in access logs and no character is lost; the key
 * in a header. A key that is refused is made anew once.
 */
export class XmlClient {
  private generating: Promise<string> | undefined

  constructor(private readonly deps: XmlClientDeps) {}

  get host(): string {
    return this.deps.host
  }

  /** Answers that refuse are returned. @throws DeviceFailureError for everything that is no answer of PAN-OS, and for lack of credentials */
  async ask(parameters: Parameters): Promise<XmlAnswer> {
    const key = this.deps.keys.read(this.deps.host) ?? (await this.newKey())
    const answer = judgeHttp(await this.post(parameters, key))
    if (!isKeyRefused(answer)) return answer
    const current = this.deps.keys.read(this.deps.host)
    return judgeHttp(await this.post(parameters, current !== undefined && current !== key ? current : await this.newKey()))
  }

  /** A call that must succeed; `absent` counts as success. @param doing begins the message of the failure */
  async call(doing: string, parameters: Parameters): Promise<XmlAnswer> {
    const answer = await this.ask(parameters)
    if (answer.outcome === 'refused') throw toFailure(answer, doing)
    return answer
  }

  /** The same for what changes nothing, and so can be asked again when it failed on the way. */
  async read(doing: string, parameters: Parameters): Promise<XmlAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.call(doing, parameters)
      } catch (error) {
        const passes = error instanceof DeviceFailureError && ['DEVICE_FAULT', 'TIMED_OUT'].includes(error.failure)
        if (!passes || attempt >= READ_ATTEMPTS) throw error
        await this.wait(this.deps.timing.againMs * attempt)
      }
    }
  }

  readonly op = (doing: string, cmd: string, extra: Parameters = {}): Promise<XmlAnswer> => this.read(doing, { type: 'op', cmd, ...extra })

  /** Ends early, with a failure, when the session is given up. */
  wait(ms: number): Promise<void> {
    const { signal } = this.deps
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        clearTimeout(timer)
        reject(abortReason(signal))
      }
      if (signal.aborted) return onAbort()
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', onAbort)
        resolve()
      }, ms)
      signal.addEventListener('abort', onAbort, { once: true })
    })
  }

  get timing(): XmlTiming {
    return this.deps.timing
  }

  /** One at a time: calls that run beside each other share it. */
  private newKey(): Promise<string> {
    this.generating ??= this.generate().finally(() => (this.generating = undefined))
    return this.generating
  }

  private async generate(): Promise<string> {
    const { username, password, host } = this.deps
    const answer = judgeHttp(await this.post({ type: 'keygen', user: username, password }))
    if (answer.outcome === 'refused') {
      if (answer.code === 403 || /invalid credentials?/i.test(answer.message)) {
        throw new DeviceFailureError('CREDENTIALS', `The device refuses user name and password: ${answer.message}`)
      }
      throw toFailure(answer, 'Making an API key')
    }
    const key = textOf(answer.result, 'key')
    if (key === undefined) throw new DeviceFailureError('BAD_ANSWER', 'The device answered without an API key')
    await this.deps.keys.write(host, key)
    return key
  }

  private async post(parameters: Parameters, key?: string): Promise<HttpAnswer> {
    const body = Buffer.from(new URLSearchParams(parameters).toString())
    if (body.length > REQUEST_MAX_BYTES)
      throw new DeviceFailureError('REFUSED', `A request of ${body.length} bytes is more than PAN-OS takes`)
    return this.deps.limit.run(this.deps.maxConcurrent, async () => {
      if (this.deps.signal.aborted) throw abortReason(this.deps.signal)
      this.deps.onCall()
      return this.send(body, key)
    })
  }

  private send(body: Buffer, key: string | undefined): Promise<HttpAnswer> {
    const { agent, signal, timing } = this.deps
    const { host, port } = parseHost(this.deps.host)
    return new Promise((resolve, reject) => {
      const fail = (error: unknown) => reject(signal.aborted ? abortReason(signal) : connectionFailure(error, this.deps.host))
      const sent = request(
        {
          agent,
          host,
          port,
          method: 'POST',
          path: '/api/',
          signal,
          timeout: timing.callTimeoutMs,
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': body.length,
            ...(key !== undefined && { 'x-pan-key': key }),
          },
        },
        answer => {
          const chunks: Buffer[] = []
          let size = 0
          answer.on('data', (chunk: Buffer) => {
            size += chunk.length
            if (size > ANSWER_MAX_BYTES) sent.destroy(new DeviceFailureError('BAD_ANSWER', 'The device answered with more than 64 MiB'))
            else chunks.push(chunk)
          })
          answer.once('error', fail)
          answer.once('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              statusText: answer.statusMessage ?? '',
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          )
        },
      )
      sent.once('timeout', () =>
        sent.destroy(
          new DeviceFailureError('TIMED_OUT', `${this.deps.host} gave no answer within ${timing.callTimeoutMs / 1_000} seconds`),
        ),
      )
      sent.once('error', fail)
      sent.end(body)
    })
  }
}

/** HTTP faults of proxies and overloaded devices come without XML; PAN-OS's own 403 and 400 have it. */
function judgeHttp({ status, statusText, body }: HttpAnswer): XmlAnswer {
  if (GATEWAY_FAULTS.includes(status)) throw new DeviceFailureError('DEVICE_FAULT', `The device answered HTTP ${status} ${statusText}`)
  const trimmed = body.trim()
  if (status === 403 && !trimmed.startsWith('<')) {
    const root = {
      name: 'response',
      attributes: new Map([
        ['status', 'error'],
        ['code', '403'],
      ]),
      children: [],
      text: '',
    }
    return { outcome: 'refused', code: 403, message: statusText, root, result: undefined }
  }
  const answer = judge(parseXml(trimmed))
  if (status < 400) return answer
  return { ...answer, outcome: 'refused', code: answer.code ?? status, message: answer.message || statusText }
}

/** Key wrong or expired, as against a right that is missing. */
const isKeyRefused = ({ outcome, message }: XmlAnswer): boolean =>
  outcome === 'refused' && /invalid credentials?|api ?key.*(invalid|expired)/i.test(message)

const abortReason = (signal: AbortSignal): Error => (signal.reason instanceof Error ? signal.reason : new Error('The run was given up'))
