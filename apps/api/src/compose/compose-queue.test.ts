import { describe, expect, it } from 'vitest'
import { PERSONAL } from './compose-queue.js'

describe('incidentsChanged', () => {
  it.each([
    ['assignee:me', true],
    ['OWNER:"\nme"', true],
    ['assignee:none,me', true],
    ['is:mine', true],
    ['-is:allowed,"\tMINE"', true],
    ['severity:high user:corp\\jdoe -state:closed', false],
  ])('of %j depends on who asks: %j', (text, personal) =>
    expect(PERSONAL.incidentsChanged.test(JSON.stringify([['filter', [['text', text]]]]))).toBe(personal),
  )
})
