import { companyOf, type MadeUpEntry } from '../support/directory-people.js'
import { EMPLOYEES } from './cast.js'

const DEPARTMENTS = [
  ['Finance', ['Chief Financial Officer', 'Accountant', 'Controller']],
  ['Engineering', ['Head of Engineering', 'Engineer', 'Engineer']],
  ['Human Resources', ['Head of People', 'Recruiter', 'Payroll clerk']],
  ['Sales', ['Head of Sales', 'Account manager', 'Account manager']],
  ['Logistics', ['Head of Logistics', 'Buyer', 'Warehouse keeper']],
] as const
const CITIES = ['Berlin', 'Lyon', 'Osaka', 'Austin', 'Leeds'] as const
const FAMILY_NAMES = ['Abel', 'Brandt', 'Costa', 'Demir', 'Eriksen', 'Fontaine', 'Gruber', 'Haddad'] as const

/** The employees whose names the demo's alerts bear, as a directory: three to a department, the first of them its head. */
export function demoPeople(): MadeUpEntry[] {
  const uids = EMPLOYEES.map(({ user }) => user.split('\\').at(-1) ?? user)
  return companyOf(
    uids.map((uid, at) => {
      const [department, titles] = DEPARTMENTS[Math.floor(at / 3) % DEPARTMENTS.length] ?? DEPARTMENTS[0]
      const head = uids[at - (at % 3)]
      const manager = at % 3 === 0 ? uids[0] : head
      return {
        uid,
        given: uid.charAt(0).toUpperCase() + uid.slice(1),
        family: FAMILY_NAMES[at % FAMILY_NAMES.length] ?? 'Abel',
        title: titles[at % 3] ?? titles[1],
        department,
        city: CITIES[at % CITIES.length] ?? 'Berlin',
        ...(manager !== undefined && manager !== uid && { manager }),
      }
    }),
  )
}
