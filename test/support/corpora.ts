import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Real log lines that may lie beside the repository; they are not part of it. */
const FOLDER = path.resolve(import.meta.dirname, '../../../shared/corpora')

/** Text files with one line of a log per line. */
const LINE_FILES = /\.(log|samplelog|one-per-line\.txt)$/

export const corporaArePresent = existsSync(FOLDER)

/** Every line of every corpus; none when there are no corpora. */
export function corpusLines(): string[] {
  if (!corporaArePresent) return []
  return readdirSync(FOLDER, { recursive: true })
    .map(String)
    .filter(file => LINE_FILES.test(file))
    .sort()
    .flatMap(file => readFileSync(path.join(FOLDER, file), 'utf8').split('\n'))
    .filter(line => line.trim() !== '')
}
