import { ApiError } from './answers.js'
import { ConfigNode, type Dirty, type Trail, cleanCopy, lastOf, nodeFrom, pathOf, sameContent, sameIn, select } from './config-node.js'
import { type XmlElement } from './xml.js'
import { type Step, XpathError, parseXpath } from './xpath.js'
import { nodeOf } from './initial-config.js'

/** A pending change: what `show config list changes` tells and what a commit carries over. */
export interface Change {
  readonly path: string
  readonly trail: Trail
  readonly owner: string
  readonly action: 'CREATE' | 'EDIT' | 'DELETE'
  readonly dirtyId: number
}

/** What one request touched, for the checks that follow it. */
export interface Touched {
  readonly trail: Trail
  readonly action: Change['action']
}

interface Saved {
  readonly children: Map<string, ConfigNode>
  readonly text: string
  readonly dirty: Dirty | undefined
}

/** Siblings of which one displaces the other. */
const CHOICES: readonly (readonly string[])[] = [
  ['ip-netmask', 'ip-range', 'ip-wildcard', 'fqdn'],
  ['static', 'dynamic'],
]
/** Made by commands of their own, never by a path that happens to name them. */
const NOT_MADE_BY_PATH = ['devices', 'vsys', 'device-group', 'template']

/** The candidate and the running configuration, with who changed what in between. */
export class ConfigStore {
  readonly #changes = new Map<string, Change>()
  #dirtyId = 100
  candidate: ConfigNode
  running: ConfigNode

  constructor(initial: ConfigNode) {
    this.running = initial
    this.candidate = cleanCopy(initial)
  }

