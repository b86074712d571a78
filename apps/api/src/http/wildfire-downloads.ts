import { actorMay } from '../platform/actor.js'
import type { LiveSession } from '../graphql/context.js'
import type { ReportFile } from '../modules/wildfire/index.js'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Reports as files; the hash is a SHA-256 or MD5 in lower case. */
export interface WildfireDownloads {
  xml(hash: string): Promise<ReportFile>
  pdf(hash: string): Promise<ReportFile>
}

const FILE = /^([0-9a-f]{32}|[0-9a-f]{64})\.(xml|pdf)$/

/** What is in a report is up to whoever wrote the malware: it is taken away as a file, and nothing in it runs here. */
const HEADERS = { 'content-security-policy': "sandbox; default-src 'none'", 'cache-control': 'private, no-store' }

/** GET /wildfire/<hash>.xml and .pdf, for people who may see what is known. */
export function serveWildfireReports(
  app: FastifyInstance,
  { downloads, sessionOf }: { downloads: WildfireDownloads; sessionOf: (request: FastifyRequest) => Promise<LiveSession | undefined> },
): void {
  const refuse = (reply: FastifyReply, status: number, error: string) => reply.code(status).headers(HEADERS).send({ error })
  app.get<{ Params: { file: string } }>('/wildfire/:file', async (request, reply) => {
    const actor = (await sessionOf(request))?.current()?.actor
    if (!actor) return refuse(reply, 401, 'Sign in first')
    if (!actorMay(actor, 'enrichment:read')) return refuse(reply, 403, 'This needs the permission enrichment:read')
    const [name, hash = '', format] = FILE.exec(request.params.file) ?? []
    if (name === undefined) return refuse(reply, 404, 'Ask for the SHA-256 or MD5 of a file, with .xml or .pdf')
    const file = await (format === 'pdf' ? downloads.pdf(hash) : downloads.xml(hash))
    if (file.kind !== 'file') return refuse(reply, file.kind === 'missing' ? 404 : 503, file.reason)
    return reply
      .headers({ ...HEADERS, 'content-type': file.contentType, 'content-disposition': `attachment; filename="wildfire-${name}"` })
      .send(file.body)
  })
}
