import type { common as reference } from '../ar/common.ts'
import { plural } from '../plural.ts'

export const common: typeof reference = {
  service: 'Sawt',
  tagline: 'Your voice is heard, and answered on time',
  languageName: 'English',
  yes: 'Yes',
  no: 'No',
  notSure: 'Not sure',
  optional: 'optional',
  none: 'None',
  unknown: 'Unknown',

  acts: {
    continue: 'Continue',
    back: 'Back',
    save: 'Save',
    send: 'Send',
    cancel: 'Cancel',
    change: 'Change',
    remove: 'Remove',
    add: 'Add',
    search: 'Search',
    show: 'Show',
    clear: 'Clear',
    print: 'Print',
    download: 'Download',
    signIn: 'Sign in',
    signOut: 'Sign out',
    start: 'Start',
    home: 'Home',
  },

  types: {
    inquiry: 'Inquiry',
    complaint: 'Complaint',
    suggestion: 'Suggestion',
    praise: 'Praise',
    violation: 'Report of a violation',
  },

  stages: {
    received: 'Received',
    'with-entity': 'With the entity',
    'awaiting-resident': 'Waiting for the resident',
    replied: 'Reply written',
    verified: 'Reply verified',
    answered: 'Answered',
    objected: 'Objected to',
    closed: 'Closed',
  },

  days: (days) => plural('en', days, { zero: 'less than a day', one: '1 day', other: `${days} days` }),
  workingDays: (days) =>
    plural('en', days, {
      zero: 'less than a working day',
      one: '1 working day',
      other: `${days} working days`,
    }),
  cases: (count) => plural('en', count, { zero: 'no cases', one: '1 case', other: `${count} cases` }),
  results: (count) => plural('en', count, { zero: 'no results', one: '1 result', other: `${count} results` }),
  files: (count) => plural('en', count, { zero: 'no files', one: '1 file', other: `${count} files` }),
}
