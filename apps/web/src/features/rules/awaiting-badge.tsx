import { Badge } from '@mantine/core'
import { useAwaiting } from './approvals'

/** How much awaits approval, for the navigation; nothing where nothing does. */
export function AwaitingBadge() {
  const { nodes, hasMore } = useAwaiting()
  if (nodes.length === 0) return null
  const count = hasMore ? `${nodes.length}+` : String(nodes.length)
  return (
    <Badge size="sm" radius="sm" color="#b45309" tt="none" aria-label={`${count} await approval`}>
      {count}
    </Badge>
  )
}
