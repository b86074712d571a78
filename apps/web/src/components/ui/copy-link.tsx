import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCheck, IconLink } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { copyText } from './value-text'

const SAID_FOR_MS = 2_000

/** Copies a link to what is on show. `search` is the address's query at that moment: a colleague must see the same. */
export function CopyLink({ search }: { search(): string }) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SAID_FOR_MS)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () => copyText(`${location.origin}${location.pathname}?${search()}`).then(() => setCopied(true))
  return (
    <Tooltip label={copied ? 'Copied' : 'Copy a link to this view; the time becomes fixed'}>
      <ActionIcon aria-label="Copy link" onClick={() => void copy()}>
        {copied ? <IconCheck size={16} aria-hidden /> : <IconLink size={16} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  )
}
