import type { ObservableKind } from '@sallyport/shared'
import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import type { ValueOrigin } from './value-actions'

interface OfValue {
  readonly kind: ObservableKind
  readonly value: string
}

interface OfOrigin {
  /** The alert, or else the incident, whose values are shown within. */
  readonly origin: ValueOrigin
  /** Another number: it may have further values by now. */
  readonly turn?: number
  readonly children: ReactNode
}

interface Framed {
  /** Puts a frame around it. */
  children(content: ReactNode): ReactNode
}

/** What another feature knows of values that it does not show itself: parts to be put beside them. */
export interface Knowledge {
  /** Address of the page on a value. */
  path(kind: ObservableKind, value: string): string
  /** The essentials of any value, asked for when drawn: for cards on hover. */
  readonly Card: ComponentType<OfValue>
  /** Asks what is known of all values of an alert or incident, for the parts within. */
  readonly Of: ComponentType<OfOrigin>
  /** Below a value of that alert or incident: person, place and score, verdict. */
  readonly Known: ComponentType<OfValue>
  /** Everything known of an alert, as a section. */
  readonly OfAlert: ComponentType
  /** What WildFire reports name and no alert does; nothing where there is none. */
  readonly Indicators: ComponentType<Framed>
  /** Whose data the places are, and what could not be read. */
  readonly Footnotes: ComponentType
}

const KnowledgeContext = createContext<Knowledge | null>(null)

export const KnowledgeProvider = KnowledgeContext.Provider
export const useKnowledge = (): Knowledge | null => useContext(KnowledgeContext)

/** Around the values of an alert or incident. Without knowledge nothing changes. */
export function KnowledgeOf(props: OfOrigin) {
  const knowledge = useKnowledge()
  return knowledge ? <knowledge.Of {...props} /> : props.children
}

export function Known(props: OfValue) {
  const knowledge = useKnowledge()
  return knowledge && <knowledge.Known {...props} />
}

export function KnownOfAlert() {
  const knowledge = useKnowledge()
  return knowledge && <knowledge.OfAlert />
}

export function KnownIndicators(props: Framed) {
  const knowledge = useKnowledge()
  return knowledge && <knowledge.Indicators {...props} />
}

export function KnownFootnotes() {
  const knowledge = useKnowledge()
  return knowledge && <knowledge.Footnotes />
}
