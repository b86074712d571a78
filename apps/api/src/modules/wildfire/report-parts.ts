import type { XmlElement } from '../../platform/xml.js'
import { REPORT_TEXT_MAX } from './wildfire-report.js'

/** One line that can be stored and shown: no control characters, no halves of characters, not too long; null: nothing is left. */
export function cleanText(text: string | undefined, longest = REPORT_TEXT_MAX): string | null {
  if (text === undefined) return null
  const clean = text
    .slice(0, longest * 2)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
  return clean === '' ? null : clean.length > longest ? `${clean.slice(0, longest - 1).toWellFormed()}…` : clean
}

/** Reports disagree about the case of names. */
export function attribute(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const wanted of names)
    for (const [name, value] of element.attributes) if (name.toLowerCase() === wanted && value !== '') return value
  return undefined
}

export const children = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement[] =>
  path.reduce<XmlElement[]>(
    (at, name) => at.flatMap(({ children: inner }) => inner.filter(child => child.name.toLowerCase() === name)),
    element ? [element] : [],
  )

/** Of one section of one platform, so that a chatty process does not hide the other platforms. */
const SECTION_MAX = 300

/** What is left of the number of items that all platforms together may have. */
export class ReportBudget {
  constructor(private left: number) {}

  /** The first ones, without repetitions. All are looked at, since reading them finds indicators too. */
  take<Item extends object>(items: Iterable<Item>): Item[] {
    const taken = new Map<string, Item>()
    for (const item of items) {
      if (this.left <= 0 || taken.size >= SECTION_MAX) continue
      const key = JSON.stringify(item)
      if (taken.has(key)) continue
      taken.set(key, item)
      this.left -= 1
    }
    return [...taken.values()]
  }
}
