import { cefFormat, parseCef } from './cef.js'
import { CsvFields } from './csv-fields.js'
import type { FieldNames, Pair } from './keyed-threat.js'
import { PANOS_LEEF, parseLeef } from './leef.js'
import { PanosCsvLine, threatFieldLabel } from './panos-csv.js'
import { findPayload } from './payload.js'
import { cleanLine } from './read-line.js'
import { STRATA_CSV_FIELDS, STRATA_THREAT_PLACE } from './strata-csv.js'
import { parseStrataJson, STRATA_JSON } from './strata-json.js'
import { FIELD, type ThreatFieldKey } from './threat-fields.js'
import type { NamedField } from './told-alert.js'

/** Fields in which all log types of PAN-OS CSV agree. */
const COMMON_FIELDS = 7
const FIELDS_SHOWN = 500

/**
 * Every field of a raw line by name, in its order, for people: PAN-OS variable and documented name, or a format's own key
 * with the name of what it stands for. Fields beyond the known table are numbered. Empty for a line that is unreadable.
 */
export function namedFields(raw: string): NamedField[] {
  const line = cleanLine(raw)
  const payload = findPayload(line)
  if (payload === undefined) return []
  switch (payload.shape) {
    case 'PANOS_CSV':
      return panosCsvFields(line, payload.start)
    case 'STRATA_CSV':
      return strataCsvFields(line, payload.start)
    case 'AUDIT':
      return numberedFields(line, payload.start)
    case 'CEF':
      return cefFields(line.slice(payload.start))
    case 'LEEF':
      return leefFields(line.slice(payload.start))
    case 'JSON':
      return jsonFields(line.slice(payload.start))
  }
}

const range = (count: number): number[] => Array.from({ length: Math.min(count, FIELDS_SHOWN) }, (_, index) => index)
const numbered = (index: number, value: string): NamedField => ({ key: `field_${index + 1}`, label: `Field ${index + 1}`, value })
const labelled = (index: number, value: string): NamedField => {
  const [key, label] = threatFieldLabel(index)
  return { key, label, value }
}

function scanned(line: string, start: number): CsvFields {
  const fields = new CsvFields()
  fields.scan(line, start)
  return fields
}

function panosCsvFields(line: string, start: number): NamedField[] {
  const fields = scanned(line, start)
  if (fields.value(FIELD.type).trim() !== 'THREAT') {
    return range(fields.count).map(index => (index < COMMON_FIELDS ? labelled : numbered)(index, fields.value(index)))
  }
  const threat = new PanosCsvLine(fields, line, start, false)
  return range(threat.width)
    .filter(index => index !== FIELD.url_idx || threat.hasUrlIndex)
    .map(index => labelled(index, threat.field(index)))
}

function strataCsvFields(line: string, start: number): NamedField[] {
  const fields = scanned(line, start)
  const threat = fields.value(FIELD.type - 1).trim() === 'THREAT'
  const url = fields.value(FIELD.subtype - 1).trim() === 'url'
  return range(fields.count).map(index => {
    const key = index === STRATA_THREAT_PLACE && url ? 'category' : STRATA_CSV_FIELDS[index]
    const known = key !== undefined && (threat || index < COMMON_FIELDS - 1)
    return known ? labelled(FIELD[key], fields.value(index)) : numbered(index, fields.value(index))
  })
}

function numberedFields(line: string, start: number): NamedField[] {
  const fields = scanned(line, start)
  return range(fields.count).map(index => numbered(index, fields.value(index)))
}

function cefFields(text: string): NamedField[] {
  const log = parseCef(text)
  if (log === undefined) return []
  const [classId, name, severity] = log.header
  const header: NamedField[] = [
    { key: 'deviceVendor', label: 'Vendor', value: log.vendor },
    { key: 'deviceProduct', label: 'Product', value: log.product },
    { key: 'deviceVersion', label: 'Version', value: log.version },
    { key: 'deviceEventClassId', label: 'Event Class', value: classId },
    { key: 'name', label: 'Name', value: name },
    { key: 'severity', label: 'Severity', value: severity },
  ]
  // cs1Label=Rule names cs1: it is shown as its label, not as a field.
  const labels = new Map(
    log.pairs.filter(({ key }) => key.endsWith('Label')).map(({ key, value }) => [key.slice(0, -'Label'.length), value]),
  )
  const shown = log.pairs.filter(({ key }) => !key.endsWith('Label'))
  return [...header, ...keyedFields(shown, cefFormat(log)?.names ?? {}, labels)]
}

function leefFields(text: string): NamedField[] {
  const log = parseLeef(text)
  if (log === undefined) return []
  const header: NamedField[] = [
    { key: 'vendor', label: 'Vendor', value: log.vendor },
    { key: 'version', label: 'Version', value: log.version },
    { key: 'eventId', label: 'Event ID', value: log.eventId },
  ]
  return [...header, ...keyedFields(log.pairs, PANOS_LEEF.names, new Map())]
}

function jsonFields(text: string): NamedField[] {
  const pairs = parseStrataJson(text)
  return pairs === undefined || pairs === 'MALFORMED' ? [] : keyedFields(pairs, STRATA_JSON.names, new Map())
}

/** The line's own label first, then that of the PAN-OS field it stands for, else its key in words. */
function keyedFields(pairs: readonly Pair[], names: FieldNames, labels: ReadonlyMap<string, string>): NamedField[] {
  const known = new Map<string, string>()
  for (const [key, aliases] of Object.entries(names)) {
    const [, label] = threatFieldLabel(FIELD[key as ThreatFieldKey])
    for (const alias of aliases) known.set(alias, label)
  }
  return pairs.slice(0, FIELDS_SHOWN).map(({ key, value }) => ({ key, label: labels.get(key) ?? known.get(key) ?? inWords(key), value }))
}

/** PanOSThreatCategory and ThreatCategory are 'Threat Category'. */
const inWords = (key: string): string => {
  const words = key
    .replace(/^PanOS/, '')
    .replace(/[_.]+/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
