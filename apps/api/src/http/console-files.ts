import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** The built web app; beside the sources and beside dist alike. */
export const CONSOLE_FOLDER = fileURLToPath(new URL('../../../web/dist', import.meta.url))

/**
 * Serves the console: hashed assets for ever, its page afresh each time, and the page for every path that a person
 * navigates to, since the paths below belong to the console's own router.
 */
export async function serveConsole(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(path.join(folder, 'index.html'))
  if (isBuilt)
    await app.register(staticFiles, {
      root: folder,
      cacheControl: false,
      setHeaders: (reply, file) => {
        const isHashed = file.startsWith(path.join(folder, 'assets') + path.sep)
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  app.setNotFoundHandler(async (request, reply) => {
    if (isBuilt && isNavigation(request)) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return notFound(reply)
  })
}

function isNavigation({ method, headers, url }: FastifyRequest): boolean {
  const { pathname } = new URL(url, 'http://localhost')
  const wantsPage = headers.accept?.includes('text/html') ?? false
  return (method === 'GET' || method === 'HEAD') && wantsPage && path.extname(pathname) === '' && !pathname.startsWith('/assets/')
}

const notFound = (reply: FastifyReply) => reply.code(404).send({ error: 'Not found' })
