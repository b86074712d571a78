import { expect, it } from 'vitest'
import { sql, toQuery } from '../../platform/sql.js'
import { namesPerson, readPeopleText, type PersonTerm } from './people-search.js'

const finance: PersonTerm = { attribute: 'department', text: 'Finance' }

it.each<[text: string, terms: readonly PersonTerm[], rest: string]>([
  ['department:Finance', [finance], ''],
  ['DEPARTMENT:Finance', [finance], ''],
  ['  department:Finance   ransom  ware ', [finance], 'ransom ware'],
  ['ransomware department:Finance', [finance], 'ransomware'],
  ['department:"Human Resources" x', [{ attribute: 'department', text: 'Human Resources' }], 'x'],
  ['department:Finance title:"Team lead"', [finance, { attribute: 'title', text: 'Team lead' }], ''],
  ['name:Ada', [{ attribute: 'displayName', text: 'Ada' }], ''],
  ['group:VPN', [{ attribute: 'groups', text: 'VPN' }], ''],
  ['mail:ada@corp.example', [{ attribute: 'mail', text: 'ada@corp.example' }], ''],
  ['city:São', [{ attribute: 'city', text: 'São' }], ''],
  ['office:a:b', [{ attribute: 'office', text: 'a:b' }], ''],
  ['name:%', [{ attribute: 'displayName', text: '%' }], ''],
  // Words, not fields.
  ['colour:red', [], 'colour:red'],
  ['department:', [], 'department:'],
  ['department: Finance', [], 'department: Finance'],
  ['department:""', [], 'department:""'],
  ['department:"Human Resources', [], 'department:"Human Resources'],
  ['department:"Finance"x', [], 'department:"Finance"x'],
  ['http://mail:80/', [], 'http://mail:80/'],
  ['subdepartment:Finance', [], 'subdepartment:Finance'],
  ['constructor:x', [], 'constructor:x'],
  ['  two  words ', [], '  two  words '],
  ['2001:db8::1', [], '2001:db8::1'],
  ['', [], ''],
])('reads %j', (text, terms, rest) => {
  expect(readPeopleText(text)).toEqual({ terms, rest })
})

it('takes a few terms, and the rest as words', () => {
  const { terms, rest } = readPeopleText(Array.from({ length: 10 }, (_, n) => `city:c${n}`).join(' '))
  expect([terms.length, rest]).toEqual([8, 'city:c8 city:c9'])
})

it('wants all of it of the same end', () => {
  const people = { usersWhere: (attribute: string, text: string) => sql`SELECT value FROM stored WHERE ${attribute} = ${text}` }
  const read = readPeopleText('department:Finance city:Ghent')
  const { text, values } = toQuery(namesPerson([sql`a`, sql`b`], read, people))
  const one = (first: number) => `SELECT value FROM stored WHERE $${first} = $${first + 1}`
  const end = (column: string, first: number) =>
    `lower(${column}) = ANY(ARRAY(${one(first)})) AND lower(${column}) = ANY(ARRAY(${one(first + 2)}))`
  expect(text).toBe(`(${end('a', 1)} OR ${end('b', 5)})`)
  expect(values).toEqual(['department', 'Finance', 'city', 'Ghent', 'department', 'Finance', 'city', 'Ghent'])
})
