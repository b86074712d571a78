import { partKey, type BatchWriter } from './batch-writer.js'
import { isEvent } from './line-reader.js'
import type { LineBatch, SyslogLine } from './syslog-line.js'

interface SourceWritersDeps {
  readonly lines: BatchWriter
  readonly events: BatchWriter
}

/** One writer per source: each has the settings, firewalls and duplicates of its own. Lines go to the one that they are for. */
export class SourceWriters {
  constructor(private readonly deps: SourceWritersDeps) {}

  settingsChanged(): void {
    this.deps.lines.settingsChanged()
    this.deps.events.settingsChanged()
  }

  /** Which lines are taken now: those whose source is there and enabled. undefined: none. */
  async takes(): Promise<((line: SyslogLine) => boolean) | undefined> {
    const [lines, events] = await Promise.all([this.deps.lines.activeSource(), this.deps.events.activeSource()])
    return lines || events ? line => (isEvent(line) ? events : lines) !== undefined : undefined
  }

  /**
   * As BatchWriter.write. A batch of both kinds is stored in two parts, whose keys follow from its own: when the second
   * fails and the whole is handed over again, the first is recognised.
   */
  async write(batch: LineBatch): Promise<void> {
    const events = batch.lines.filter(isEvent)
    if (events.length === 0) return this.deps.lines.write(batch)
    if (events.length === batch.lines.length) return this.deps.events.write(batch)
    await this.deps.lines.write({ key: partKey(batch.key, 'lines'), lines: batch.lines.filter(line => !isEvent(line)) })
    await this.deps.events.write({ key: partKey(batch.key, 'events'), lines: events })
  }
}
