import { IconBan, IconHelpCircle } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { type ValueActions, ValueActionsProvider, type ValueOrigin } from '../../components/ui/value-actions'
import { paths } from '../../config/paths'
import { useCan } from '../../lib/permissions'
import type { BlockCandidate } from './block-candidates'
import { BlockDialog } from './block-dialog'
import type { BlockRequest } from './block-request'

/** Gives the values on a page the ways to lists: block it, and why is it blocked. */
export function Blocking({ children }: { children: ReactNode }) {
  const may = { read: useCan('list:read'), write: useCan('list:write') }
  const navigate = useNavigate()
  const [request, setRequest] = useState<BlockRequest | null>(null)
  const actions = useMemo<ValueActions>(() => {
    const block = (value: BlockCandidate | null, origin: ValueOrigin | null) => ({
      label: 'Block…',
      icon: <IconBan size={14} aria-hidden />,
      apply: () => setRequest({ value, origin }),
    })
    return {
      ofValue: (kind, value, origin) => [
        ...(may.write ? [block({ kind, value, note: '' }, origin)] : []),
        ...(may.read
          ? [
              {
                label: 'Why is this blocked?',
                icon: <IconHelpCircle size={14} aria-hidden />,
                apply: () => void navigate(paths.whyBlocked(value)),
              },
            ]
          : []),
      ],
      ofOrigin: origin => (may.write ? [block(null, origin)] : []),
    }
  }, [may.read, may.write, navigate])
  return (
    <ValueActionsProvider value={actions}>
      {children}
      <BlockDialog request={request} onClose={() => setRequest(null)} />
    </ValueActionsProvider>
  )
}
