import { describe, expect, it } from 'vitest'
import { verdictChangeOf } from './verdict-change'

const HASH = 'c'.repeat(64)

describe('the summary of a changed verdict', () => {
  it('is taken apart', () =>
    expect(verdictChangeOf(`WildFire verdict of ${HASH} changed from BENIGN to COMMAND_AND_CONTROL`)).toEqual({
      hash: HASH,
      from: 'BENIGN',
      to: 'COMMAND_AND_CONTROL',
    }))

  it.each([
    null,
    '',
    'Another text',
    `WildFire verdict of ${HASH} changed from BENIGN to GREEN`,
    'WildFire verdict of x changed from A to B',
  ])('is left as it is when it is another: %s', summary => expect(verdictChangeOf(summary)).toBeNull())
})
