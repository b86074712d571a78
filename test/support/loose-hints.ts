import type { HintListener, HintMap, HintSink, HintSource, HintTopic } from '../../apps/api/src/platform/hints.js'

/** Hints within this process: what is published is heard at once. */
export class LooseHints implements HintSource, HintSink {
  /** All that was published. */
  readonly published: { readonly topic: HintTopic; readonly hint: unknown }[] = []
  private readonly listeners = new Map<HintTopic, Set<(hint: never) => void>>()

  on<T extends HintTopic>(topic: T, listener: HintListener<T>): () => void {
    const listeners = this.listeners.get(topic) ?? new Set()
    this.listeners.set(topic, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  async publish<T extends Exclude<HintTopic, 'resync'>>(topic: T, hint: HintMap[T]): Promise<void> {
    this.emit(topic, hint)
  }

  emit<T extends HintTopic>(topic: T, hint: HintMap[T]): void {
    this.published.push({ topic, hint })
    for (const listener of this.listeners.get(topic) ?? []) (listener as HintListener<T>)(hint)
  }

  /** Ids of all hints of a topic so far. */
  idsOf(topic: 'lookups' | 'incidents'): string[] {
    return this.published.flatMap(one => (one.topic === topic ? (one.hint as { ids: string[] }).ids : []))
  }
}
