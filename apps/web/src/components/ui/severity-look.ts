import type { Severity } from '@sallyport/shared'

export interface SeverityLook {
  readonly word: string
  /** A path in a 12 by 12 box: no two severities share a shape. */
  readonly shape: string
  /** Outlined shapes are the quiet severities. */
  readonly outlined: boolean
  /** Text colours, at least 4.5:1 on every background that rows have. */
  readonly light: string
  readonly dark: string
}

/** Red, amber and blue-grey only: green would say that all is well. Each step also differs in lightness. */
export const SEVERITY_LOOKS: Readonly<Record<Severity, SeverityLook>> = {
  CRITICAL: {
    word: 'Critical',
    shape: 'M3.7.5h4.6l3.2 3.2v4.6l-3.2 3.2H3.7L.5 8.3V3.7z',
    outlined: false,
    light: '#a8071a',
    dark: '#ff8f8f',
  },
  HIGH: { word: 'High', shape: 'M6 .8l5.6 10.4H.4z', outlined: false, light: '#a63c00', dark: '#ffab70' },
  MEDIUM: { word: 'Medium', shape: 'M6 .4L11.6 6 6 11.6.4 6z', outlined: false, light: '#7d5700', dark: '#f2cf63' },
  LOW: { word: 'Low', shape: 'M.9 2h10.2L6 11z', outlined: true, light: '#2a5a9b', dark: '#9cc6f5' },
  INFORMATIONAL: { word: 'Info', shape: 'M6 1a5 5 0 100 10A5 5 0 006 1z', outlined: true, light: '#4a5a6b', dark: '#b4c0cc' },
  UNKNOWN: { word: 'Unknown', shape: 'M1.5 1.5h9v9h-9z', outlined: true, light: '#5a5f66', dark: '#b5b5b5' },
}
