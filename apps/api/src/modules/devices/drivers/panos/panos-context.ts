import { child, childrenOf, membersOf, type XmlElement } from './xml-element.js'
import { OUR_TAG } from './object-names.js'
import { readAddressObject, type AddressObject } from './address-object.js'
import { entry, entryPath, textElement } from './xml-text.js'
import type { ConfigChange, ConfigWriter } from './config-writer.js'
import type { XmlClient } from './xml-client.js'
import type { LogLevel } from '../../device-driver.js'

export interface PanosContextDeps {
  readonly client: XmlClient
  readonly writer: ConfigWriter
  /** XPath prefix of the scope. */
  readonly scope: string
  /** PAN-OS version; empty: not told. */
  readonly version: string
  readonly log: (level: LogLevel, text: string) => void
  readonly now: () => number
}

/** What the groups of one session share: where they live, how to read and write, and what was read already. */
export class PanosContext {
  private objects: Promise<Map<string, AddressObject>> | undefined
  private groups: Promise<XmlElement[]> | undefined
  private tagThere: Promise<boolean> | undefined

  constructor(private readonly deps: PanosContextDeps) {}

  get scope(): string {
    return this.deps.scope
  }

  get version(): string {
    return this.deps.version
  }

  get writer(): ConfigWriter {
    return this.deps.writer
  }

  log(level: LogLevel, text: string): void {
    this.deps.log(level, text)
  }

  now(): number {
    return this.deps.now()
  }

  /** The candidate node; undefined where there is none. */
  async get(doing: string, xpath: string): Promise<XmlElement | undefined> {
    const answer = await this.deps.client.read(doing, { type: 'config', action: 'get', xpath })
    return answer.outcome === 'absent' ? undefined : answer.result?.children[0]
  }

  /** All address objects of the scope by name: one call, however many there are. */
  addressObjects(): Promise<Map<string, AddressObject>> {
    this.objects ??= this.get('Reading the address objects', `${this.scope}/address`).then(
      node => new Map(childrenOf(node, 'entry').map(entryNode => [entryNode.attributes.get('name') ?? '', readAddressObject(entryNode)])),
    )
    return this.objects
  }

  /** All address groups of the scope. */
  addressGroups(): Promise<XmlElement[]> {
    this.groups ??= this.get('Reading the address groups', `${this.scope}/address-group`).then(node => childrenOf(node, 'entry'))
    return this.groups
  }

  /** After a write: what was read is not so any more. */
  forget(): void {
    this.objects = undefined
    this.groups = undefined
  }

  /** The change that makes our tag, where it is missing. */
  async tagChanges(): Promise<ConfigChange[]> {
    this.tagThere ??= this.get('Reading our tag', entryPath(`${this.scope}/tag`, OUR_TAG)).then(node => node !== undefined)
    if (await this.tagThere) return []
    this.tagThere = Promise.resolve(true)
    return [
      { action: 'set', xpath: `${this.scope}/tag`, element: entry(OUR_TAG, textElement('comments', 'Made and managed by Sallyport')) },
    ]
  }

  /** Names of the members of the scope's groups, other than this one. */
  async usedElsewhere(groupName: string): Promise<Set<string>> {
    const others = (await this.addressGroups()).filter(group => group.attributes.get('name') !== groupName)
    return new Set(others.flatMap(group => membersOf(child(group, 'static'))))
  }
}
