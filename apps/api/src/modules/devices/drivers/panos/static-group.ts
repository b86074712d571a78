import { DeviceFailureError } from '../../device-failure.js'
import { addressObject } from './address-object.js'
import { OBJECT_PREFIX, objectName, OUR_TAG, PLACEHOLDER_ADDRESS, PLACEHOLDER_NAME } from './object-names.js'
import { child, membersOf, type XmlElement } from './xml-element.js'
import { element, entry, entryPath, memberPath, members } from './xml-text.js'
import type { DeviceGroup, GroupChange, GroupRef } from '../../device-driver.js'
import type { ConfigChange } from './config-writer.js'
import type { PanosContext } from './panos-context.js'

export async function readStaticGroup(context: PanosContext, ref: GroupRef): Promise<DeviceGroup> {
  const groups = await context.addressGroups()
  const node = groups.find(group => group.attributes.get('name') === ref.name)
  const objects = await context.addressObjects()
  const names = new Map<string, string[]>()
  let placeholder = false
  for (const member of membersOf(child(node, 'static'))) {
    if (member === PLACEHOLDER_NAME) {
      placeholder = true
      continue
    }
    const object = objects.get(member)
    // An object of ours that was changed by hand does not enforce what its name says: it is missing, and written anew.
    if (object?.ours && object.value !== undefined && objectName(object.value) !== member) continue
    const value = object?.value ?? member
    names.set(value, [...(names.get(value) ?? []), member])
  }
  return new StaticGroup(context, ref, node, names, placeholder)
}

/** Address objects of ours as members of an address group. Members are added and removed one by one: others' stay untouched. */
class StaticGroup implements DeviceGroup {
  readonly exists: boolean
  readonly foreign: boolean
  readonly values: ReadonlySet<string>
  private readonly path: string
  private readonly isStatic: boolean

  constructor(
    private readonly context: PanosContext,
    readonly ref: GroupRef,
    node: XmlElement | undefined,
    /** Names of the members by value. */
    private readonly names: ReadonlyMap<string, readonly string[]>,
    private readonly placeholder: boolean,
  ) {
    this.exists = node !== undefined
    this.isStatic = node === undefined || child(node, 'static') !== undefined
    this.foreign = node !== undefined && !(this.isStatic && membersOf(child(node, 'tag')).includes(OUR_TAG))
    this.values = new Set(names.keys())
    this.path = entryPath(`${context.scope}/address-group`, ref.name)
  }

  async applyLive(): Promise<void> {}

  needsConfig({ add, remove, leavesNothing }: GroupChange): boolean {
    return add.length + remove.length > 0 || !this.exists || this.foreign || leavesNothing !== this.placeholder
  }

  async applyConfig(change: GroupChange): Promise<void> {
    const objects = await this.context.addressObjects()
    const added = change.add.map(({ value }) => ({ name: objectName(value), value }))
    if (change.leavesNothing) added.push({ name: PLACEHOLDER_NAME, value: PLACEHOLDER_ADDRESS })
    const doing = `Writing the address group ${this.ref.name}`
    const changes: ConfigChange[] = await this.context.tagChanges()
    for (const { name, value } of added) {
      const object = objects.get(name)
      if (object && !object.ours && object.value !== value) {
        throw new DeviceFailureError('REFUSED', `${doing}: the address object ${name} was made by somebody else and holds something else`)
      }
      if (!object) changes.push({ action: 'set', xpath: `${this.context.scope}/address`, element: addressObject(name, value) })
      else if (object.value !== value) {
        changes.push({ action: 'edit', xpath: entryPath(`${this.context.scope}/address`, name), element: addressObject(name, value) })
      }
    }
    changes.push(...this.memberChanges(added.map(({ name }) => name)))
    // Never empty in between: what goes, goes last.
    const gone = change.remove.flatMap(value => this.names.get(value) ?? [])
    if (this.placeholder && !change.leavesNothing) gone.push(PLACEHOLDER_NAME)
    if (this.isStatic)
      changes.push(...gone.map((name): ConfigChange => ({ action: 'delete', xpath: memberPath(`${this.path}/static`, name) })))
    await this.context.writer.write(changes, { doing })
    await this.deleteObjects(
      gone,
      added.map(({ name }) => name),
    )
  }

  async tidy(): Promise<void> {
    await this.deleteObjects([], [...this.names.values()].flat())
  }

  async remove(): Promise<void> {
    if (!this.exists) return
    const doing = `Deleting the address group ${this.ref.name}`
    await this.context.writer.write([{ action: 'delete', xpath: this.path }], { doing })
    await this.deleteObjects([...this.names.values()].flat().concat(this.placeholder ? [PLACEHOLDER_NAME] : []), [])
  }

  private memberChanges(names: readonly string[]): ConfigChange[] {
    const [first, ...others] = names
    const parent = `${this.context.scope}/address-group`
    const tag = element('tag', members([OUR_TAG]))
    const asMember = (name: string): ConfigChange => ({ action: 'set', xpath: `${this.path}/static`, element: members([name]) })
    if (!this.isStatic && first !== undefined) {
      return [
        { action: 'edit', xpath: this.path, element: entry(this.ref.name, element('static', members([first])) + tag) },
        ...others.map(asMember),
      ]
    }
    if (!this.exists && first !== undefined) {
      return [
        { action: 'set', xpath: parent, element: entry(this.ref.name, element('static', members([first])) + tag) },
        ...others.map(asMember),
      ]
    }
    const claim: ConfigChange[] = this.foreign ? [{ action: 'set', xpath: this.path, element: tag }] : []
    return [...names.map(asMember), ...claim]
  }

  /**
   * Deletes objects that left the group, and those that a run that was cut off left in no group at all. Only what
   * carries our tag, and nothing that another group or a rule still uses.
   */
  private async deleteObjects(gone: readonly string[], kept: readonly string[]): Promise<void> {
    const objects = await this.context.addressObjects()
    const used = await this.context.usedElsewhere(this.ref.name)
    const own = new Set([...this.names.values()].flat().concat(kept, this.placeholder ? [PLACEHOLDER_NAME] : []))
    const strays = [...objects.keys()].filter(name => name.startsWith(OBJECT_PREFIX) && !own.has(name))
    const keep = new Set(kept)
    this.context.forget()
    const deletable = [...new Set([...gone, ...strays])].filter(name => objects.get(name)?.ours && !used.has(name) && !keep.has(name))
    const changes = deletable.map((name): ConfigChange => ({ action: 'delete', xpath: entryPath(`${this.context.scope}/address`, name) }))
    await this.context.writer.write(changes, { doing: 'Deleting address objects that are no longer used', keepInUse: true })
  }
}
