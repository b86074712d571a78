export interface Mention {
  /** Where the @ stands. */
  readonly at: number
  /** What is written after it so far. */
  readonly begun: string
}

/** The name that is being written before the caret; null: none. An @ inside a word (a mail address) begins none. */
export function mentionAt(text: string, caret: number): Mention | null {
  const match = /(?:^|[^\p{L}\p{N}_.@-])@([\p{L}\p{N}_.\\-]{0,40})$/u.exec(text.slice(0, caret))
  const begun = match?.[1]
  return begun === undefined ? null : { at: caret - begun.length - 1, begun }
}

/** The text with the name in place of what was begun, and where the caret then stands. */
export function withMention(text: string, { at, begun }: Mention, name: string): { readonly text: string; readonly caret: number } {
  const before = `${text.slice(0, at)}@${name} `
  return { text: before + text.slice(at + 1 + begun.length).replace(/^ /, ''), caret: before.length }
}
