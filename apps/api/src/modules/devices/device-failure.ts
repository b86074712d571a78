import type { DeviceFailure } from '@sallyport/shared'

/** What a device, or the way to it, refused. `message` is for the analyst and names what the device said. */
export class DeviceFailureError extends Error {
  constructor(
    readonly failure: DeviceFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'DeviceFailureError'
  }
}

/** The device refused some of the entries and took all the others. */
export class EntriesRefusedError extends DeviceFailureError {
  constructor(
    message: string,
    readonly values: ReadonlySet<string>,
  ) {
    super('REFUSED', message)
    this.name = 'EntriesRefusedError'
  }
}

/** What passes by itself: tried again after a while. */
const PASSING: ReadonlySet<DeviceFailure> = new Set<DeviceFailure>([
  'UNREACHABLE',
  'LOCKED',
  'OTHERS_PENDING',
  'COMMIT_QUEUE_FULL',
  'COMMIT_VANISHED',
  'TIMED_OUT',
  'NOT_ACTIVE',
  'DEVICE_FAULT',
])

/** Others' work comes first: the run gives way instead of failing. */
const POSTPONING: ReadonlySet<DeviceFailure> = new Set<DeviceFailure>(['LOCKED', 'OTHERS_PENDING', 'COMMIT_QUEUE_FULL'])

/** Trying again would do harm (locked accounts) or be refused again: only a person's act starts the next run. */
const STOPPING: ReadonlySet<DeviceFailure> = new Set<DeviceFailure>(['CREDENTIALS', 'TLS_NOT_TRUSTED', 'NOT_PERMITTED'])

export const isPassing = (failure: DeviceFailure): boolean => PASSING.has(failure)
export const isPostponing = (failure: DeviceFailure): boolean => POSTPONING.has(failure)
export const isStopping = (failure: DeviceFailure): boolean => STOPPING.has(failure)

const RETRY_FIRST_MS = 30_000
const RETRY_MAX_MS = 30 * 60_000

/** Doubles from half a minute to half an hour. @param attempt 1 for the first time it failed */
export const retryDelayMs = (attempt: number): number => Math.min(RETRY_FIRST_MS * 2 ** Math.min(attempt - 1, 10), RETRY_MAX_MS)
