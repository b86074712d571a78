import { childAt, childrenNamed, elementsIn, textAt, type XmlElement } from '../../platform/xml.js'
import { IndicatorSet, type Canonical } from './report-indicators.js'
import { REPORT_FAMILIES_MAX, REPORT_ITEMS_MAX, REPORT_PLATFORMS_MAX, type ReportContent, type ReportPlatform } from './wildfire-report.js'
import { attribute, cleanText, ReportBudget } from './report-parts.js'
import { filesOf, networkOf, processesOf } from './report-activities.js'

/** The report is XML, but not one of WildFire. */
export class NotAReportError extends Error {
  constructor() {
    super('it is XML, but not a WildFire report')
    this.name = 'NotAReportError'
  }
}

/**
 * What a report of version 2 or 3 says, within bounds. Sections whose shape is not documented (network, processes, files of
 * dynamic analyses) are read where they look as other clients of the API have seen them, and passed over otherwise.
 * @param canonical brings an indicator into the form in which observables are stored; undefined: it is not valid
 * @throws NotAReportError
 */
export function readReport(root: XmlElement, canonical: Canonical): ReportContent {
  const file = childAt(root, 'file_info')
  const reports = childrenNamed(childAt(root, 'task_info'), 'report')
  if (root.name !== 'wildfire' || (file === undefined && reports.length === 0)) throw new NotAReportError()
  const of = (name: string): string | null => applicable(textAt(file, name))
  const hashes = { sha256: hashOf(of('sha256')), sha1: hashOf(of('sha1')), md5: hashOf(of('md5')) }
  const indicators = new IndicatorSet(canonical, Object.values(hashes))
  const budget = new ReportBudget(REPORT_ITEMS_MAX)
  return {
    malware: isMalware(textAt(file, 'malware')),
    fileType: of('filetype'),
    size: /^\d{1,18}$/.test(of('size') ?? '') ? of('size') : null,
    ...hashes,
    signer: of('file_signer'),
    families: familiesIn(root),
    platforms: reports.slice(0, REPORT_PLATFORMS_MAX).map(report => readPlatform(report, indicators, budget)),
    indicators: indicators.found,
  }
}

/** Findings come first: they are what an analyst reads when the report is too long for all. */
function readPlatform(report: XmlElement, indicators: IndicatorSet, budget: ReportBudget): ReportPlatform {
  return {
    platform: cleanText(textAt(report, 'platform')) ?? '',
    software: cleanText(textAt(report, 'software')),
    malware: isMalware(textAt(report, 'malware')),
    summary: budget.take(findingsOf(report)),
    network: budget.take(networkOf(report, indicators)),
    processes: budget.take(processesOf(report)),
    files: budget.take(filesOf(report, indicators)),
  }
}

function* findingsOf(report: XmlElement): Generator<ReportPlatform['summary'][number]> {
  for (const entry of childrenNamed(childAt(report, 'summary'), 'entry')) {
    const text = cleanText(entry.text)
    if (text === null) continue
    const score = Number(attribute(entry, 'score') ?? NaN)
    yield { text, details: applicable(attribute(entry, 'details')), score: Number.isFinite(score) ? score : null }
  }
}

/** 'suspicious' of a static analyzer is no verdict. */
const isMalware = (text: string | undefined): boolean => text?.trim().toLowerCase() === 'yes'

/** Reports write None or N/A where there is nothing. */
function applicable(text: string | undefined): string | null {
  const clean = cleanText(text)
  return clean === null || /^(none|n\/a|null)$/i.test(clean) ? null : clean
}

const hashOf = (text: string | null): string | null => (text !== null && /^[0-9a-f]{32,64}$/i.test(text) ? text.toLowerCase() : null)

const FAMILY_ELEMENT = /^(malware_?)?famil(y|y_name|ies)$/i
const FAMILY_SENTENCE = /\bmalware family:?\s+["']?([\w.-]{2,60})/i

/** Families have no documented place: elements of that name, and findings that name one. */
function familiesIn(root: XmlElement): string[] {
  const families = new Map<string, string>()
  const add = (text: string | null | undefined): void => {
    const name = applicable(text ?? undefined)
    if (name !== null && name.length <= 100 && families.size < REPORT_FAMILIES_MAX) families.set(name.toLowerCase(), name)
  }
  for (const element of elementsIn(root)) {
    if (FAMILY_ELEMENT.test(element.name) && element.children.length === 0) add(element.text)
    else if (element.name === 'entry') {
      add(attribute(element, 'family'))
      add(FAMILY_SENTENCE.exec(element.text)?.[1])
    }
  }
  return [...families.values()]
}
