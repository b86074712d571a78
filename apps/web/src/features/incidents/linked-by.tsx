import { Text } from '@mantine/core'
import type { LinkKey } from '@sallyport/shared'
import { formatEnum } from '../../lib/format'

/** What the alerts of an incident share. */
export function LinkedBy({ linkKey, linkValue }: { linkKey: LinkKey | null; linkValue: string | null }) {
  if (linkKey === null || linkValue === null) return <Text span inherit c="dimmed" children="single alert" />
  return (
    <span title={`${formatEnum(linkKey)}: ${linkValue}`}>
      {linkValue}{' '}
      <Text span inherit c="dimmed">
        {formatEnum(linkKey)}
      </Text>
    </span>
  )
}
