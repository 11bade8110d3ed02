import type { ui as reference } from '../ar/ui.ts'
import { plural } from '../plural.ts'

export const ui: typeof reference = {
  skip: 'Skip to content',
  mainMenu: 'Main menu',
  demonstration: 'A demonstration: the entities and cases shown here are not real.',
  footer: 'Sawt is a public service for everyone who lives in this country.',

  question: (now, of) => `Question ${now} of ${of}`,
  errorTitle: 'We cannot go on yet',
  error: 'Error',
  tabTitle: (title, service) => `${title} · ${service}`,
  errorInTitle: (title) => `Error: ${title}`,
  charactersAtMost: (said, limit) =>
    plural('en', limit, { one: '1 character at most', other: `${said} characters at most` }),
  choose: 'Choose',
  filesAtMost: (files, megabytes) =>
    plural('en', files, {
      zero: 'No files can be attached',
      one: `One file, up to ${megabytes} MB`,
      other: `${files} files at most, up to ${megabytes} MB each`,
    }),

  place: {
    words: 'Describe the place in your own words',
    wordsHint: 'A street, a landmark or a building nearby',
    area: 'Area',
    exact: 'I know the coordinates',
    latitude: 'Latitude',
    longitude: 'Longitude',
  },

  states: {
    'on-time': 'On time',
    soon: 'Due soon',
    late: 'Late',
    done: 'Answered',
    paused: 'Clock paused',
    sealed: 'Sealed',
  },
  promise: {
    answerBy: 'You will have an answer by',
    wasDue: 'The answer was due on',
    answeredOn: 'We answered you on',
    withNow: 'Your case is now with',
    handled: 'Answered by',
    staff: {
      answerBy: 'The answer is due by',
      wasDue: 'The answer was due on',
      answeredOn: 'Answered on',
      withNow: 'With',
      handled: 'Answered by',
      decideBy: 'The objection is decided by',
      wasToDecide: 'The objection was to be decided on',
    },
    elapsed: (percent) => `${percent}% of the time has passed`,
    left: (days) =>
      plural('en', days, {
        zero: 'Today is the last day',
        one: '1 working day left',
        other: `${days} working days left`,
      }),
    over: (days) =>
      plural('en', days, {
        zero: 'Less than a working day late',
        one: '1 working day late',
        other: `${days} working days late`,
      }),
  },
  due: {
    left: (days) => plural('en', days, { zero: 'today', one: '1 day', other: `${days} days` }),
    over: (days) =>
      plural('en', days, { zero: 'late since today', one: '1 day late', other: `${days} days late` }),
  },

  caseNumber: 'Case number',
  pin: 'PIN',
  answerBy: 'Answer by',

  sortAscending: 'sorted ascending',
  sortDescending: 'sorted descending',
  filter: 'Filter',
  clearFilters: 'Clear filters',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  first: 'From the start',
  search: 'Search',
  searchHint: 'Number or words',
  account: 'Account',
  waiting: (count) =>
    plural('en', count, { zero: 'nothing waiting', one: '1 case waiting', other: `${count} cases waiting` }),
  scale: (value, best) => `${value} of ${best}`,
}
