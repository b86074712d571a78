/** A long-lived part. Its constructor does nothing; stop() works also after a failed start. */
export interface Service {
  readonly name: string
  start(signal: AbortSignal): Promise<void>
  stop(): Promise<void>
}

/** Starts in order; stops in reverse, also when a later start fails. */
export async function startAll(services: readonly Service[], signal: AbortSignal): Promise<() => Promise<void>> {
  const toStop: Service[] = []
  const stop = async () => {
    const failures: unknown[] = []
    for (const service of toStop.splice(0).reverse()) await service.stop().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw new AggregateError(failures, 'Some parts did not stop cleanly')
  }
  try {
    for (const service of services) {
      toStop.push(service)
      await service.start(signal)
    }
  } catch (error) {
    await stop().catch(() => undefined)
    throw error
  }
  return stop
}
