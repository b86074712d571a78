/** A part that must work before the server is of use. */
export interface ReadinessCheck {
  readonly name: string
  isReady(): boolean | Promise<boolean>
}

export interface Readiness {
  readonly ready: boolean
  readonly parts: Readonly<Record<string, boolean>>
}

/** Who asks waits a few seconds at most, and then takes the server for dead. */
const ANSWER_WITHIN_MS = 2_000

/** @param withinMs a part that does not answer by then is not ready: a database that hangs is of no more use than none */
export async function readinessOf(checks: readonly ReadinessCheck[], withinMs = ANSWER_WITHIN_MS): Promise<Readiness> {
  const results = await Promise.all(checks.map(async check => [check.name, await within(withinMs, check.isReady())] as const))
  return { ready: results.every(([, ready]) => ready), parts: Object.fromEntries(results) }
}

async function within(ms: number, answer: boolean | Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>(resolve => (timer = setTimeout(() => resolve(false), ms)))
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
