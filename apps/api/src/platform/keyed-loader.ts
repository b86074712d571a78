import DataLoader from 'dataloader'

/** A loader of rows by key, in one query for all keys asked for at once; undefined where there is no such row. */
export function keyedLoader<Key, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row | undefined> {
  return new DataLoader<Key, Row | undefined>(async keys => {
    const rows = new Map((await fetch(keys)).map(row => [keyOf(row), row]))
    return keys.map(key => rows.get(key))
  })
}

/** The same for values that come as a map already; `missing` stands in where there is none. */
export function mapLoader<Key, Value>(
  fetch: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  missing: () => Value,
): DataLoader<Key, Value> {
  return new DataLoader<Key, Value>(async keys => {
    const values = await fetch(keys)
    return keys.map(key => values.get(key) ?? missing())
  })
}

export interface PageOf<Page> {
  readonly owner: string
  readonly page: Page
}

/** Pages of lists with owners: owners that are asked for the same page are answered by one query. */
export function pageLoader<Page extends object, Row>(
  fetch: (owners: readonly string[], page: Page) => Promise<readonly Row[]>,
  ownerOf: (row: Row) => string,
): DataLoader<PageOf<Page>, Row[], string> {
  const load = async (keys: readonly PageOf<Page>[]): Promise<(Row[] | Error)[]> => {
    const pages = new Map<string, Promise<Map<string, Row[]>>>()
    for (const [text, [first, ...others]] of Map.groupBy(keys, key => JSON.stringify(key.page))) {
      if (!first) continue
      const owners = [first, ...others].map(key => key.owner)
      pages.set(
        text,
        fetch(owners, first.page).then(rows => Map.groupBy(rows, ownerOf)),
      )
    }
    // A page that cannot be read fails its own keys, not those of other pages.
    const answer = async ({ owner, page }: PageOf<Page>) => (await pages.get(JSON.stringify(page)))?.get(owner) ?? []
    const answers = await Promise.allSettled(keys.map(answer))
    return answers.map(settled => (settled.status === 'fulfilled' ? settled.value : asError(settled.reason)))
  }
  return new DataLoader(load, { cacheKeyFn: key => JSON.stringify(key) })
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)))
