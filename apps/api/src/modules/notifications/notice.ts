import { z } from 'zod'

/** What people or programs are told, as it is stored with a delivery. */
export const storedNotice = z.object({
  title: z.string(),
  text: z.string(),
  /** Path within the console, e.g. /incidents?incident=7; null: none. */
  link: z.string().nullable(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
})

export interface Notice {
  readonly title: string
  readonly text: string
  readonly link: string | null
  readonly fields: readonly { readonly name: string; readonly value: string }[]
}

const TITLE_MAX = 200
const TEXT_MAX = 10_000
const FIELDS_MAX = 20
const FIELD_MAX = 1_000

/** Values come from log lines: bounded, the title on one line, without what a database or a terminal takes amiss. */
export const boundedNotice = ({ title, text, link, fields }: Notice): Notice => ({
  title: oneLine(title).slice(0, TITLE_MAX),
  text: text.replaceAll(/[^\P{Cc}\n\t]/gu, ' ').slice(0, TEXT_MAX),
  link,
  fields: fields
    .slice(0, FIELDS_MAX)
    .map(({ name, value }) => ({ name: oneLine(name).slice(0, 100), value: oneLine(value).slice(0, FIELD_MAX) })),
})

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
