/** A socket that listens. */
export interface BoundAddress {
  readonly address: string
  readonly port: number
}

export interface Binding {
  /** undefined: not listening. */
  readonly bound: BoundAddress | undefined
  /** What a person should know: another port was taken, or none. */
  readonly notice: string | undefined
}

/** Ports below this need a right that a server without root mostly lacks. */
const UNPRIVILEGED_PORT = 1024
/** 514 becomes 5514. */
const FALLBACK_STEP = 5000

/**
 * Binds the wanted port; without the right to it, the one 5000 above. A port that is taken is told, not thrown: the
 * other listeners go on. `bind` rejects with an error that has a `code`, as Node's do.
 */
export async function bindPort(wanted: number, bind: (port: number) => Promise<BoundAddress>): Promise<Binding> {
  try {
    return { bound: await bind(wanted), notice: undefined }
  } catch (error) {
    if (codeOf(error) !== 'EACCES' || wanted >= UNPRIVILEGED_PORT) return { bound: undefined, notice: reasonOf(wanted, error) }
  }
  const fallback = wanted + FALLBACK_STEP
  try {
    return { bound: await bind(fallback), notice: `The server has no right to use port ${wanted}: it listens on ${fallback} instead` }
  } catch (error) {
    return { bound: undefined, notice: `The server has no right to use port ${wanted}. ${reasonOf(fallback, error)}` }
  }
}

function reasonOf(port: number, error: unknown): string {
  const code = codeOf(error)
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program`
  if (code === 'EACCES') return `The server has no right to use port ${port}`
  if (code === 'EADDRNOTAVAIL') return 'The configured address does not belong to this machine'
  return `Port ${port} cannot be used: ${error instanceof Error ? error.message : String(error)}`
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)
