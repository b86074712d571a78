import { describe, expect, it } from 'vitest'
import { type ActionDraft, actionInput, type DialogAction, EMPTY_DRAFT, NOBODY } from './action-input'

const NOW = Date.parse('2026-11-24T04:00:00.000Z')
const check = (action: DialogAction, given: Partial<ActionDraft>, dispositionNeeded = true) =>
  actionInput(action, { ...EMPTY_DRAFT, ...given }, { dispositionNeeded, now: NOW })

describe('what is asked of the API', () => {
  it.each<[DialogAction, Partial<ActionDraft>, object]>([
    [
      'close',
      { summary: ' Scanner ', disposition: 'False positive' },
      { close: { summary: 'Scanner', detail: null, disposition: 'False positive' } },
    ],
    ['close', { summary: 'a', text: 'why', disposition: 'b' }, { close: { summary: 'a', detail: 'why', disposition: 'b' } }],
    ['ignore', {}, { ignore: { comment: null } }],
    ['ignore', { mute: '86400000', text: 'Patch day' }, { ignore: { comment: 'Patch day', until: '2026-11-25T04:00:00.000Z' } }],
    ['ignore', { mute: 'moment', until: '2026-12-01T00:00Z' }, { ignore: { comment: null, until: '2026-12-01T00:00:00.000Z' } }],
    ['reopen', { text: ' again ' }, { reopen: { comment: 'again' } }],
    ['comment', { text: 'See INC-3' }, { comment: { comment: 'See INC-3' } }],
    ['assign', { assignee: 'user-1' }, { assign: { assigneeId: 'user-1' } }],
    ['assign', { assignee: NOBODY, team: 'team-1' }, { assign: { assigneeId: null, teamId: 'team-1' } }],
    ['edit', { severity: 'LOW', classification: NOBODY }, { edit: { severity: 'LOW', classification: null } }],
    ['edit', { addTags: ['phish'], removeTags: ['new'] }, { edit: { addTags: ['phish'], removeTags: ['new'] } }],
  ])('%s %j', (action, draft, input) => expect(check(action, draft)).toEqual({ input }))

  it.each<[DialogAction, Partial<ActionDraft>, readonly string[]]>([
    ['close', {}, ['summary', 'disposition']],
    ['close', { summary: 'x'.repeat(501), disposition: 'b' }, ['summary']],
    ['ignore', { mute: 'moment', until: '' }, ['until']],
    ['ignore', { mute: 'moment', until: '2020-01-01T00:00' }, ['until']],
    ['comment', { text: '  ' }, ['text']],
    ['assign', {}, ['form']],
    ['edit', {}, ['form']],
  ])('%s %j is not enough', (action, draft, faulty) => {
    const answer = check(action, draft)
    expect('faults' in answer && Object.keys(answer.faults)).toEqual(faulty)
  })

  it('asks for no disposition where none is set up', () =>
    expect(check('close', { summary: 'a' }, false)).toEqual({ input: { close: { summary: 'a', detail: null } } }))
})
