import type { WildfireVerdict } from '@sallyport/shared'

const BY_CODE: ReadonlyMap<string, WildfireVerdict> = new Map([
  ['0', 'BENIGN'],
  ['1', 'MALICIOUS'],
  ['2', 'GRAYWARE'],
  ['4', 'PHISHING'],
  ['5', 'COMMAND_AND_CONTROL'],
  ['-100', 'PENDING'],
  ['-101', 'ERROR'],
  ['-102', 'UNKNOWN'],
  ['-103', 'INVALID'],
])

/** Code of get/verdict. A code that is new to us, such as −104 'flawed submission', is no verdict: ERROR. */
export const verdictOfCode = (code: string): WildfireVerdict => BY_CODE.get(code.trim()) ?? 'ERROR'

/** Verdicts by name, as extracted URLs of reports have them; undefined: none is told. */
const BY_NAME: ReadonlyMap<string, WildfireVerdict> = new Map([
  ['benign', 'BENIGN'],
  ['malware', 'MALICIOUS'],
  ['malicious', 'MALICIOUS'],
  ['grayware', 'GRAYWARE'],
  ['phishing', 'PHISHING'],
  ['c2', 'COMMAND_AND_CONTROL'],
  ['command-and-control', 'COMMAND_AND_CONTROL'],
])
export const verdictOfName = (name: string | undefined): WildfireVerdict | undefined => BY_NAME.get(name?.trim().toLowerCase() ?? '')

/** Worst first: which of several verdicts on one MD5 counts. */
const WORST_FIRST: readonly WildfireVerdict[] = [
  'MALICIOUS',
  'COMMAND_AND_CONTROL',
  'PHISHING',
  'GRAYWARE',
  'BENIGN',
  'PENDING',
  'ERROR',
  'UNKNOWN',
  'INVALID',
]

/** undefined: there is none. */
export const worstVerdict = (verdicts: readonly WildfireVerdict[]): WildfireVerdict | undefined =>
  WORST_FIRST.find(verdict => verdicts.includes(verdict))

const BAD: readonly WildfireVerdict[] = ['MALICIOUS', 'PHISHING', 'COMMAND_AND_CONTROL']
/** Worth an analyst's night: what raises incidents. */
export const isBad = (verdict: WildfireVerdict | undefined): boolean => verdict !== undefined && BAD.includes(verdict)

const SETTLED: readonly WildfireVerdict[] = [...BAD, 'GRAYWARE', 'BENIGN']
/** The analysis came to an end. */
export const isSettled = (verdict: WildfireVerdict | undefined): boolean => verdict !== undefined && SETTLED.includes(verdict)

const SCORES: Readonly<Partial<Record<WildfireVerdict, number>>> = {
  BENIGN: 0,
  GRAYWARE: 50,
  PHISHING: 100,
  COMMAND_AND_CONTROL: 100,
  MALICIOUS: 100,
}
/** 0 harmless … 100 malicious; undefined while nothing is settled. */
export const scoreOfVerdict = (verdict: WildfireVerdict): number | undefined => SCORES[verdict]

/** WildFire knows files by MD5 and SHA-256, not by SHA-1. */
export const isWildfireHash = (value: string): boolean => /^(?:[0-9a-f]{32}|[0-9a-f]{64})$/.test(value)
