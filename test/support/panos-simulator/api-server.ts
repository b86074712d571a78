import { type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { ApiError, HttpError, badRequest, failure, forbidden, result } from './answers.js'
import { type Admin, type ApiType, demandRight } from './admins.js'
import { commit } from './commit.js'
import { configAction } from './config-actions.js'
import { type Device } from './device.js'
import { spend } from './faults.js'
import { Journal, type SeenRequest } from './journal.js'
import { operational } from './operational.js'
import { type RequestParameters, readParameters } from './request-parameters.js'
import { userId } from './user-id.js'
import { escapeText } from './xml.js'

/** "Limit the number of concurrent API calls to five." */
const MOST_CONCURRENT = 5

/** The XML API of a device over HTTP: from a request to an answer. */
export class ApiServer {
  readonly journal = new Journal()
  #inWork = 0

  constructor(
    private readonly device: Device,
    private readonly reboot: () => void,
  ) {}

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { faults } = this.device
    if (faults.unreachable) return void request.socket.destroy()
    this.#inWork += 1
    this.journal.peak = Math.max(this.journal.peak, this.#inWork)
    try {
      const overloaded = this.#inWork > MOST_CONCURRENT
      const read = await readParameters(request).catch((error: unknown) => error)
      const parameters: RequestParameters = isRead(read) ? read : { parameters: new Map(), inQuery: [], size: 0 }
      const seen = this.#see(request, parameters)
      if (faults.slowMs > 0) await delay(faults.slowMs)
      const status = overloaded || spend(faults, 'badGateway') ? 502 : isRead(read) ? undefined : read
      await this.#answer(request, response, parameters, seen, status)
      this.journal.settled(seen)
    } finally {
      this.#inWork -= 1
    }
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    { parameters }: RequestParameters,
    seen: SeenRequest,
    refused: unknown,
  ): Promise<void> {
    const { faults } = this.device
    if (refused === 502)
      return send(response, seen, 502, 'Bad Gateway', '<html><head><title>502 Bad Gateway</title></head></html>', 'text/html')
    if (refused instanceof HttpError) return send(response, seen, refused.status, refused.reason, refused.body, 'text/html')
    await faults.beforeRequest?.(seen)
    const { status, reason, ...answer } = this.#carryOut(request, parameters, seen)
    let { body } = answer
    if (faults.loseAnswer?.(seen)) return void request.socket.destroy()
    if (faults.emptyCode) body = body.replace(/^<response status="success">/, '<response status="success" code="">')
    if (spend(faults, 'truncated')) body = body.slice(0, Math.floor(body.length / 2))
    const type = spend(faults, 'wrongContentType') ? 'text/html' : 'application/xml; charset=UTF-8'
    send(response, seen, status, reason, body, type)
  }

  #carryOut(
    request: IncomingMessage,
    parameters: ReadonlyMap<string, string>,
    seen: SeenRequest,
  ): { readonly status: number; readonly reason: string; readonly body: string } {
    try {
      return { status: 200, reason: 'OK', body: this.#dispatch(request, parameters, seen) }
    } catch (error) {
      if (error instanceof HttpError) return this.device.major < 8 && error.reason === 'Invalid Credential' ? OLD_REFUSAL : error
      if (error instanceof ApiError) return { status: 200, reason: 'OK', body: failure(error) }
      throw error
    }
  }

  #dispatch(request: IncomingMessage, parameters: ReadonlyMap<string, string>, seen: SeenRequest): string {
    const { device } = this
    const type = seen.type
    if (type === 'keygen') {
      const key = device.admins.keygen(parameters.get('user') ?? '', parameters.get('password') ?? '')
      return `<response status = 'success'><result><key>${key}</key></result></response>`
    }
    const admin = this.#authenticate(request, parameters)
    seen.admin = admin.name
    const target = this.#targetOf(seen)
    switch (type) {
      case 'version':
        return result(versionXml(device))
      case 'config':
        demandRight(admin, 'config')
        return configAction(target, admin, parameters)
      case 'commit':
        demandRight(admin, 'commit')
        return commit(target, admin, seen.cmd)
      case 'op':
        demandRight(admin, 'op')
        return operational({ device: target, admin, vsys: seen.vsys, reboot: this.reboot }, seen.cmd)
      case 'user-id':
        demandRight(admin, 'user-id')
        return userId(target, seen.cmd, seen.vsys ?? 'vsys1')
      case 'export':
      case 'import':
      case 'report':
      case 'log':
        demandRight(admin, type satisfies ApiType)
        throw badRequest(`the simulator has no ${type}`)
      default:
        throw badRequest(`Missing value for parameter "type"`)
    }
  }

  #authenticate(request: IncomingMessage, parameters: ReadonlyMap<string, string>): Admin {
    const { admins } = this.device
    const header = request.headers['x-pan-key']
    const key = typeof header === 'string' ? header : parameters.get('key')
    if (key !== undefined) return admins.byKey(key)
    const basic = /^Basic (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (basic === undefined) throw forbidden('Invalid Credential')
    const [user = '', ...password] = Buffer.from(basic, 'base64').toString('utf8').split(':')
    return admins.byPassword(user, password.join(':'))
  }

  /** `target=` of a Panorama means one of its firewalls. */
  #targetOf({ target }: SeenRequest): Device {
    if (target === undefined || !this.device.isPanorama) return this.device
    const firewall = this.device.managed.get(target)
    if (firewall === undefined) throw new ApiError(undefined, [`${target} not connected`])
    return firewall
  }

  #see(request: IncomingMessage, { parameters, inQuery, size }: RequestParameters): SeenRequest {
    const text = (name: string) => parameters.get(name) ?? ''
    const keyIn =
      request.headers['x-pan-key'] !== undefined
        ? 'header'
        : parameters.has('key')
          ? 'parameter'
          : request.headers.authorization
            ? 'basic'
            : undefined
    const seen: SeenRequest = {
      at: this.device.now(),
      method: request.method ?? '',
      type: text('type'),
      action: text('action'),
      xpath: text('xpath'),
      element: text('element'),
      cmd: text('cmd'),
      vsys: parameters.get('vsys'),
      target: parameters.get('target'),
      inQuery,
      keyIn,
      size,
      admin: undefined,
      status: undefined,
      answer: '',
    }
    this.journal.add(seen)
    return seen
  }
}

/** How old releases said it. */
const OLD_REFUSAL = {
  status: 200,
  reason: 'OK',
  body: "<response status = 'error' code = '403'><result><msg>Invalid credentials.</msg></result></response>",
}

const isRead = (read: unknown): read is RequestParameters => typeof read === 'object' && read !== null && 'parameters' in read

const versionXml = ({ version, multiVsys, model, serial }: Device): string =>
  `<sw-version>${version}</sw-version><multi-vsys>${multiVsys ? 'on' : 'off'}</multi-vsys><model>${escapeText(model)}</model><serial>${serial}</serial>`

function send(response: ServerResponse, seen: SeenRequest, status: number, reason: string, body: string, type: string): void {
  seen.status = status
  seen.answer = body
  response.writeHead(status, reason.replace(/[^\x20-\x7e]/g, ' '), { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
