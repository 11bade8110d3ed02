import type { frame as reference } from '../../ar/admin/frame.ts'
import { plural } from '../../plural.ts'

export const frame: typeof reference = {
  title: 'Administration',
  places: {
    overview: 'Overview',
    entities: 'Entities',
    categories: 'Categories',
    promises: 'Promises',
    calendars: 'Calendars',
    staff: 'Staff',
    tokens: 'Program tokens',
    installation: 'Installation',
    audit: 'Changes',
    desk: 'Case desk',
  },

  done: {
    saved: 'Saved, and in force now.',
    added: 'Added, and in force now.',
    moved: 'The entity is at its new stage.',
    joined: 'The entity has joined, and its open cases are on its own desk.',
    left: 'The entity is no longer joined; the central office acts for it from now on.',
    central: 'This entity is the central office from now on.',
    ended: 'Ended; history keeps it.',
    removed: 'Removed from the new version; earlier versions keep it.',
    granted: 'The role is granted.',
    disabled: 'The account is closed and its sessions have ended.',
    enabled: 'The account is open again.',
    sessions: 'All sessions of this account have ended.',
    revoked: 'The token is revoked and opens nothing from now on.',
  },

  fields: {
    nameAr: 'Name in Arabic',
    nameEn: 'Name in English',
    id: 'Identifier',
    idHint:
      'Small Latin letters, digits and hyphens; it stays for good. Left empty, it follows the English name.',
    sector: 'Sector',
    entity: 'Entity',
    unit: 'Unit',
    category: 'Category',
    noSector: 'No sector',
    search: 'Name',
    state: 'State',
    anyState: 'Any state',
    any: 'All',
    active: 'Active',
    closed: 'Closed',
    reason: 'Reason',
    code: 'Code from the authenticator',
    codeHint: 'Asked again because this opens rights. Each code works once.',
    codeDemonstration: (code) => `In this demonstration the code is ${code}`,
    from: 'From',
    to: 'To',
    when: 'When',
    who: 'Changed by',
    version: 'Version',
    details: 'Details',
    itself: 'Sawt, at installation',
    edit: 'Edit',
    nothing: 'Not set',
  },

  overview: {
    title: 'Administration',
    lead: 'Configuration and people. No text of any case is shown here.',
    attention: 'Needs your attention',
    allWell: 'Everything is in order',
    allWellHint: 'The configuration lacks nothing now. You can look through the latest changes.',
    entities: 'Entities joined',
    of: (part, all) => `${part} of ${all}`,
    categories: (count) => plural('en', count, { one: 'Category', other: 'Categories' }),
    people: (count) => plural('en', count, { one: 'Staff member', other: 'Staff members' }),
    calendars: (count) => plural('en', count, { one: 'Calendar', other: 'Calendars' }),
    tokens: (count) => plural('en', count, { one: 'Working token', other: 'Working tokens' }),
    needs: {
      noCentral: 'No entity is named as the central office yet, so cases cannot be routed',
      noContact: (count) =>
        plural('en', count, {
          one: '1 entity has not joined, and we do not know how to write to it',
          other: `${count} entities have not joined, and we do not know how to write to them`,
        }),
      noLiaison: (count) =>
        plural('en', count, {
          one: '1 entity has joined but has no liaison officer',
          other: `${count} entities have joined but have no liaison officer`,
        }),
      noOwner: (count) =>
        plural('en', count, {
          one: '1 category has no entity that owns it',
          other: `${count} categories have no entity that owns them`,
        }),
      noFactor: (count) =>
        plural('en', count, {
          one: '1 person has no authenticator and cannot sign in',
          other: `${count} people have no authenticator and cannot sign in`,
        }),
      noHolidays: (count, year) =>
        plural('en', count, {
          one: `1 calendar has no holidays in ${year}`,
          other: `${count} calendars have no holidays in ${year}`,
        }),
      noPromise: (count) =>
        plural('en', count, {
          one: '1 type of case has no written promise; the built-in one holds',
          other: `${count} types of case have no written promise; the built-in ones hold`,
        }),
      noRemedy: 'The remedy outside government is not written yet',
    },
    about: {
      entities: 'Who answers, who has joined, and how to write to those who have not',
      categories: 'What people ask about, and how they say it',
      promises: 'How many working days we promise, and to whom',
      calendars: 'Working days, hours and holidays',
      staff: 'Who works here, in which role, and until when',
      tokens: 'Outside programs that reach Sawt',
      installation: 'Country, time zone and the independent remedy',
      audit: 'Who changed what, and when',
    },
  },
}
