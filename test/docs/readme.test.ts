import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const names = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(match => match[1] ?? '').sort()

it('documents every name of the environment that the server reads, and no other', () => {
  const documented = names(read('README.md'), /^\| `([A-Z][A-Z_]+)`/gm)
  const known = names(read('apps/api/src/config.ts'), /^ {4}([A-Z][A-Z_]+):/gm)
  expect(documented).toContain('HTTP_PORT')
  expect(documented).toEqual(known)
})

it('names only commands that there are', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    ...readdirSync(path.join(root, 'docs'))
      .filter(file => file.endsWith('.md'))
      .map(file => `docs/${file}`),
  ]
  const named = pages.flatMap(page => names(read(page), /`npm run ([a-z]+)/g))
  expect(named.filter(name => !(name in scripts))).toEqual([])
})

it('links only to files that there are', () => {
  const broken = ['README.md', 'docs/architecture.md'].flatMap(page =>
    names(read(page), /(?<!!)\[[^\]]+\]\((?!https?:)([^)#]+)\)/g).filter(
      target => !existsSync(path.join(root, path.dirname(page), target)),
    ),
  )
  expect(broken).toEqual([])
})
