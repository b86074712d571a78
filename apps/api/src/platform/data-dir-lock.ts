import { createHash } from 'node:crypto'
import { mkdir, realpath, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Service } from './lifecycle.js'

/**
 * One server per data directory. The lock is a listening local socket named after the directory: the kernel lets it
 * go with the process, however that ends, so there is no stale lock file to judge.
 */
export class DataDirLock implements Service {
  readonly name = 'data-dir-lock'
  private server: Server | undefined

  constructor(private readonly deps: { dataDir: string }) {}

  async start(): Promise<void> {
    await mkdir(this.deps.dataDir, { recursive: true })
    const name = lockName(await realpath(this.deps.dataDir))
    try {
      this.server = await listen(name)
    } catch (error) {
      if (!isInUse(error)) throw error
      if (!path.isAbsolute(name) || (await answers(name)))
        throw new Error(
          `Another Sallyport server uses the data directory ${this.deps.dataDir}: stop it, or give this one its own DATA_DIR`,
          {
            cause: error,
          },
        )
      await rm(name, { force: true })
      this.server = await listen(name)
    }
  }

  async stop(): Promise<void> {
    const server = this.server
    this.server = undefined
    if (server) await new Promise<void>(resolve => server.close(() => resolve()))
  }
}

/** Linux and Windows have names outside of the file system; elsewhere it is a socket file, stale when nobody answers. */
function lockName(dataDir: string): string {
  const id = `sallyport-${createHash('sha256').update(dataDir).digest('hex').slice(0, 32)}`
  if (process.platform === 'linux') return `\0${id}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${id}` : path.join(tmpdir(), `${id}.sock`)
}

function listen(name: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(socket => socket.destroy())
    server.once('error', reject)
    server.listen(name, () => resolve(server.unref()))
  })
}

function answers(name: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(name, () => resolve(true))
    socket.once('connect', () => socket.destroy()).once('error', () => resolve(false))
  })
}

const isInUse = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
