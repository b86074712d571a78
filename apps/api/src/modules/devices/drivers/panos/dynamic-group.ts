import { OUR_TAG, registrationTag } from './object-names.js'
import { assertNoneRefused, register, registeredAmong, registeredWith, timeoutOf, unregister, type Refusal } from './user-id.js'
import { child, membersOf, textOf, type XmlElement } from './xml-element.js'
import { element, entry, entryPath, members, textElement } from './xml-text.js'
import type { DeviceGroup, GroupChange, GroupRef } from '../../device-driver.js'
import type { PanosContext } from './panos-context.js'
import type { Parameters, XmlClient } from './xml-client.js'

/** A place that registrations go to: the active firewall, and its peer. */
export interface RegistrationPlace {
  readonly client: XmlClient
  readonly where: Parameters
  /** Whether its refusal fails the run. A passive peer may refuse, and gets its registrations when it takes over. */
  readonly required: boolean
}

/** @param only looks after these addresses alone */
export async function readDynamicGroup(
  context: PanosContext,
  places: readonly RegistrationPlace[],
  ref: GroupRef,
  only: readonly string[] | undefined,
): Promise<DeviceGroup> {
  const path = entryPath(`${context.scope}/address-group`, ref.name)
  const node = await context.get(`Reading the address group ${ref.name}`, path)
  const tag = registrationTag(ref.name)
  const registered = new Map<RegistrationPlace, Map<string, string>>()
  for (const place of places) {
    const read = () => (only ? registeredAmong(place.client, place.where, only, tag) : registeredWith(place.client, place.where, tag))
    const told = place.required ? await read() : await read().catch(() => undefined)
    if (told) registered.set(place, told)
    else context.log('warn', `The peer ${place.client.host} does not tell its registered addresses`)
  }
  return new DynamicGroup(context, ref, node, path, registered)
}

/** Registered addresses with a tag that the group's filter asks for: enforced without a commit. */
class DynamicGroup implements DeviceGroup {
  readonly exists: boolean
  readonly foreign: boolean
  readonly values: ReadonlySet<string>
  readonly partly: ReadonlySet<string>
  private readonly filter: string

  constructor(
    private readonly context: PanosContext,
    readonly ref: GroupRef,
    node: XmlElement | undefined,
    private readonly path: string,
    private readonly registered: ReadonlyMap<RegistrationPlace, ReadonlyMap<string, string>>,
  ) {
    this.filter = `'${registrationTag(ref.name)}'`
    this.exists = node !== undefined
    const isOurs = membersOf(child(node, 'tag')).includes(OUR_TAG) && textOf(node, 'dynamic', 'filter') === this.filter
    this.foreign = node !== undefined && !isOurs
    const places = [...registered.values()]
    const told = new Set(places.flatMap(there => [...there.keys()]))
    this.values = new Set([...told].filter(value => places.every(there => there.has(value))))
    this.partly = new Set([...told].filter(value => !this.values.has(value)))
  }

  needsConfig(): boolean {
    return !this.exists || this.foreign
  }

  async applyLive(change: GroupChange): Promise<void> {
    const refusals: Refusal[] = []
    for (const [place, there] of this.registered) {
      const refused = this.applyAt(place, there, change)
      if (place.required) refusals.push(...(await refused))
      else {
        await refused
          .then(assertNoneRefused)
          .catch((error: unknown) =>
            this.context.log(
              'warn',
              `The peer ${place.client.host} takes no registrations: ${error instanceof Error ? error.message : String(error)}`,
            ),
          )
      }
    }
    assertNoneRefused(refusals)
  }

  private async applyAt(
    { client, where }: RegistrationPlace,
    there: ReadonlyMap<string, string>,
    { add, remove, renew = [] }: GroupChange,
  ): Promise<Refusal[]> {
    const tag = registrationTag(this.ref.name)
    const now = this.context.now()
    const missing = add.filter(({ value }) => !there.has(value))
    const renewed = renew.flatMap(({ value }) => there.get(value) ?? [])
    const gone = remove.flatMap(value => there.get(value) ?? [])
    const registrations = [...missing, ...renew].map(({ value, expiresAt }) => ({
      ip: value,
      tag,
      timeoutSeconds: timeoutOf(expiresAt, now),
    }))
    // What goes makes room first: the device's limit counts both.
    // A timer starts anew only with a new registration.
    const left = await unregister(client, where, [...gone, ...renewed], tag)
    return [...left, ...(await register(client, where, registrations))]
  }

  async applyConfig(): Promise<void> {
    const content = entry(this.ref.name, element('dynamic', textElement('filter', this.filter)) + element('tag', members([OUR_TAG])))
    const changes = await this.context.tagChanges()
    const parent = `${this.context.scope}/address-group`
    changes.push(this.exists ? { action: 'edit', xpath: this.path, element: content } : { action: 'set', xpath: parent, element: content })
    await this.context.writer.write(changes, { doing: `Writing the dynamic address group ${this.ref.name}` })
    this.context.forget()
  }

  async remove(): Promise<void> {
    for (const [place, there] of this.registered) {
      await unregister(place.client, place.where, [...there.values()], registrationTag(this.ref.name))
        .then(assertNoneRefused)
        .catch((error: unknown) => {
          if (place.required) throw error
        })
    }
    if (!this.exists) return
    await this.context.writer.write([{ action: 'delete', xpath: this.path }], {
      doing: `Deleting the dynamic address group ${this.ref.name}`,
    })
    this.context.forget()
  }
}
