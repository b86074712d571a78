import 'reflect-metadata'
import { loadConfig } from './config.js'
import { createLogger } from './platform/logger.js'
import { startServer } from './server.js'

/** A stop that hangs must not keep the process. */
const STOP_WITHIN_MS = 60_000
/** Ctrl-C arrives from the terminal and again from whatever started the server: only a later one means that it must end at once. */
const IMPATIENT_AFTER_MS = 2_000

const say = (text: string) => process.stdout.write(`${text}\n`)

async function main(): Promise<void> {
  const config = loadConfig(process.env)
  const logger = createLogger(config.logLevel)
  const stopping = new AbortController()
  const stopAsked = new Promise<void>(resolve => {
    let askedAt = 0
    for (const name of ['SIGINT', 'SIGTERM'] as const)
      process.on(name, () => {
        if (stopping.signal.aborted) {
          if (performance.now() - askedAt > IMPATIENT_AFTER_MS) process.exit(1)
          return
        }
        askedAt = performance.now()
        logger.info({ signal: name }, 'Stopping')
        stopping.abort()
        resolve()
      })
  })
  process.on('unhandledRejection', error => {
    logger.fatal({ err: error }, 'A promise failed that nobody waited for')
    process.exitCode = 1
    process.kill(process.pid, 'SIGTERM')
  })

  const server = await startServer(config, logger, stopping.signal)
  say(`Sallyport is ready at ${server.url}`)
  if (server.setUpToken !== undefined)
    say(`Make the first administrator there (the link works once): ${server.url}/set-up?token=${server.setUpToken}`)

  await stopAsked
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
  await server.stop()
  logger.info('Stopped')
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  const cause = error instanceof Error && error.cause instanceof Error ? `\n(${error.cause.message})` : ''
  process.stderr.write(`Sallyport could not start: ${message}${cause}\n`)
  process.exitCode = 1
})
