/**
 * Control, format (bidirectional, zero-width), separator, private, unassigned and default-ignorable characters, blanks other
 * than the plain space, and the blank of Braille: what cannot be seen must not be part of a value that people judge by sight.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u
const EACH_HIDDEN = new RegExp(HIDDEN.source, 'gu')

/** The first such character as U+XXXX. */
export function hiddenCharacterIn(text: string): string | undefined {
  if (/^[\x20-\x7e]*$/.test(text)) return undefined
  const code = HIDDEN.exec(text)?.[0].codePointAt(0)
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Free text of one line: hidden characters are blanks, and it does not begin as a formula of a spreadsheet does. */
export const plainText = (text: string, longest: number): string =>
  text
    .replaceAll(EACH_HIDDEN, ' ')
    .replace(/^[\s=+@-]+/, '')
    .trim()
    .slice(0, longest)
    .toWellFormed()

/** For showing what was refused: a mark in the place of each hidden character. */
export const visibleText = (text: string): string => text.toWellFormed().replaceAll(EACH_HIDDEN, '\ufffd')
