import type { HintSink, HintSource } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import type { PublishReadModel } from './publish-read-model.js'
import type { PublishedCatalog } from './published-catalog.js'
import type { PublishedFiles } from './published-files.js'
import type { PublishedSettings } from './published-settings.js'
import { isSameVersion, servedVersion, type ServedVersion } from './served-version.js'
import type { VersionWriter } from './version-writer.js'

/** Changes of a moment become one version; from one look to the next at least this long. */
const GATHER_MS = 150
const EVERY_MS = 1_000
/**
 * Without any hint: finds what a lost one would have told, paths that have retired, and what has become protected or has
 * expired while the list itself did not hold it any more.
 */
const UNASKED_EVERY_MS = 30_000
const RETRY_MAX_MS = 10_000

export interface PublisherDeps {
  readonly readModel: Pick<PublishReadModel, 'dueLists' | 'unsettledLists' | 'settings' | 'bodies'>
  readonly writer: Pick<VersionWriter, 'render'>
  readonly catalog: PublishedCatalog
  readonly files: PublishedFiles
  readonly hints: HintSource & Pick<HintSink, 'publish'>
  readonly logger: Logger
}

/**
 * Keeps what is served in step with the lists: renders those that have changed, and brings versions, paths and
 * credentials from the database into memory and onto the disk. What it served goes on being served whatever fails.
 */
export class Publisher implements Service {
  readonly name = 'publisher'
  private undo: (() => void)[] = []
  private timer: NodeJS.Timeout | undefined
  private wakeAt = Infinity
  private lastLook = 0
  private unsettledAt = 0
  private failures = 0
  private running: Promise<void> = Promise.resolve()
  /** A look that has not begun: it will see whatever was committed until now. */
  private waiting: Promise<void> | undefined
  private stopped = false

  constructor(private readonly deps: PublisherDeps) {}

  /** What an earlier run left on the disk is served first. */
  async start(): Promise<void> {
    const { files, catalog, hints } = this.deps
    const onDisk = await files.load()
    if (onDisk) catalog.replace(onDisk.settings, onDisk.versions)
    this.undo = [hints.on('lists', () => this.wake()), hints.on('resync', () => this.wake())]
    await this.refresh().catch((error: unknown) => this.failed(error))
  }

  async stop(): Promise<void> {
    this.stopped = true
    for (const undo of this.undo.splice(0)) undo()
    clearTimeout(this.timer)
    await this.running.catch(() => undefined)
  }

  /** Resolves when everything that was committed before the call is served by this replica. */
  refresh(): Promise<void> {
    this.waiting ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.waiting = undefined
        return this.look()
      })
    this.running = this.waiting
    return this.waiting
  }

  private wake(): void {
    this.schedule(Math.max(GATHER_MS, this.lastLook + EVERY_MS - Date.now()))
  }

  /** An earlier appointment stays. */
  private schedule(wait: number): void {
    const at = Date.now() + wait
    if (this.stopped || at >= this.wakeAt) return
    clearTimeout(this.timer)
    this.wakeAt = at
    this.timer = setTimeout(() => {
      this.wakeAt = Infinity
      this.refresh().catch((error: unknown) => this.failed(error))
    }, wait)
  }

  private failed(error: unknown): void {
    this.failures += 1
    this.deps.logger.warn({ err: error }, 'Published lists could not be brought up to date; those in force are served on')
    this.schedule(Math.min(EVERY_MS * 2 ** Math.min(this.failures, 5), RETRY_MAX_MS))
  }

  private async look(): Promise<void> {
    this.lastLook = Date.now()
    const faults: unknown[] = []
    const rendered: number[] = []
    for (const listId of await this.due())
      try {
        if ((await this.deps.writer.render(listId)) !== 'UNCHANGED') rendered.push(listId)
      } catch (error) {
        faults.push(error)
      }
    await this.load()
    if (rendered.length > 0) await this.deps.hints.publish('lists', { ids: rendered })
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} lists could not be rendered`)
    this.failures = 0
    this.schedule(UNASKED_EVERY_MS)
  }

  /** Lists that differ from what is in force are looked at in vain mostly, so not with every hint. */
  private async due(): Promise<Set<number>> {
    const { readModel } = this.deps
    const due = await readModel.dueLists()
    if (this.lastLook < this.unsettledAt) return new Set(due)
    const unsettled = await readModel.unsettledLists()
    this.unsettledAt = this.lastLook + UNASKED_EVERY_MS
    return new Set([...due, ...unsettled])
  }

  private async load(): Promise<void> {
    const { readModel, catalog, files, logger } = this.deps
    const { lists, credentials } = await readModel.settings()
    const versions = new Map<number, ServedVersion>()
    for (const list of lists) {
      const served = await this.versionOf(list)
      if (served) versions.set(list.listId, served)
    }
    // The disk names what is really served.
    const settings = { credentials, lists: lists.map(list => ({ ...list, version: versions.get(list.listId)?.ref ?? null })) }
    catalog.replace(settings, versions)
    await files.save(settings, versions).catch((error: unknown) => {
      logger.error({ err: error }, 'Published lists could not be written to the disk: a restart without the database would not find them')
    })
  }

  private async versionOf({ listId, version }: PublishedSettings['lists'][number]): Promise<ServedVersion | undefined> {
    const known = this.deps.catalog.version(listId)
    if (version === null) return undefined
    if (known && isSameVersion(known.ref, version)) return known
    try {
      const bodies = await this.deps.readModel.bodies(version.id)
      // Pruned in between: the next look sees its successor.
      if (!bodies) return known
      return await servedVersion(version, bodies)
    } catch (error) {
      this.deps.logger.error({ err: error, listId, version: version.number }, 'A published version cannot be read')
      return known
    }
  }
}
