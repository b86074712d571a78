import { useState } from 'react'

interface Opened<Item> {
  readonly what: 'edit' | 'delete'
  /** null: a new one. */
  readonly item: Item | null
  readonly open: boolean
}

/** Which row of a table is being edited or deleted, or that a new one is. What closes keeps its item while it fades out. */
export function useOpened<Item extends { readonly id: string }>(items: readonly Item[] | undefined) {
  const [{ what, item, open }, setOpened] = useState<Opened<Item>>({ what: 'edit', item: null, open: false })
  const current = items?.find(({ id }) => id === item?.id) ?? item
  return {
    editing: open && what === 'edit',
    deleting: open && what === 'delete',
    /** As it is now. */
    item: current,
    add: () => setOpened({ what: 'edit', item: null, open: true }),
    edit: (of: Item) => setOpened({ what: 'edit', item: of, open: true }),
    remove: (of: Item) => setOpened({ what: 'delete', item: of, open: true }),
    close: () => setOpened(now => ({ ...now, open: false })),
  }
}
