import { type IncomingMessage } from 'node:http'
import { HttpError, badRequest } from './answers.js'

export interface RequestParameters {
  readonly parameters: ReadonlyMap<string, string>
  readonly inQuery: readonly string[]
  readonly size: number
}

/** POST bodies between 2K and 5MB; a URL of this length is refused by the device's web server. */
const LONGEST_BODY = 5 * 1024 * 1024
const LONGEST_URL = 8192

/** Parameters of the query string and of the body, urlencoded or multipart, merged. Throws HttpError. */
export async function readParameters(request: IncomingMessage): Promise<RequestParameters> {
  const url = request.url ?? '/'
  if (url.length > LONGEST_URL) throw new HttpError(414, 'Request-URI Too Large', '<html><body>Request-URI Too Large</body></html>')
  const { pathname, searchParams } = new URL(url, 'https://device')
  const body = await readBody(request)
  if (pathname !== '/api' && pathname !== '/api/') throw new HttpError(404, 'Not Found', '<html><body>Not Found</body></html>')
  const parameters = new Map(searchParams)
  const type = request.headers['content-type'] ?? ''
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/.exec(type)?.[1]
  if (boundary !== undefined) for (const [name, value] of multipart(body, boundary)) parameters.set(name, value)
  else for (const [name, value] of new URLSearchParams(body.toString('utf8'))) parameters.set(name, value)
  return { parameters, inQuery: [...searchParams.keys()], size: body.length }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= LONGEST_BODY) chunks.push(chunk)
  }
  if (size > LONGEST_BODY) throw new HttpError(413, 'Request Entity Too Large', '<html><body>Request Entity Too Large</body></html>')
  return Buffer.concat(chunks)
}

/** Fields by name; a file named `file` of a user-id request counts as its command. */
function multipart(body: Buffer, boundary: string): [string, string][] {
  const parts = body.toString('utf8').split(`--${boundary}`).slice(1, -1)
  return parts.map(part => {
    const split = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/.exec(part.slice(0, split))?.[1]
    if (split === -1 || name === undefined) throw badRequest('malformed multipart body')
    return [name === 'file' ? 'cmd' : name, part.slice(split + 4, -2)]
  })
}
