import { expect, it } from 'vitest'
import { accountStateOf } from './account-state.js'
import { toLdapEntry } from './ldap-entry.js'

const NOW = Date.UTC(2026, 10, 24)
/** 2022-06-16. */
const PAST = '132998544000000000'
const FUTURE = '140000000000000000'

it.each([
  [{}, 'UNKNOWN'],
  [{ userAccountControl: '512' }, 'ACTIVE'],
  [{ userAccountControl: '514' }, 'DISABLED'],
  [{ userAccountControl: '66050' }, 'DISABLED'],
  [{ userAccountControl: '512', lockoutTime: '0' }, 'ACTIVE'],
  [{ userAccountControl: '512', lockoutTime: PAST }, 'LOCKED'],
  // The lock has ended by itself.
  [{ userAccountControl: '512', lockoutTime: PAST, 'msDS-User-Account-Control-Computed': '0' }, 'ACTIVE'],
  [{ userAccountControl: '512', 'msDS-User-Account-Control-Computed': '16' }, 'LOCKED'],
  [{ userAccountControl: '512', accountExpires: PAST }, 'EXPIRED'],
  [{ userAccountControl: '512', accountExpires: FUTURE }, 'ACTIVE'],
  [{ userAccountControl: '512', accountExpires: '0' }, 'ACTIVE'],
  [{ userAccountControl: '512', accountExpires: '9223372036854775807' }, 'ACTIVE'],
  [{ userAccountControl: '514', accountExpires: PAST, lockoutTime: PAST }, 'DISABLED'],
  [{ pwdAccountLockedTime: '000001010000Z' }, 'LOCKED'],
  [{ pwdAccountLockedTime: '20261123120000Z' }, 'LOCKED'],
  [{ shadowExpire: '1' }, 'EXPIRED'],
  [{ shadowExpire: '-1' }, 'ACTIVE'],
  [{ shadowExpire: '99999' }, 'ACTIVE'],
  [{ nsAccountLock: 'TRUE' }, 'DISABLED'],
  [{ nsAccountLock: 'false' }, 'ACTIVE'],
  [{ loginDisabled: 'true' }, 'DISABLED'],
  [{ userAccountControl: 'many' }, 'UNKNOWN'],
  [{ userAccountControl: '9'.repeat(400) }, 'UNKNOWN'],
  [{ userAccountControl: [] }, 'UNKNOWN'],
  [{ userAccountControl: Buffer.from([0xff]) }, 'UNKNOWN'],
])('%j: %s', (attributes, state) => expect(accountStateOf(toLdapEntry({ dn: 'uid=a', ...attributes }), NOW)).toBe(state))