  changes(): Change[] {
    return [...this.#changes.values()]
  }

  begin(admin: string, time: string): Edit {
    this.#dirtyId += 1
    return new Edit(this.candidate, { admin, dirtyId: this.#dirtyId, time })
  }

  /** Takes over what an edit changed: its marks stand in the tree already. */
  keep({ touched, dirty }: Edit): void {
    // Whoever replaces or deletes a parent owns every pending change below it from now on.
    const replaced = touched
      .filter(({ trail, action }) => action !== 'CREATE' && lastOf(trail).tag !== 'member')
      .map(({ trail }) => `${pathOf(trail)}/`)
    if (replaced.length > 0) this.#forgetBelow(replaced)
    for (const { trail, action } of touched) {
      const path = pathOf(trail)
      const earlier = this.#changes.get(path)
      this.#changes.delete(path)
      const kept = earlier?.action === 'CREATE' && action === 'EDIT' ? 'CREATE' : action
      this.#changes.set(path, { path, trail, owner: dirty.admin, action: kept, dirtyId: dirty.dirtyId })
    }
  }

  #forgetBelow(prefixes: readonly string[]): void {
    const few = prefixes.length < 8
    const known = new Set(prefixes)
    for (const path of this.#changes.keys()) {
      const below = few
        ? prefixes.some(prefix => path.startsWith(prefix))
        : [...path.matchAll(/\//g)].some(({ index }) => known.has(path.slice(0, index + 1)))
      if (below) this.#changes.delete(path)
    }
  }

  /** The changes that a commit carries: copies taken now, put into the running configuration later. */
  snapshot(concerns: (change: Change) => boolean): Snapshot {
    const changes = this.changes().filter(concerns)
    const owners = new Set(changes.map(({ owner }) => owner))
    const patches = changes.map(change => {
      const found = sameIn(this.candidate, change.trail)
      return { trail: change.trail, copy: found && cleanCopy(found, ({ dirty }) => dirty === undefined || owners.has(dirty.admin)) }
    })
    return { changes, patches, throughDirtyId: this.#dirtyId }
  }

  /** True when the running configuration would not differ afterwards. */
  isVoid({ patches }: Snapshot): boolean {
    return patches.every(({ trail, copy }) => {
      const found = sameIn(this.running, trail)
      return copy === undefined ? found === undefined : found !== undefined && sameContent(found, copy)
    })
  }

  /** What the running configuration would become; not to be changed by anybody. */
  trial({ patches }: Snapshot): ConfigNode {
    const trial = cleanCopy(this.running)
    for (const { trail, copy } of patches) replaceAt(trial, trail, copy)
    return trial
  }

  /** The running configuration becomes what the snapshot says; later changes stay pending. */
  apply({ changes, patches, throughDirtyId }: Snapshot): void {
    for (const { trail, copy } of patches) replaceAt(this.running, trail, copy)
    for (const change of changes) {
      const now = this.#changes.get(change.path)
      if (now !== undefined && now.dirtyId <= throughDirtyId) this.#changes.delete(change.path)
    }
    const owners = new Set(changes.map(({ owner }) => owner))
    clearMarks(this.candidate, ({ admin, dirtyId }) => owners.has(admin) && dirtyId <= throughDirtyId)
  }

  /** Takes back the pending changes of one administrator, or of all. */
  revert(owner?: string): void {
    for (const change of this.changes()) {
      if (owner !== undefined && change.owner !== owner) continue
      const found = sameIn(this.running, change.trail)
      replaceAt(this.candidate, change.trail, found && cleanCopy(found))
      this.#changes.delete(change.path)
    }
  }

  /** As after a boot or a synchronisation: the candidate is the running configuration. */
  reset(running: ConfigNode = this.running): void {
    this.running = running
    this.candidate = cleanCopy(running)
    this.#changes.clear()
  }
}

export interface Snapshot {
  readonly changes: readonly Change[]
  readonly patches: readonly { readonly trail: Trail; readonly copy: ConfigNode | undefined }[]
  readonly throughDirtyId: number
}

function replaceAt(root: ConfigNode, trail: Trail, copy: ConfigNode | undefined): void {
  let node = root
  for (const place of trail.slice(1, -1)) {
    let next = node.children.get(place.key)
    if (next === undefined && copy === undefined) return
    if (next === undefined) {
      next = new ConfigNode(place.tag, place.name, place.text)
      displaceChoice(node, next.tag)
      node.add(next)
    }
    node = next
  }
  if (copy === undefined) node.children.delete(lastOf(trail).key)
  else {
    displaceChoice(node, copy.tag)
    node.add(copy)
  }
}

function displaceChoice(parent: ConfigNode, tag: string): void {
  for (const choice of CHOICES)
    if (choice.includes(tag)) for (const other of choice) if (other !== tag) parent.children.delete(`${other}\u0000`)
}

function clearMarks(node: ConfigNode, cleared: (dirty: Dirty) => boolean): void {
  if (node.dirty && cleared(node.dirty)) node.dirty = undefined
  for (const child of node.children.values()) clearMarks(child, cleared)
}

/** One request's changes to the candidate; taken back as a whole by `undo`. */
export class Edit {
  readonly touched: Touched[] = []
  readonly #saved = new Map<ConfigNode, Saved>()

  constructor(
    readonly root: ConfigNode,
    readonly dirty: Dirty,
  ) {}

  undo(): void {
    for (const [node, saved] of this.#saved) Object.assign(node, saved)
  }

  /** Merges: creates and updates, never deletes. */
  set(xpath: string, elements: readonly XmlElement[]): void {
    const { trail, created } = this.#reach(steps(xpath))
    for (const element of elements) this.#merge(trail, element, created)
    if (elements.length === 0 && !created) throw new ApiError(undefined, ['Edit breaks config validity'])
  }

  /** Replaces the node that the path ends at; element and last step must name the same node. */
  edit(xpath: string, element: XmlElement): void {
    const path = steps(xpath)
    const node = nodeFrom(element, this.dirty)
    const last = path[path.length - 1]
    if (path.length < 2 || last === undefined || nodeOf(last).key !== node.key) throw new ApiError(12, [' Edit breaks config validity'])
    const { trail, created } = this.#reach(path.slice(0, -1))
    const parent = lastOf(trail)
    const existed = parent.children.has(node.key)
    this.#save(parent)
    displaceChoice(parent, node.tag)
    parent.children.set(node.key, node)
    if (!created) this.#touch([...trail, node], existed ? 'EDIT' : 'CREATE')
  }

  /** False when there is nothing to delete. */
  delete(xpath: string): boolean {
    const found = select(this.root, steps(xpath))
    for (const trail of found) this.remove(trail)
    return found.length > 0
  }

  remove(trail: Trail): void {
    const parent = lastOf(trail.slice(0, -1))
    this.#save(parent)
    parent.children.delete(lastOf(trail).key)
    this.#touch(trail, 'DELETE')
  }

  /** Puts a renamed or cloned node beside the old one. */
  insert(parentTrail: Trail, node: ConfigNode): void {
    const parent = lastOf(parentTrail)
    if (parent.children.has(node.key)) throw new ApiError(8, [` ${node.name ?? node.tag} already exists`])
    this.#save(parent)
    markAll(node, this.dirty)
    parent.add(node)
    this.#touch([...parentTrail, node], 'CREATE')
  }

  /** One member of a list for another; the list counts as changed. */
  exchangeMember(trail: Trail, from: string, to: string): void {
    const list = lastOf(trail)
    this.#save(list)
    list.children = new Map(
      [...list.children.values()].map(child => {
        if (child.tag !== 'member' || child.text !== from) return [child.key, child]
        const member = nodeFrom({ tag: 'member', attributes: {}, children: [], text: to }, this.dirty)
        return [member.key, member]
      }),
    )
    this.#touch(trail, 'EDIT')
  }

  /** Another order of the same children. */
  reorder(parentTrail: Trail, children: readonly ConfigNode[]): void {
    const parent = lastOf(parentTrail)
    this.#save(parent)
    parent.children = new Map(children.map(child => [child.key, child]))
    this.#touch(parentTrail, 'EDIT')
  }

  /** Creates what is missing on the way. `created`: the end is new and a change of its own. */
  #reach(path: readonly Step[]): { trail: Trail; created: boolean } {
    const trail: ConfigNode[] = [this.root]
    let created = false
    if (path[0]?.tag !== this.root.tag) throw new ApiError(6, [`${path[0]?.tag ?? ''} is not a valid xpath`])
    for (const step of path.slice(1)) {
      const parent = lastOf(trail)
      const wanted = nodeOf(step)
      let next = parent.children.get(wanted.key)
      if (next === undefined) {
        if (NOT_MADE_BY_PATH.includes(parent.tag)) throw new ApiError(12, [` ${parent.tag} -> ${wanted.name ?? wanted.tag} is invalid`])
        next = wanted
        this.#save(parent)
        displaceChoice(parent, next.tag)
        parent.add(next)
        // A bare container belongs to nobody: what comes into it does.
        const owned: boolean = created || next.name !== undefined || next.tag === 'member' || CHOICES.flat().includes(next.tag)
        if (owned) next.dirty = this.dirty
        if (owned && !created) this.#touch([...trail, next], 'CREATE')
        created = owned
      }
      trail.push(next)
    }
    return { trail, created }
  }

  #merge(parentTrail: Trail, element: XmlElement, parentCreated: boolean): void {
    const parent = lastOf(parentTrail)
    const node = nodeFrom(element, this.dirty)
    const existing = parent.children.get(node.key)
    if (existing === undefined) {
      this.#save(parent)
      displaceChoice(parent, node.tag)
      parent.add(node)
      if (!parentCreated) this.#touch([...parentTrail, node], 'CREATE')
    } else if (element.children.length > 0)
      for (const child of element.children) this.#merge([...parentTrail, existing], child, parentCreated)
    else if (existing.children.size === 0 && existing.text !== node.text) {
      this.#save(existing)
      existing.text = node.text
      existing.dirty = this.dirty
      this.#touch([...parentTrail, existing], 'EDIT')
    }
  }

  #save(node: ConfigNode): void {
    if (!this.#saved.has(node)) this.#saved.set(node, { children: new Map(node.children), text: node.text, dirty: node.dirty })
  }

  #touch(trail: Trail, action: Change['action']): void {
    this.touched.push({ trail, action })
  }
}

function markAll(node: ConfigNode, dirty: Dirty): void {
  node.dirty = dirty
  for (const child of node.children.values()) markAll(child, dirty)
}

/** Parsed, or refused as a bad xpath. */
export function steps(xpath: string): Step[] {
  try {
    return parseXpath(xpath)
  } catch (error) {
    if (error instanceof XpathError) throw new ApiError(6, [`${xpath} is not a valid xpath`])
    throw error
  }
}
