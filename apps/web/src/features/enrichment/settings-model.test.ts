import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { changesOf, faultsIn, merge, type SettingsModel } from './settings-model'

interface Values {
  readonly name: string
  readonly note: string
  readonly size: number
  readonly secret: string
}

const model: SettingsModel<Values, Pick<Values, 'name' | 'note' | 'size'>> = {
  labels: { name: 'Name', note: 'Note', size: 'Size' },
  settingsOf: ({ name, note, size }) => ({ name: name.trim(), note, size }),
}
const before: Values = { name: 'a', note: 'n', size: 1, secret: '' }

describe('settings', () => {
  it('writes only what was changed in what the API would be told', () => {
    expect(changesOf(model, before, { ...before, name: ' a ', size: 2, secret: 'x' })).toEqual({ size: 2 })
  })

  it('merges: what only others changed is theirs, what both changed stays mine, and so do secrets', () => {
    const merged = merge(model, before, { ...before, name: 'mine', secret: 'typed' }, { ...before, name: 'theirs', size: 7 })
    expect(merged).toEqual({ values: { name: 'mine', note: 'n', size: 7, secret: 'typed' }, taken: ['Size'], disputed: ['Name'] })
  })

  it('tells the first fault of each field, and asks for a number where there is none', () => {
    const schema = z.object({
      name: z.string().min(3, 'Longer').regex(/x/, 'No x'),
      size: z.int(),
      list: z.array(z.string().max(1, 'Short')),
    })
    expect(faultsIn(schema, { name: 'a', size: Number.NaN, list: ['a', 'bb'] })).toEqual({
      name: 'Longer',
      size: 'Enter a number',
      list: 'Short',
    })
  })
})
