import type { Exchange, Operation, OperationContext, OperationResult } from 'urql'
import { filter, merge, pipe, share, type Source } from 'wonka'

/**
 * Context of operations that go past the cache. A feed keeps its own bounded rows; a cache that never forgets would hold
 * every alert that ever passed by.
 */
export const PAST_CACHE = { cached: false } as const satisfies Partial<OperationContext>

const goesPast = ({ context }: Operation) => context['cached'] === false

/** Lets operations of that context by, and gives all others to the cache. */
export const lettingPast =
  (cache: Exchange): Exchange =>
  input =>
  operations$ => {
    const shared$ = pipe(operations$, share)
    const past$ = pipe(shared$, filter(goesPast))
    let results$: Source<OperationResult> | undefined
    const cached$ = cache({
      ...input,
      // An exchange may forward only once: what goes past joins what the cache asks for.
      forward: asked$ => {
        results$ = pipe(merge([asked$, past$]), input.forward, share)
        return pipe(
          results$,
          filter(({ operation }) => !goesPast(operation)),
        )
      },
    })(
      pipe(
        shared$,
        filter(operation => !goesPast(operation)),
      ),
    )
    if (!results$) throw new Error('The cache exchange must forward when it is set up')
    return merge([
      cached$,
      pipe(
        results$,
        filter(({ operation }) => goesPast(operation)),
      ),
    ])
  }
