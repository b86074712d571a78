import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSecretKey, SecretBox } from './secret-box.js'

describe('SecretBox', () => {
  const box = new SecretBox(Buffer.alloc(32, 1))

  it('opens what it sealed, and seals differently each time', () => {
    const sealed = box.seal('source.wildfireApiKey', 'schlüssel')
    expect(box.open('source.wildfireApiKey', sealed)).toBe('schlüssel')
    expect(box.seal('source.wildfireApiKey', 'schlüssel')).not.toBe(sealed)
    expect(sealed).not.toContain('schl')
  })

  it.each([
    ['another purpose', (sealed: string) => box.open('other', sealed)],
    ['another key', (sealed: string) => new SecretBox(Buffer.alloc(32, 2)).open('p', sealed)],
    ['a changed text', (sealed: string) => box.open('p', `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`)],
    ['a short text', () => box.open('p', 'v1.AAAA')],
    ['another version', (sealed: string) => box.open('p', sealed.replace('v1', 'v2'))],
  ])('does not open with %s', (_what, open) => {
    expect(() => open(box.seal('p', 'secret'))).toThrow(/seal/)
  })
})

describe('loadSecretKey', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sallyport-key-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('makes the default key file once, readable by its owner only', async () => {
    const file = { kind: 'file', path: path.join(folder, 'data', 'secret.key'), mayCreate: true } as const
    const keys = await Promise.all([loadSecretKey(file), loadSecretKey(file)])
    expect(keys[0]).toEqual(keys[1])
    expect((await stat(file.path)).mode & 0o777).toBe(0o600)
    expect((await readFile(file.path, 'utf8')).trim()).toHaveLength(64)
  })

  it('does not make a file that was named', async () => {
    await expect(loadSecretKey({ kind: 'file', path: path.join(folder, 'named.key'), mayCreate: false })).rejects.toThrow(/ENOENT/)
  })

  it('refuses a file with something else in it', async () => {
    const file = path.join(folder, 'bad.key')
    await writeFile(file, 'hunter2')
    await expect(loadSecretKey({ kind: 'file', path: file, mayCreate: false })).rejects.toThrow(/64 hexadecimal/)
  })
})
