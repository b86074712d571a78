import { ENTRY_VALUES_MAX } from '@sallyport/shared'

/** A few values typed one a line, with their line numbers; null: it is a table, or long, and so to be imported as a whole. */
export function typedValues(text: string): readonly { readonly line: number; readonly value: string }[] | null {
  if (/[,"]/.test(text)) return null
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((value, index) => ({ line: index + 1, value: value.trim() }))
    .filter(({ value }) => value !== '' && !value.startsWith('#'))
  return lines.length > 0 && lines.length <= ENTRY_VALUES_MAX ? lines : null
}
