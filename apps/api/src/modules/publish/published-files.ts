import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Logger } from '../../platform/logger.js'
import { writeDurably } from './durable-file.js'
import { publishedSettings, type PublishedSettings } from './published-settings.js'
import { EXTENSIONS, servedVersion, type Extension, type ServedVersion, type VersionRef } from './served-version.js'

const INDEX = 'index.json'

export interface PublishedOnDisk {
  readonly settings: PublishedSettings
  /** Those that could be read, by list. */
  readonly versions: ReadonlyMap<number, ServedVersion>
}

/**
 * The versions in force in a folder, for when the database is away. Bodies are written first and named by an index that
 * replaces the old one in one step; then what no index names is deleted.
 */
export class PublishedFiles {
  private written: string | undefined
  private readonly damaged = new Set<string>()

  constructor(private readonly deps: { readonly folder: string; readonly logger: Logger }) {}

  /** undefined: nothing was ever written, or the index cannot be read. */
  async load(): Promise<PublishedOnDisk | undefined> {
    const text = await readFile(path.join(this.deps.folder, INDEX), 'utf8').catch((error: unknown) => {
      if (!isMissing(error)) this.deps.logger.error({ err: error }, 'The index of published lists cannot be read')
      return undefined
    })
    const settings = text === undefined ? undefined : this.parse(text)
    if (!settings) return undefined
    const versions = new Map<number, ServedVersion>()
    for (const { listId, version } of settings.lists) {
      if (version === null) continue
      await this.loadVersion(listId, version).then(
        served => versions.set(listId, served),
        (error: unknown) => {
          this.deps.logger.error({ err: error, listId }, 'A published list cannot be read from the disk')
          for (const extension of EXTENSIONS) this.damaged.add(fileName(listId, version, extension))
        },
      )
    }
    return { settings, versions }
  }

  /** Writes what has changed. */
  async save(settings: PublishedSettings, versions: ReadonlyMap<number, ServedVersion>): Promise<void> {
    const index = JSON.stringify(settings)
    if (index === this.written) return
    await mkdir(this.deps.folder, { recursive: true, mode: 0o700 })
    const present = new Set(await readdir(this.deps.folder))
    const wanted = new Set([INDEX])
    for (const { listId, version } of settings.lists) {
      if (version === null) continue
      for (const extension of EXTENSIONS) {
        const name = fileName(listId, version, extension)
        wanted.add(name)
        const body = versions.get(listId)?.forms[extension].gzip.body
        if (!body || (present.has(name) && !this.damaged.has(name))) continue
        await writeDurably(path.join(this.deps.folder, name), body)
        this.damaged.delete(name)
      }
    }
    await writeDurably(path.join(this.deps.folder, INDEX), index)
    this.written = index
    for (const name of present) if (!wanted.has(name)) await rm(path.join(this.deps.folder, name), { force: true })
  }

  private async loadVersion(listId: number, ref: VersionRef): Promise<ServedVersion> {
    const read = (extension: Extension) => readFile(path.join(this.deps.folder, fileName(listId, ref, extension)))
    const [txt, json, csv] = await Promise.all([read('txt'), read('json'), read('csv')])
    return servedVersion(ref, { txt, json, csv })
  }

  private parse(text: string): PublishedSettings | undefined {
    try {
      return publishedSettings.parse(JSON.parse(text))
    } catch (error) {
      this.deps.logger.error({ err: error }, 'The index of published lists is damaged')
      return undefined
    }
  }
}

/** Says all that names a version, so that a restored database never meets the bytes of another. */
const fileName = (listId: number, { id, number, inForceAt }: VersionRef, extension: Extension): string =>
  `${listId}-${number}-${id}-${inForceAt.toString(36)}.${extension}.gz`

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
