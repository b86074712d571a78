import type { ObservableKind, RuleFieldName } from '@sallyport/shared'
import { canonicalObservable } from '../enrichment/index.js'
import type { FoundPlace } from '../places/index.js'
import { UNKNOWN, type CountKey, type FactValue, type FirstSeenKey, type RuleFacts, type Unknown } from './engine/index.js'
import { attackerLocationOf, attackerOf, targetLocationOf, targetOf, userOf, type AlertFacts } from './judged-alert.js'
import type { KnownPerson, Knowledge } from './knowledge.js'

type Values = readonly FactValue[] | Unknown

const NONE: readonly FactValue[] = []
const COUNTRY = /^[A-Z]{2}$/

/** What rules ask of one alert, worked out when the first of them asks. */
export class LazyFacts implements RuleFacts {
  readonly occurredAt: number
  readonly source: string
  private readonly known = new Map<RuleFieldName, Values>()

  constructor(
    private readonly alert: AlertFacts,
    private readonly knowledge: Knowledge,
  ) {
    this.occurredAt = alert.occurredAt
    this.source = alert.source
  }

  values(field: RuleFieldName): Values {
    const known = this.known.get(field)
    if (known !== undefined) return known
    const values = READERS[field](this.alert, this.knowledge)
    this.known.set(field, values)
    return values
  }

  isListed(field: RuleFieldName, listId: string): boolean | Unknown {
    const value = LISTED_VALUES[field]?.(this.alert)
    return value === undefined ? false : this.knowledge.isListed(listId, value)
  }

  isOwn(address: string): boolean {
    return this.knowledge.isOwn(address)
  }

  count(per: CountKey, windowSeconds: number): number | undefined | Unknown {
    const value = keyValueOf(this.alert, per)
    return value === undefined ? undefined : this.knowledge.count(per, value, windowSeconds)
  }

  isFirstSeen(of: FirstSeenKey, withinDays: number): boolean | undefined | Unknown {
    const value = keyValueOf(this.alert, of)
    return value === undefined ? undefined : this.knowledge.isFirstSeen(of, value, withinDays)
  }
}

const forms = new Map<string, string | undefined>()

/** Remembered: the same few values come again and again. */
function canonicalForm(kind: ObservableKind, told: string): string | undefined {
  const key = `${kind} ${told}`
  if (forms.has(key)) return forms.get(key)
  if (forms.size >= 20_000) forms.clear()
  const form = canonicalObservable(kind, told)
  forms.set(key, form)
  return form
}

/** By which alerts are counted: in the spelling in which they are stored, users in lower case. */
export function keyValueOf(alert: AlertFacts, key: CountKey): string | undefined {
  switch (key) {
    case 'attacker':
      return attackerOf(alert)
    case 'target':
      return targetOf(alert)
    case 'user':
      return userOf(alert)?.toLowerCase()
    case 'threatId':
      return alert.threatId === null || alert.threatId === undefined ? undefined : String(alert.threatId)
    case 'rule':
      return alert.rule || undefined
    case 'fileHash':
      return alert.fileDigest || undefined
    case 'domain':
      return alert.domain || undefined
  }
}

type Reader = (alert: AlertFacts, knowledge: Knowledge) => Values

/** Texts in lower case, each once, empty ones left out. */
function texts(...values: readonly (string | null | undefined)[]): readonly FactValue[] {
  const told = values.filter(value => value !== null && value !== undefined && value !== '').map(value => String(value).toLowerCase())
  return told.length > 1 ? [...new Set(told)] : told
}

/** As they are. */
const ones = (...values: readonly (string | number | null | undefined)[]): readonly FactValue[] => {
  const told = values.flatMap(value => (value === null || value === undefined || value === '' ? [] : [value]))
  return told.length > 1 ? [...new Set(told)] : told
}

const place =
  (addressOf: (alert: AlertFacts) => string | undefined, read: (place: FoundPlace, alert: AlertFacts) => readonly FactValue[]): Reader =>
  (alert, knowledge) => {
    const address = addressOf(alert)
    if (address === undefined) return NONE
    const found = knowledge.place(address)
    return found === undefined ? UNKNOWN : read(found, alert)
  }

/** Our own databases go before what the firewall says. */
const country = (found: FoundPlace, location: string | undefined): readonly FactValue[] =>
  ones(found.countryCode ?? (location !== undefined && COUNTRY.test(location) ? location : undefined))

const network =
  (addressOf: (alert: AlertFacts) => string | undefined): Reader =>
  (alert, knowledge) => {
    const address = addressOf(alert)
    return address === undefined ? NONE : texts(knowledge.networkName(address))
  }

