import { Readable } from 'node:stream'
import { timeZone as timeZoneInput } from '@sallyport/shared'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { coerceInputValue, isInputType, type GraphQLSchema } from 'graphql'
import type { LiveSession } from '../graphql/context.js'
import { actorMay } from '../platform/actor.js'
import type { CsvExport } from '../platform/csv-export.js'
import { BadInputError, DomainError } from '../platform/errors.js'
import type { Logger } from '../platform/logger.js'

/** By name of the file: `alerts` is /export/alerts.csv. */
export type CsvExports = Readonly<Record<string, CsvExport>>

export interface ExportsDeps {
  readonly exports: CsvExports
  readonly schema: GraphQLSchema
  readonly sessionOf: (request: FastifyRequest) => Promise<LiveSession | undefined>
  readonly logger: Pick<Logger, 'warn'>
  /** For tests. */
  readonly stalledMs?: number
}

/** Nobody takes any of the text for so long: a laptop that was shut must not keep its place for ever. */
const STALLED_MS = 120_000
/** A long table keeps a connection to the database busy again and again. */
const AT_ONCE_MAX = 4
const HEADERS = { 'cache-control': 'private, no-store', 'content-security-policy': "sandbox; default-src 'none'" }
const STATUS: Partial<Record<DomainError['code'], number>> = { BAD_USER_INPUT: 400, FORBIDDEN: 403, NOT_FOUND: 404, UNAVAILABLE: 503 }

interface Route {
  readonly Params: { readonly file: string }
  readonly Querystring: Readonly<Record<string, string | string[] | undefined>>
}

/**
 * GET /export/<name>.csv?filter=<JSON>&orderBy=…&timeZone=…&list=…: what a list shows, whole, for people and API keys that may see it.
 * The filter is the GraphQL input of the list. A fault that comes later cuts the answer off, so that no part of it is taken for all.
 */
export function serveExports(app: FastifyInstance, { exports, schema, sessionOf, logger, stalledMs = STALLED_MS }: ExportsDeps): void {
  let running = 0
  // HEAD would read the whole table for nothing.
  app.get<Route>('/export/:file', { exposeHeadRoute: false }, async (request, reply) => {
    const refuse = (status: number, error: string): FastifyReply => reply.code(status).headers(HEADERS).send({ error })
    const session = await sessionOf(request)
    const actor = session?.current()?.actor
    if (!session || !actor) return refuse(401, 'Sign in first')
    const name = /^([a-z-]{1,40})\.csv$/.exec(request.params.file)?.[1] ?? ''
    const wanted = Object.hasOwn(exports, name) ? exports[name] : undefined
    if (!wanted) return refuse(404, `Ask for ${Object.keys(exports).join('.csv, ')}.csv`)
    if (!actorMay(actor, wanted.permission)) return refuse(403, `This needs the permission ${wanted.permission}`)
    if (running >= AT_ONCE_MAX) return refuse(503, 'Others are taking tables away: try again in a moment')
    running += 1
    const done = once(() => (running -= 1))
    try {
      const { timeZone, ...asked } = readQuery(request.query, wanted, schema)
      const text = wanted.open({ ...asked, timeZone, viewerId: actor.userId })
      // Header and first page: what cannot be read is told with a status.
      const first = [await text.next(), await text.next()].map(({ value }) => (typeof value === 'string' ? value : '')).join('')
      const stream = Readable.from(whileSignedIn({ first, rest: text, session, done }), { objectMode: false })
      // A stream that nobody begins to read does not come to its end.
      stream.once('close', done)
      stream.once('error', error => logger.warn({ err: error, export: name }, 'An export was cut off'))
      reply.raw.setTimeout(stalledMs, () => stream.destroy(new Error('Nobody takes it')))
      const file = `${name}-${new Date().toISOString().replace(/[:-]/g, '').slice(0, 15)}Z.csv`
      const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${file}"` }
      return await reply.headers({ ...HEADERS, ...headers }).send(stream)
    } catch (error) {
      done()
      if (error instanceof DomainError) return refuse(STATUS[error.code] ?? 400, error.message)
      throw error
    }
  })
}

interface OpenExport {
  readonly first: string
  readonly rest: AsyncGenerator<string>
  readonly session: LiveSession
  readonly done: () => void
}

async function* whileSignedIn({ first, rest, session, done }: OpenExport): AsyncGenerator<string> {
  try {
    yield first
    for await (const text of rest) {
      if (!session.current()) throw new Error('The session has ended')
      yield text
    }
  } finally {
    done()
  }
}

/** @throws BadInputError */
function readQuery(query: Route['Querystring'], { filterType }: CsvExport, schema: GraphQLSchema) {
  const text = (name: string): string | undefined => {
    const value = query[name]
    if (Array.isArray(value)) throw new BadInputError(`${name}: give it once`)
    return value === '' ? undefined : value
  }
  const timeZone = text('timeZone') ?? 'UTC'
  if (!timeZoneInput.safeParse(timeZone).success) throw new BadInputError('timeZone: not the name of a time zone, e.g. Europe/Oslo')
  const filter = text('filter')
  return {
    timeZone,
    orderBy: text('orderBy'),
    of: text('list'),
    filter: filter === undefined ? null : readFilter(filter, filterType, schema),
  }
}

/** As GraphQL would read it. */
function readFilter(text: string, filterType: string, schema: GraphQLSchema): object | null {
  const type = schema.getType(filterType)
  if (!isInputType(type)) throw new Error(`${filterType} is no input type`)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new BadInputError('filter: not JSON')
  }
  return coerceInputValue(json, type, (path, _value, error) => {
    throw new BadInputError(`filter${path.map(key => `.${key}`).join('')}: ${error.message}`)
  }) as object | null
}

function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) work()
    isDone = true
  }
}
