import { definitionOf, draftOf, sameJson } from './draft'

const KEPT = 50
const previewed: object[] = []

/** Remembers, as long as the page is open, that a preview of this definition came to its end. */
export function rememberPreview(definition: object): void {
  if (wasPreviewed(definition)) return
  previewed.push(definition)
  if (previewed.length > KEPT) previewed.shift()
}

export function wasPreviewed(definition: unknown): boolean {
  const wanted = definitionOf(draftOf(definition))
  return previewed.some(each => sameJson(definitionOf(draftOf(each)), wanted))
}