const score =
  (kind: ObservableKind, valueOf: (alert: AlertFacts) => string | null | undefined): Reader =>
  (alert, knowledge) => {
    const told = valueOf(alert)
    const value = told ? canonicalForm(kind, told) : undefined
    if (value === undefined) return NONE
    const found = knowledge.score(kind, value)
    return found === UNKNOWN ? UNKNOWN : ones(found)
  }

/** Of the users of both sides; unknown while one of them is. */
const person =
  (read: (person: KnownPerson) => readonly (string | null)[]): Reader =>
  (alert, knowledge) => {
    const users = new Set([alert.srcUser, alert.dstUser].flatMap(user => (user ? (canonicalForm('USER', user) ?? []) : [])))
    const told: (string | null)[] = []
    for (const user of users) {
      const found = knowledge.person(user)
      if (found === UNKNOWN) return UNKNOWN
      if (found) told.push(...read(found))
    }
    return texts(...told)
  }

const wildfire: Reader = (alert, knowledge) => {
  const hash = alert.fileDigest ? canonicalForm('FILE_HASH', alert.fileDigest) : undefined
  if (hash === undefined) return NONE
  const verdict = knowledge.wildfireVerdict(hash)
  return verdict === UNKNOWN ? UNKNOWN : ones(verdict)
}

const READERS: Readonly<Record<RuleFieldName, Reader>> = {
  source: alert => texts(alert.source),
  firewall: alert => texts(alert.firewallName, alert.firewallSerial),
  rule: alert => texts(alert.rule),
  sourceZone: alert => texts(alert.srcZone),
  destinationZone: alert => texts(alert.dstZone),
  vsys: alert => texts(alert.vsys),
  subtype: alert => texts(alert.subtype),
  severity: alert => [alert.severity],
  action: alert => texts(alert.action),
  blocked: alert => [alert.blocked],
  direction: alert => ones(alert.direction),
  threatName: alert => texts(alert.threatName),
  threatId: alert => (alert.threatId === null || alert.threatId === undefined ? NONE : [Number(alert.threatId)]),
  threatCategory: alert => texts(alert.threatCategory),
  category: alert => texts(alert.category),
  app: alert => texts(alert.app),
  commandControl: alert => [alert.commandControl],
  attacker: alert => ones(attackerOf(alert)),
  target: alert => ones(targetOf(alert)),
  anyAddress: alert => ones(alert.srcIp, alert.dstIp),
  user: alert => texts(alert.srcUser, alert.dstUser),
  host: alert => texts(alert.srcHost, alert.dstHost),
  mailSender: alert => texts(alert.mailSender),
  mailRecipient: alert => texts(alert.mailRecipient),
  url: alert => texts(alert.url),
  domain: alert => texts(alert.domain),
  fileName: alert => texts(alert.fileName),
  fileType: alert => texts(alert.fileType),
  fileHash: alert => texts(alert.fileDigest),
  alertVerdict: alert => ones(alert.verdict),
  wildfireVerdict: wildfire,
  attackerCountry: place(attackerOf, (found, alert) => country(found, attackerLocationOf(alert))),
  targetCountry: place(targetOf, (found, alert) => country(found, targetLocationOf(alert))),
  attackerAsn: place(attackerOf, found => ones(found.asn)),
  attackerNetwork: network(attackerOf),
  targetNetwork: network(targetOf),
  attackerScore: score('ADDRESS', attackerOf),
  domainScore: score('DOMAIN', alert => alert.domain),
  urlScore: score('URL', alert => alert.url),
  fileScore: score('FILE_HASH', alert => alert.fileDigest),
  userDepartment: person(found => [found.department]),
  userTitle: person(found => [found.title]),
  userGroup: person(found => found.groups),
  userManager: person(found => [found.manager]),
  userCity: person(found => [found.city]),
  // Asked with isListed.
  attackerListed: () => NONE,
  targetListed: () => NONE,
  urlListed: () => NONE,
  domainListed: () => NONE,
  fileListed: () => NONE,
  userListed: () => NONE,
}

const LISTED_VALUES: Readonly<Partial<Record<RuleFieldName, (alert: AlertFacts) => string | undefined>>> = {
  attackerListed: attackerOf,
  targetListed: targetOf,
  urlListed: alert => alert.url || undefined,
  domainListed: alert => alert.domain || undefined,
  fileListed: alert => alert.fileDigest || undefined,
  userListed: userOf,
}
