import { OUR_MARK, PLACEHOLDER_URL } from './object-names.js'
import { child, membersOf, textOf, type XmlElement } from './xml-element.js'
import { element, entry, entryPath, memberPath, members, textElement } from './xml-text.js'
import type { DeviceGroup, GroupChange, GroupRef } from '../../device-driver.js'
import type { ConfigChange } from './config-writer.js'
import type { PanosContext } from './panos-context.js'

const FIRST_VERSION_WITH_TYPE = 9

export async function readUrlCategory(context: PanosContext, ref: GroupRef): Promise<DeviceGroup> {
  const path = entryPath(`${context.scope}/profiles/custom-url-category`, ref.name)
  return new UrlCategory(context, ref, await context.get(`Reading the URL category ${ref.name}`, path), path)
}

/** A custom URL category. It cannot carry tags: its description says whose it is. */
class UrlCategory implements DeviceGroup {
  readonly exists: boolean
  readonly foreign: boolean
  readonly values: ReadonlySet<string>
  private readonly placeholder: boolean
  private readonly isUrlList: boolean

  constructor(
    private readonly context: PanosContext,
    readonly ref: GroupRef,
    node: XmlElement | undefined,
    private readonly path: string,
  ) {
    const told = membersOf(child(node, 'list'))
    this.exists = node !== undefined
    this.isUrlList = (textOf(node, 'type') ?? 'URL List') === 'URL List'
    this.foreign = node !== undefined && !(textOf(node, 'description')?.startsWith(OUR_MARK) && this.isUrlList)
    this.placeholder = told.includes(PLACEHOLDER_URL)
    this.values = new Set(told.filter(url => url !== PLACEHOLDER_URL))
  }

  async applyLive(): Promise<void> {}

  needsConfig({ add, remove, leavesNothing }: GroupChange): boolean {
    return add.length + remove.length > 0 || !this.exists || this.foreign || leavesNothing !== this.placeholder
  }

  async applyConfig({ add, remove, leavesNothing }: GroupChange): Promise<void> {
    const added = [...add.map(({ value }) => value), ...(leavesNothing ? [PLACEHOLDER_URL] : [])]
    const gone = [...remove, ...(this.placeholder && !leavesNothing ? [PLACEHOLDER_URL] : [])]
    const changes: ConfigChange[] = []
    if (!this.exists || !this.isUrlList) {
      const [first = PLACEHOLDER_URL] = added.splice(0, 1)
      const whole = entry(this.ref.name, textElement('description', OUR_MARK) + element('list', members([first])) + this.type())
      const xpath = this.exists ? this.path : this.path.slice(0, this.path.lastIndexOf('/entry['))
      changes.push({ action: this.exists ? 'edit' : 'set', xpath, element: whole })
    } else if (this.foreign) {
      changes.push({ action: 'set', xpath: this.path, element: textElement('description', OUR_MARK) + this.type() })
    }
    changes.push(...added.map((url): ConfigChange => ({ action: 'set', xpath: `${this.path}/list`, element: members([url]) })))
    if (this.isUrlList)
      changes.push(...gone.map((url): ConfigChange => ({ action: 'delete', xpath: memberPath(`${this.path}/list`, url) })))
    await this.context.writer.write(changes, { doing: `Writing the URL category ${this.ref.name}` })
  }

  async remove(): Promise<void> {
    if (!this.exists) return
    await this.context.writer.write([{ action: 'delete', xpath: this.path }], { doing: `Deleting the URL category ${this.ref.name}` })
  }

  private type(): string {
    const major = Number.parseInt(this.context.version, 10)
    return Number.isNaN(major) || major >= FIRST_VERSION_WITH_TYPE ? textElement('type', 'URL List') : ''
  }
}
