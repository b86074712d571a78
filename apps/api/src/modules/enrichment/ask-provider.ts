import { HttpFault } from '../../platform/http-client.js'
import type { Logger } from '../../platform/logger.js'
import { ProviderFault, type LookupAnswer, type LookupProvider, type Observable } from './lookup-provider.js'

/** Longest time of one call, whatever the provider's own limits are. */
const CALL_MS = 60_000
const KINDS: readonly string[] = ['known', 'unknown', 'later', 'failed'] satisfies readonly LookupAnswer['kind'][]

/** One answer per value, in time. @throws ProviderFault, or whatever the provider throws */
export async function askProvider(
  provider: LookupProvider,
  observables: readonly Observable[],
  stopped: AbortSignal,
): Promise<readonly LookupAnswer[]> {
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(), CALL_MS)
  const signal = AbortSignal.any([stopped, timeout.signal])
  const ended = new AbortController()
  try {
    // A provider that does not listen to the signal is not waited for.
    const answers: unknown = await Promise.race([ask(provider, observables, signal), rejectedWhenAborted(signal, ended.signal)])
    if (!areAnswers(answers, observables.length)) throw new ProviderFault('UNAVAILABLE', 'The answer does not fit the question')
    return answers
  } catch (error) {
    if (timeout.signal.aborted) throw new ProviderFault('UNAVAILABLE', `No answer within ${CALL_MS / 1_000} s`, { cause: error })
    throw error
  } finally {
    clearTimeout(timer)
    ended.abort()
  }
}

/** Also what is thrown before there is a promise becomes a rejection. */
const ask = async (provider: LookupProvider, observables: readonly Observable[], signal: AbortSignal) => provider.ask(observables, signal)

function rejectedWhenAborted(signal: AbortSignal, ended: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(signal.reason instanceof Error ? signal.reason : new Error('Aborted'))
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true, signal: ended })
  })
}

const areAnswers = (answers: unknown, count: number): answers is readonly LookupAnswer[] =>
  Array.isArray(answers) &&
  answers.length === count &&
  answers.every(
    (answer: unknown) => typeof answer === 'object' && answer !== null && 'kind' in answer && KINDS.includes(String(answer.kind)),
  )

/** What is no fault of the provider's telling is one of ours: its text goes to the log alone, as it may hold anything. */
export function toFault(error: unknown, provider: string, logger: Logger): ProviderFault {
  if (error instanceof ProviderFault) return error
  if (error instanceof HttpFault) return new ProviderFault('UNAVAILABLE', error.message, { cause: error })
  logger.error({ err: error, provider }, 'A provider failed in a way that it does not tell')
  return new ProviderFault('UNAVAILABLE', 'It failed unexpectedly; the log of the server tells more', { cause: error })
}
