import { request } from 'node:https'
import { type PanosSimulator } from './simulator.js'

export interface RawAnswer {
  readonly status: number
  readonly reason: string
  readonly type: string
  readonly body: string
}

export interface RawRequest {
  readonly method?: 'GET' | 'POST'
  readonly path?: string
  readonly query?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** One plain HTTPS request, for the simulator's own tests. */
export function raw(
  simulator: PanosSimulator,
  { method = 'POST', path = '/api/', query = '', body = '', headers = {} }: RawRequest,
): Promise<RawAnswer> {
  const options = {
    host: simulator.host,
    port: simulator.port,
    ca: simulator.caPem,
    method,
    path: query === '' ? path : `${path}?${query}`,
    agent: false,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body), ...headers },
  }
  return new Promise((resolve, reject) => {
    const sent = request(options, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          reason: response.statusMessage ?? '',
          type: response.headers['content-type'] ?? '',
          body: text,
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Asks as an administrator: fetches a key and gives a function that posts parameters with it. */
export async function login(
  simulator: PanosSimulator,
  user = 'admin',
  password = 'admin',
): Promise<(parameters: Record<string, string>) => Promise<string>> {
  const { body } = await raw(simulator, { query: 'type=keygen', body: new URLSearchParams({ user, password }).toString() })
  const key = /<key>([^<]+)<\/key>/.exec(body)?.[1]
  if (key === undefined) throw new Error(body)
  return async parameters =>
    (await raw(simulator, { body: new URLSearchParams(parameters).toString(), headers: { 'x-pan-key': key } })).body
}
