import type { ReactNode } from 'react'
import { type Knowledge, KnowledgeProvider } from '../../components/ui/knowledge'
import { paths } from '../../config/paths'
import { useCan } from '../../lib/permissions'
import { KnownOf } from './known-of'
import { Footnotes, KnownBelow, ReportIndicators, WhoWhereHowBad } from './known-parts'
import { ValueCard } from './value-card'

const KNOWLEDGE: Knowledge = {
  path: (kind, value) => paths.observable(kind, value),
  Card: ValueCard,
  Of: KnownOf,
  Known: KnownBelow,
  OfAlert: WhoWhereHowBad,
  Indicators: ReportIndicators,
  Footnotes,
}

/** Gives the values on a page what is known of them, for those who may read it. */
export function Knowing({ children }: { children: ReactNode }) {
  const may = useCan('enrichment:read')
  return <KnowledgeProvider value={may ? KNOWLEDGE : null}>{children}</KnowledgeProvider>
}
