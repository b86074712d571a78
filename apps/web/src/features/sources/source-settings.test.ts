import { describe, expect, it } from 'vitest'
import { changedSettings, createInput, merge, newSourceValues, sourceFormSchema, updateInput } from './source-settings'

const values = newSourceValues()

describe('source settings', () => {
  it('writes only what was changed', () => {
    expect(updateInput(values, values)).toEqual({})
    expect(updateInput(values, { ...values, description: ' branch offices ', linkWindowSeconds: 3600 })).toEqual({
      description: 'branch offices',
      linkWindowSeconds: 3600,
    })
  })

  it('takes another order of link keys for a change, but not another order of verdicts', () => {
    expect(changedSettings(values, { ...values, linkKeys: [...values.linkKeys].reverse() })).toEqual(['linkKeys'])
    expect(changedSettings(values, { ...values, incidentVerdicts: [...values.incidentVerdicts].reverse() })).toEqual([])
  })

  it.each([
    ['leaves the stored key when nothing is typed', '', false, {}],
    ['replaces it by what is typed', ' secret ', false, { wildfireApiKey: 'secret' }],
    ['clears it when asked to', '', true, { wildfireApiKey: null }],
  ])('%s', (_name, wildfireApiKey, removeApiKey, expected) => {
    expect(updateInput(values, { ...values, wildfireApiKey, removeApiKey })).toEqual(expected)
  })

  it('merges: what only others changed is theirs, what both changed stays mine', () => {
    const theirs = { ...values, name: 'Theirs', description: 'theirs', timeZone: 'Asia/Tokyo' }
    const merged = merge(values, { ...values, name: 'Mine', enabled: false }, theirs)
    expect(merged.values).toMatchObject({ name: 'Mine', enabled: false, description: 'theirs', timeZone: 'Asia/Tokyo' })
    expect(merged.taken).toEqual(['description', 'timeZone'])
    expect(merged.disputed).toEqual(['name'])
  })

  it('creates without the fields that only the form has', () => {
    expect(createInput(values)).not.toHaveProperty('removeApiKey')
    expect(createInput(values)).not.toHaveProperty('wildfireApiKey')
    expect(createInput({ ...values, wildfireApiKey: 'k' })).toHaveProperty('wildfireApiKey', 'k')
  })

  it.each([
    ['an empty name', { name: '  ' }, 'name'],
    ['no link key', { linkKeys: [] }, 'linkKeys'],
    ['a window of a second', { linkWindowSeconds: 1 }, 'linkWindowSeconds'],
    ['a window that is no number', { linkWindowSeconds: NaN }, 'linkWindowSeconds'],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['a key in the clear', { wildfireApiUrl: 'http://wildfire.corp.example' }, 'wildfireApiUrl'],
    ['no quota', { wildfireDailyQuota: '' }, 'wildfireDailyQuota'],
    ['a quota of nothing', { wildfireDailyQuota: 0 }, 'wildfireDailyQuota'],
  ])('refuses %s', (_name, change, field) => {
    const { error } = sourceFormSchema.safeParse({ ...values, ...change })
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field])
  })
})
