import { describe, expect, it } from 'vitest'
import { normalTag, planEdit, type EditableFacts, type IncidentEdit } from './incident-edit.js'

const incident: EditableFacts = {
  title: 'Overflow',
  severity: 3,
  severitySet: false,
  classification: null,
  attackVector: 'Web',
  disposition: null,
  tags: ['vip'],
  teamId: null,
}
const plan = (edit: IncidentEdit, given: Partial<EditableFacts> = {}) => planEdit({ ...incident, ...given }, edit)

describe('planEdit', () => {
  it('sets the severity for good, also to what it is', () => {
    expect(plan({ severity: 'LOW' })).toEqual({
      kind: 'changed',
      update: { severity: 2, severitySet: true },
      changes: [{ field: 'severity', before: 'MEDIUM', after: 'LOW' }],
    })
    expect(plan({ severity: 'MEDIUM' })).toMatchObject({ kind: 'changed', update: { severitySet: true } })
    expect(plan({ severity: 'MEDIUM' }, { severitySet: true })).toEqual({ kind: 'unchanged' })
  })

  it('changes values that differ', () => {
    expect(plan({ classification: 'Phishing', attackVector: 'Web' })).toMatchObject({ update: { classification: 'Phishing' } })
    expect(plan({ attackVector: 'Web' })).toEqual({ kind: 'unchanged' })
    expect(plan({ teamId: 7 })).toMatchObject({ update: { teamId: 7 }, changes: [{ field: 'team', before: null, after: '7' }] })
  })

  it('adds tags in lower case, each once, and not too many', () => {
    expect(plan({ addTags: ['VIP', ' Crown  Jewels '] })).toMatchObject({ update: { tags: ['vip', 'crown jewels'] } })
    expect(plan({ addTags: ['Vip'] })).toEqual({ kind: 'unchanged' })
    expect(plan({ addTags: ['x'] }, { tags: Array.from({ length: 20 }, (_, at) => `t${at}`) })).toMatchObject({ kind: 'refused' })
    expect(normalTag('  A  b ')).toBe('a b')
  })

  it('clears what is null', () => {
    const set = { severitySet: true, severity: 5, classification: 'Spam', teamId: 7 }
    expect(planEdit({ ...incident, ...set }, { severity: null, classification: null, teamId: null }, 2)).toEqual({
      kind: 'changed',
      update: { severity: 2, severitySet: false, classification: null, teamId: null },
      changes: [
        { field: 'severity', before: 'CRITICAL', after: null },
        { field: 'classification', before: 'Spam', after: null },
        { field: 'team', before: '7', after: null },
      ],
    })
    expect(plan({ severity: null, classification: null })).toEqual({ kind: 'unchanged' })
  })

  it('replaces tags and the title', () => {
    expect(plan({ tags: ['B', 'a', 'b '], title: 'Scan' })).toEqual({
      kind: 'changed',
      update: { title: 'Scan', tags: ['b', 'a'] },
      changes: [
        { field: 'title', before: 'Overflow', after: 'Scan' },
        { field: 'tags', before: 'vip', after: 'b, a' },
      ],
    })
    expect(plan({ tags: [] })).toMatchObject({ update: { tags: [] }, changes: [{ field: 'tags', before: 'vip', after: null }] })
    expect(plan({ tags: Array.from({ length: 21 }, (_, at) => `t${at}`) })).toMatchObject({ kind: 'refused' })
  })
})
