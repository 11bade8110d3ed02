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
    daysAfter: (days) =>
      plural('en', days, {
        zero: 'The date has come',
        one: '1 working day past the date',
        other: `${days} working days past the date`,
      }),
  },

  caseLadder: {
    title: 'Escalation',
    next: 'Next',
    told: (roles) => `Told: ${roles}`,
    willTell: (roles) => `Will be told: ${roles}`,
    top: 'Escalation has reached its top; nobody further is left to be told.',
    resting: 'Escalation rests while the resident has been asked.',
    explain: 'How these dates came about',
  },

  explain: {
    title: 'How the dates came about',
    lead: 'Every date is counted from its beginning, day by day, by the version of the calendar that was in force then.',
    resident: 'The resident’s date',
    entity: 'The entity’s date',
    noEntity: 'No entity has the case now, so none has a date.',
    unknown: 'This date came with an old record; we do not know how it was counted.',
    because: {
      promised: 'The promise began',
      nearer: 'The date came nearer when it was routed',
      afresh: 'The promise began afresh',
      extended: 'The date was extended',
      paused: 'The date moved after the resident was asked',
      recounted: 'Counted again after the calendar changed',
    },
    by: (calendar, version) => `By the calendar ${calendar}, version ${version}`,
    reason: 'Why the calendar changed',
    until: 'Date',
    was: 'Before that',
    dayByDay: 'Counted day by day',
    stood: 'The entity’s time stood still from',
    stoodUntil: 'until',
    left: (time) =>
      `It had ${time} of working time left when it stopped; the new date counts them from the answer on.`,
    andMore:
      'Then come the days of an earlier extension; the time spent waiting for the resident’s answer does not count against the entity.',
    spent: 'How the time was spent',
    gross: 'Since it was sent, day and night',
    working: 'Of that, working time',
    paused: 'Of that, waiting for the resident’s answer',
    net: 'Government’s own working time',
  },
}
