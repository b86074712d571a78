import { avatarJpeg } from './avatar.js'

/** A directory of people who do not exist, as entries for slapd. */
export const SUFFIX = 'dc=corp,dc=example'
export const PEOPLE = `ou=People,${SUFFIX}`
export const GROUPS = `ou=Groups,${SUFFIX}`
/** Reads and nothing else. */
export const READER = { dn: `cn=reader,${SUFFIX}`, password: 'reads only' }
/** May bind and see nothing. */
export const BLIND = { dn: `cn=blind,${SUFFIX}`, password: 'sees nothing' }
export const CROWD_SIZE = 1_600
export const MANY_GROUPS = 450

export interface MadeUpEntry {
  readonly dn: string
  readonly attributes: Readonly<Record<string, string | Buffer | readonly string[]>>
}

export interface Colleague {
  readonly uid: string
  readonly given: string
  readonly family: string
  readonly title?: string
  readonly department?: string
  readonly manager?: string
  readonly city?: string
  readonly more?: MadeUpEntry['attributes']
}

export const personDn = (uid: string): string => `uid=${uid},${PEOPLE}`
export const groupDn = (name: string): string => `cn=${name.replaceAll(/[,\\]/g, String.raw`\$&`)},${GROUPS}`

const COLLEAGUES: readonly Colleague[] = [
  { uid: 'mlang', given: 'Martina', family: 'Lang', title: 'Chief Financial Officer', department: 'Finance', city: 'Berlin' },
  { uid: 'jdoe', given: 'Jane', family: 'Doe', title: 'Accountant', department: 'Finance', manager: 'mlang', city: 'Berlin' },
  { uid: 'akaya', given: 'Ayşe', family: 'Kaya', title: 'Payroll clerk', department: 'Human Resources', manager: 'mlang', city: 'Köln' },
  {
    uid: 'zmueller',
    given: 'Zoë',
    family: 'Müller',
    title: 'Büroleitung',
    department: 'Büro & Verwaltung',
    manager: 'mlang',
    city: 'München',
  },
  { uid: 'lilei', given: '雷', family: '李', title: '工程师', department: 'Engineering', manager: 'oops', city: '上海' },
  { uid: "k.o'brien", given: 'Kate', family: "O'Brien", title: 'Engineer', department: 'Engineering', city: 'Dublin' },
  { uid: 'rbraun', given: 'Rolf', family: 'Braun', title: 'Warehouse keeper', department: 'Logistics', more: { shadowExpire: '1' } },
  {
    uid: 'tlocke',
    given: 'Tess',
    family: 'Locke',
    title: 'Buyer',
    department: 'Logistics',
    more: { pwdAccountLockedTime: '000001010000Z' },
  },
  { uid: 'vshade', given: 'Vic', family: 'Shade', department: 'Logistics', more: { shadowExpire: '99999' } },
  {
    uid: 'nimage',
    given: 'Nora',
    family: 'Image',
    department: 'Design',
    more: { jpegPhoto: Buffer.from('<script>alert(1)</script>\xff', 'latin1') },
  },
  {
    uid: 'bimage',
    given: 'Bert',
    family: 'Image',
    department: 'Design',
    more: { jpegPhoto: Buffer.concat([avatarJpeg(1), Buffer.alloc(200_000)]) },
  },
  { uid: 'groupie', given: 'Gus', family: 'Ruppe', department: 'Clubs' },
  { uid: 'a*b', given: 'Asta', family: 'Risk', department: 'Design' },
  { uid: 'paren(s)', given: 'Parry', family: 'Enns', department: 'Design' },
]

/** Everybody's uid is their mailbox, but for these. */
const MAILBOXES: Readonly<Record<string, string>> = { jdoe: 'jane.doe', 'a*b': 'asta', 'paren(s)': 'parry' }

const NAMED_GROUPS: Readonly<Record<string, readonly string[]>> = {
  'Finance staff': [personDn('mlang'), personDn('jdoe')],
  'Sales, EMEA': [personDn('jdoe')],
  'All staff': [groupDn('Finance staff'), groupDn('Engineering')],
  Engineering: [personDn('lilei'), personDn("k.o'brien")],
  // Holds itself by a detour.
  Everybody: [groupDn('All staff'), groupDn('Round and round')],
  'Round and round': [groupDn('Everybody')],
}

/** @param nth for the photo */
function toEntry({ uid, given, family, title, department, manager, city, more = {} }: Colleague, nth: number): MadeUpEntry {
  const attributes = {
    objectClass: ['inetOrgPerson', 'shadowAccount'],
    uid,
    cn: `${given} ${family}`,
    sn: family,
    givenName: given,
    displayName: `${given} ${family}`,
    mail: `${MAILBOXES[uid] ?? uid}@corp.example`,
    telephoneNumber: `+49 30 5550${100 + nth}`,
    mobile: `+49 170 5550${100 + nth}`,
    o: 'Corp Example GmbH',
    physicalDeliveryOfficeName: `${1 + (nth % 5)}.${10 + nth}`,
    jpegPhoto: avatarJpeg(nth),
    ...(title !== undefined && { title }),
    ...(department !== undefined && { departmentNumber: department }),
    ...(manager !== undefined && { manager: personDn(manager) }),
    ...(city !== undefined && { l: city }),
    ...more,
  }
  return { dn: personDn(uid), attributes }
}

