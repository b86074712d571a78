import { describe, expect, it } from 'vitest'
import { ruleDefinition } from './rule-definition.js'
import { durationWords, readRule, type RuleNames } from './read-rule.js'

const names: RuleNames = {
  list: id => (id === 'l1' ? 'Blocked' : undefined),
  channel: () => 'SOC mail',
  person: () => 'ann',
  team: () => 'Night shift',
}

describe('readRule', () => {
  it('reads a rule aloud', () => {
    const definition = ruleDefinition.parse({
      sources: ['Edge'],
      schedule: { days: [6, 7], from: '22:00', to: '06:00', timeZone: 'Europe/Berlin' },
      condition: {
        all: [
          { field: 'severity', op: 'atLeast', value: 'HIGH' },
          {
            any: [
              { field: 'attackerCountry', op: 'is', value: ['DE', 'FR'] },
              { field: 'userDepartment', op: 'is', value: 'Finance' },
            ],
          },
          { none: [{ field: 'attacker', op: 'isOwn', value: true }] },
          { count: { per: 'attacker', atLeast: 5, windowSeconds: 600 } },
        ],
      },
      actions: [
        { do: 'addToList', listId: 'l1', value: 'ATTACKER', ttlSeconds: 604_800, approval: true },
        { do: 'addToList', listId: 'gone', value: 'USER', ttlSeconds: null },
        { do: 'assign', teamId: 't' },
      ],
    })
    expect(readRule(definition, names)).toEqual({
      when: [
        'The source is Edge',
        'Severity is at least high',
        'At least one of these holds:',
        '  Country of the attacker is DE or FR',
        '  Department of the user is ‘Finance’',
        'None of these holds:',
        '  Attacker address is in an own network',
        'At least 5 alerts with the same attacker within 10 minutes',
        'The alert occurred between 22:00 and 06:00 (Europe/Berlin) on Saturday or Sunday',
        'What is not known yet is waited for up to 1 minute',
      ],
      then: [
        'Add the attacker to ‘Blocked’ for 7 days, once somebody agrees',
        'Add the user to ‘a list that is gone’ for good',
        'Assign the incident to the team Night shift',
      ],
    })
  })

  it.each([
    [1, '1 second'],
    [90, '90 seconds'],
    [3_600, '1 hour'],
    [172_800, '2 days'],
  ])('%s seconds: %s', (seconds, words) => {
    expect(durationWords(seconds)).toBe(words)
  })
})
