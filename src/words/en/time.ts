import type { time as reference } from '../ar/time.ts'
import { plural } from '../plural.ts'

export const time: typeof reference = {
  clock: {
    place: 'Demonstration clock',
    title: 'The demonstration’s clock',
    lead: 'Set the clock forward and watch warnings, escalations and messages happen in their order. Everything happens at its own moment, as if the time had really passed.',
    itIs: 'The clock was set forward. Here it is now:',
    now: 'Time in this demonstration',
    wall: 'Real time',
    next: 'Next moment at which something happens',
    nothingNext: 'Nothing waits for its moment',
    forward: 'Set the clock forward',
    onlyForward:
      'The clock goes forward and never back: what has happened cannot lie ahead. You stay signed in.',
    by: {
      next: 'To the next moment',
      hour: 'One hour',
      day: 'One day',
      'three-days': 'Three days',
      week: 'One week',
      'two-weeks': 'Two weeks',
    },
    happened: 'What time did last',
    happenedHint: 'The latest first. Messages arrive in the demonstration’s mailbox.',
    nothingYet: 'Time has done nothing yet',
    nothingYetHint: 'Set the clock forward by a day or a week.',
    mailbox: 'The demonstration’s mailbox',
    when: 'When',
    what: 'What happened',
    which: 'Case',
    told: 'Who was told',
    messages: (count) =>
      plural('en', count, { zero: 'No messages', one: '1 message', other: `${count} messages` }),
    notices: (count) =>
      plural('en', count, { zero: 'No notices', one: '1 notice', other: `${count} notices` }),
  },

  ladder: {
    place: 'Escalation',
  },

  rungs: {
    share: (percent) => `${percent}% of the time has passed`,
    atTheDate: 'The date has come',
    daysAfter: (days) =>
      plural('en', days, {
        zero: 'The date has come',
        one: '1 working day past the date',
        other: `${days} working days past the date`,
      }),
  },
}