const group = (name: string, member: readonly string[]): MadeUpEntry => ({
  dn: groupDn(name),
  attributes: { objectClass: 'groupOfNames', cn: name, member },
})

const unit = (name: string): MadeUpEntry => ({ dn: `ou=${name},${SUFFIX}`, attributes: { objectClass: 'organizationalUnit', ou: name } })

const account = ({ dn, password }: typeof READER): MadeUpEntry => ({
  dn,
  attributes: { objectClass: ['organizationalRole', 'simpleSecurityObject'], cn: dn.split(/[=,]/)[1] ?? '', userPassword: password },
})

/** As Active Directory names things, by the schema in slapd.ts. */
const domainUser = (account: string, more: MadeUpEntry['attributes']): MadeUpEntry => ({
  dn: `cn=${account},ou=Domain,${SUFFIX}`,
  attributes: {
    objectClass: ['inetOrgPerson', 'user'],
    objectCategory: 'person',
    cn: account,
    sn: account,
    displayName: `Domain ${account}`,
    sAMAccountName: account,
    userPrincipalName: `${account}@ad.corp.example`,
    ...more,
  },
})

function domainUsers(): MadeUpEntry[] {
  return [
    domainUser('pparker', { userAccountControl: '512', department: 'Press', company: 'Corp Example GmbH', thumbnailPhoto: avatarJpeg(7) }),
    domainUser('gone', { userAccountControl: '514' }),
    domainUser('locked', { userAccountControl: '512', lockoutTime: '133000000000000000' }),
    domainUser('expired', { userAccountControl: '512', accountExpires: '130000000000000000' }),
  ]
}

/** All of it, parents first. */
export function madeUpDirectory(): MadeUpEntry[] {
  const twins = ['One', 'Two'].map(name => ({
    dn: `uid=twin,ou=${name},${SUFFIX}`,
    attributes: {
      objectClass: 'inetOrgPerson',
      uid: 'twin',
      cn: `Twin ${name}`,
      sn: 'Twin',
      mail: `twin.${name.toLowerCase()}@corp.example`,
    },
  }))
  const crowd = Array.from({ length: CROWD_SIZE }, (_, nth) => ({
    dn: `uid=crowd${nth},ou=Crowd,${SUFFIX}`,
    attributes: { objectClass: 'inetOrgPerson', uid: `crowd${nth}`, cn: `Crowd ${nth}`, sn: 'Crowd', employeeType: 'crowd' },
  }))
  return [
    { dn: SUFFIX, attributes: { objectClass: ['dcObject', 'organization'], dc: 'corp', o: 'Corp Example' } },
    ...['People', 'Groups', 'Crowd', 'One', 'Two', 'Domain'].map(unit),
    account(READER),
    account(BLIND),
    ...COLLEAGUES.map(toEntry),
    ...domainUsers(),
    ...twins,
    ...crowd,
    ...Object.entries(NAMED_GROUPS).map(([name, members]) => group(name, members)),
    ...Array.from({ length: MANY_GROUPS }, (_, nth) => group(`Club ${nth}`, [personDn('groupie')])),
    {
      dn: `ou=Elsewhere,${SUFFIX}`,
      attributes: {
        objectClass: ['referral', 'extensibleObject'],
        ou: 'Elsewhere',
        ref: `ldap://elsewhere.example/ou=Elsewhere,${SUFFIX}`,
      },
    },
  ]
}

/** A small company of its own: every account of the list, with titles, departments, a manager and a photo. */
export function companyOf(people: readonly Omit<Colleague, 'more'>[]): MadeUpEntry[] {
  return [
    { dn: SUFFIX, attributes: { objectClass: ['dcObject', 'organization'], dc: 'corp', o: 'Corp Example' } },
    ...['People', 'Groups'].map(unit),
    account(READER),
    ...people.map(toEntry),
    ...[...Map.groupBy(people, ({ department }) => department ?? 'Other')].map(([name, members]) =>
      group(
        `${name} staff`,
        members.map(({ uid }) => personDn(uid)),
      ),
    ),
  ]
}

/** LDIF (RFC 2849), everything in base64: nothing needs a thought about what may stand where. */
export function toLdif(entries: readonly MadeUpEntry[]): string {
  const line = (name: string, value: string | Buffer) => `${name}:: ${Buffer.from(value).toString('base64')}`
  return entries
    .map(({ dn, attributes }) =>
      [
        line('dn', dn),
        ...Object.entries(attributes).flatMap(([name, values]) =>
          (typeof values === 'string' || Buffer.isBuffer(values) ? [values] : values).map(value => line(name, value)),
        ),
      ].join('\n'),
    )
    .join('\n\n')
}
