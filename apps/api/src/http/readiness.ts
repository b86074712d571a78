/** A part that must work before the server is of use. */
export interface ReadinessCheck {
  readonly name: string
  isReady(): boolean | Promise<boolean>
}

export interface Readiness {
  readonly ready: boolean
  readonly parts: Readonly<Record<string, boolean>>
}

export async function readinessOf(checks: readonly ReadinessCheck[]): Promise<Readiness> {
  const results = await Promise.all(checks.map(async check => [check.name, await check.isReady()] as const))
  return { ready: results.every(([, ready]) => ready), parts: Object.fromEntries(results) }
}
