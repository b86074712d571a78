import { type XmlElement, escapeText, escapeXml } from './xml.js'
import { type Comparison, type Step, entryStep, memberStep, namedBy, textedBy } from './xpath.js'

/** Who changed an uncommitted node, as PAN-OS shows it in its attributes. */
export interface Dirty {
  readonly admin: string
  readonly dirtyId: number
  readonly time: string
}

/** A node of the configuration. Siblings differ by key, so that a group of 20,000 members finds one at once. */
export class ConfigNode {
  children = new Map<string, ConfigNode>()
  dirty: Dirty | undefined

  /** Tells it from its siblings. */
  readonly key: string

  constructor(
    readonly tag: string,
    /** The name of an entry; undefined for other elements. */
    readonly name: string | undefined,
    /** Of a member it never changes. */
    public text: string,
  ) {
    this.key = keyOf(tag, name ?? (tag === 'member' ? text : ''))
  }

  /** The xpath step that leads here from the parent. */
  get step(): string {
    if (this.name !== undefined) return entryStep(this.tag, this.name)
    return this.tag === 'member' ? memberStep(this.text) : this.tag
  }

  child(tag: string, ident = ''): ConfigNode | undefined {
    return this.children.get(keyOf(tag, ident))
  }

  entry(name: string): ConfigNode | undefined {
    return this.child('entry', name)
  }

  /** The node at the end of a path of plain tags. */
  at(...tags: readonly string[]): ConfigNode | undefined {
    return tags.reduce<ConfigNode | undefined>((node, tag) => node?.child(tag), this)
  }

  add(child: ConfigNode): void {
    this.children.set(child.key, child)
  }

  members(): string[] {
    return [...this.children.values()].filter(({ tag }) => tag === 'member').map(({ text }) => text)
  }
}

export const keyOf = (tag: string, ident: string): string => `${tag}\u0000${ident}`

/** From the root to a node. */
export type Trail = readonly ConfigNode[]

export const lastOf = (trail: Trail): ConfigNode => {
  const last = trail[trail.length - 1]
  if (last === undefined) throw new Error('an empty trail')
  return last
}

export const pathOf = (trail: Trail): string => trail.map(({ step }) => `/${step}`).join('')

export function nodeFrom({ tag, attributes, children, text }: XmlElement, dirty?: Dirty): ConfigNode {
  const node = new ConfigNode(tag, attributes['name'], children.length > 0 ? '' : text.trim())
  node.dirty = dirty
  for (const child of children) node.add(nodeFrom(child, dirty))
  return node
}

/** A copy without marks of change, possibly under another name; `keep` decides which descendants come along. */
export function cleanCopy(node: ConfigNode, keep: (node: ConfigNode) => boolean = () => true, name = node.name): ConfigNode {
  const copy = new ConfigNode(node.tag, name, node.text)
  for (const child of node.children.values()) if (keep(child)) copy.add(cleanCopy(child, keep))
  return copy
}

export function sameContent(one: ConfigNode, other: ConfigNode): boolean {
  if (one.key !== other.key || one.text !== other.text || one.children.size !== other.children.size) return false
  for (const [key, child] of one.children) {
    const match = other.children.get(key)
    if (match === undefined || !sameContent(child, match)) return false
  }
  return true
}

/** XML of a node, with the attributes of uncommitted changes. */
export function nodeXml(node: ConfigNode): string {
  const name = node.name === undefined ? '' : ` name="${escapeXml(node.name)}"`
  const dirty = node.dirty && ` admin="${escapeXml(node.dirty.admin)}" dirtyId="${node.dirty.dirtyId}" time="${node.dirty.time}"`
  const inner = node.children.size > 0 ? [...node.children.values()].map(nodeXml).join('') : escapeText(node.text)
  return inner === '' ? `<${node.tag}${name}${dirty ?? ''}/>` : `<${node.tag}${name}${dirty ?? ''}>${inner}</${node.tag}>`
}

/** The node at the same place in another tree. */
export const sameIn = (root: ConfigNode, trail: Trail): ConfigNode | undefined =>
  trail.slice(1).reduce<ConfigNode | undefined>((node, { key }) => node?.children.get(key), root)

/** Every trail that the steps lead to. */
export function select(root: ConfigNode, steps: readonly Step[]): Trail[] {
  const [first, ...rest] = steps
  if (first === undefined || !matches(root, first)) return []
  return rest.reduce<Trail[]>(
    (trails, step) => trails.flatMap(trail => childrenAt(lastOf(trail), step).map(node => [...trail, node])),
    [[root]],
  )
}

function childrenAt(node: ConfigNode, step: Step): ConfigNode[] {
  const ident = step.tag === '*' ? undefined : (namedBy(step) ?? (step.tag === 'member' ? textedBy(step) : undefined))
  if (ident === undefined) return [...node.children.values()].filter(child => matches(child, step))
  const direct = node.child(step.tag, ident)
  return direct === undefined ? [] : [direct]
}

const matches = (node: ConfigNode, { tag, predicates }: Step): boolean =>
  (tag === '*' || tag === node.tag) && predicates.every(({ any }) => any.some(comparison => holds(node, comparison)))

function holds(node: ConfigNode, { path, kind, name, test, value }: Comparison): boolean {
  const ends = path.reduce<ConfigNode[]>(
    (nodes, tag) => nodes.flatMap(({ children }) => [...children.values()].filter(child => child.tag === tag)),
    [node],
  )
  return ends.some(end => {
    const actual =
      kind === 'text'
        ? end.text
        : name === 'name'
          ? end.name
          : end.dirty && String(Object.entries(end.dirty).find(([key]) => key === name)?.[1])
    if (actual === undefined) return false
    if (test === 'exists') return true
    return test === 'equals' ? actual === value : test === 'contains' ? actual.includes(value) : actual.startsWith(value)
  })
}
