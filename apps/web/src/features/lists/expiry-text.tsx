import { TimeText } from '../../components/ui/time-text'
import { useNow } from '../../lib/use-now'

/** When an entry leaves, counted down; null: it stays. */
export function ExpiryText({ at }: { at: string | null }) {
  const now = useNow(10_000)
  if (at === null) return <>removed by hand: it never expires</>
  if (Date.parse(at) <= now) return <>expired</>
  return (
    <>
      <TimeText at={at} /> (<TimeText at={at} relative />)
    </>
  )
}
