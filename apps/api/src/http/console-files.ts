import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** The built web app; beside the sources and beside dist alike. */
export const CONSOLE_FOLDER = fileURLToPath(new URL('../../../web/dist', import.meta.url))

/** Pages whose path ends in a value: its dots, slashes and `..` name no file. */
const VALUE_PAGES = '/observables/*'

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
  if (isBuilt)
    app.get(VALUE_PAGES, async (request, reply) => {
      if (!wantsPage(request)) return notFound(reply)
      return reply.header('cache-control', 'no-cache').sendFile('index.html')
    })
  app.setNotFoundHandler(async (request, reply) => {
    if (isBuilt && isNavigation(request)) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return notFound(reply)
  })
}

const wantsPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false

function isNavigation(request: FastifyRequest): boolean {
  const { method, url } = request
  const { pathname } = new URL(url, 'http://localhost')
  return (method === 'GET' || method === 'HEAD') && wantsPage(request) && path.extname(pathname) === '' && !pathname.startsWith('/assets/')
}

const notFound = (reply: FastifyReply) => reply.code(404).send({ error: 'Not found' })
