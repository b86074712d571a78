import { SEVERITIES, type Severity } from '@sallyport/shared'
import { SEVERITY_LOOKS } from '../../components/ui/severity-look'
import { alertsLink, incidentsLink, type Span } from './overview-links'

/** Counts of one step, as the API gives them. */
export interface CountedStep {
  readonly at: string
  readonly severities: readonly { readonly severity: Severity; readonly count: number }[]
  readonly allowed: number
  readonly blocked: number
}

/** One colour of a chart. */
export interface StepSeries {
  readonly key: string
  readonly label: string
  readonly color: string
  countOf(step: CountedStep): number
  /** The list behind what it counts in a span. */
  linkOf(span: Span): string
}

const colorOf = (severity: Severity): string => `light-dark(${SEVERITY_LOOKS[severity].light}, ${SEVERITY_LOOKS[severity].dark})`

/** The highest at the bottom, where bars are compared best. */
const bySeverity = (linkOf: (span: Span, severity: Severity) => string): readonly StepSeries[] =>
  SEVERITIES.toReversed().map(severity => ({
    key: severity,
    label: SEVERITY_LOOKS[severity].word,
    color: colorOf(severity),
    countOf: step => step.severities.find(one => one.severity === severity)?.count ?? 0,
    linkOf: span => linkOf(span, severity),
  }))

export const ALERTS_BY_SEVERITY = bySeverity((span, severity) => alertsLink(span, { severity }))
export const INCIDENTS_BY_SEVERITY = bySeverity(incidentsLink)

/** In the colours of the mark that alerts carry. */
export const ALERTS_BY_OUTCOME: readonly StepSeries[] = [
  {
    key: 'allowed',
    label: 'Allowed',
    color: 'light-dark(#a63c00, #ffab70)',
    countOf: step => step.allowed,
    linkOf: span => alertsLink(span, { outcome: 'allowed' }),
  },
  {
    key: 'blocked',
    label: 'Blocked',
    color: 'light-dark(#4a5a6b, #b4c0cc)',
    countOf: step => step.blocked,
    linkOf: span => alertsLink(span, { outcome: 'blocked' }),
  },
]

/** From one step to the next, the last one to the end of the range. */
export const spanOf = (steps: readonly CountedStep[], index: number, end: string): Span => ({
  from: steps[index]?.at ?? end,
  to: steps[index + 1]?.at ?? end,
})
