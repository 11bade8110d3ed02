import type { report as reference } from '../ar/reports.ts'
import { plural } from '../plural.ts'

const cases = (said: string, count: number) =>
  plural('en', count, { one: 'one case', other: `${said} cases` })
const overdue = (said: string, count: number) =>
  plural('en', count, {
    zero: 'none past its date',
    one: 'one of them past its date',
    other: `${said} of them past their date`,
  })
const times = (said: string, count: number) =>
  plural('en', count, { zero: 'never', one: 'once', other: `${said} times` })

export const report: typeof reference = {
  monthly: 'Monthly report',
  quarterly: 'Quarterly report',
  title: (kind, scope, period) => `${kind}: ${scope}, ${period}`,
  parts: {
    brief: 'In brief',
    needs: 'What people needed',
    answers: 'How they were answered',
    decisions: 'What deserves your attention',
    recurring: 'What recurs, and what was fixed',
    reading: 'How to read these figures',
  },
  arrived: (said, count) =>
    plural('en', count, { zero: 'Nothing came in', one: 'One case came in', other: `${said} cases came in` }),
  more: (share, before, period) => `, ${share} more than in ${period} (${before})`,
  fewer: (share, before, period) => `, ${share} fewer than in ${period} (${before})`,
  same: (before, period) => `, about as many as in ${period} (${before})`,
  was: (before, period) => `; in ${period} it was ${before}`,
  noneBefore: (period) => `; nothing came in ${period}`,
  nothingOpen: 'No case was still open at the end.',
  answered: (said, count, share) =>
    plural('en', count, {
      zero: 'None was answered.',
      one: `One was answered, ${share} on the date that was told`,
      other: `${said} were answered, ${share} of them by the date that people had been told`,
    }),
  after: (share) => `; before, it was ${share}`,
  unchanged: ', the same share as before',
  took: (median, most) => `Half of the answers came within ${median}, nine of ten within ${most}`,
  tookBefore: (median) => `; before, half came within ${median}`,
  firstRight: (share) =>
    `${share} of the answers were right the first time: no reviewer sent them back and nobody objected.`,
  standing: (open, count, late, lateCount) =>
    `${plural('en', count, { zero: 'No case was', one: 'One case was', other: `${open} cases were` })} still open at the end, ${overdue(late, lateCount)}.`,
  ended: (names) => `Some did not end with what was asked for: ${names}.`,
  endings: {
    refused: 'refused',
    withdrawn: 'withdrawn by whoever brought them',
    unanswered: 'whoever brought them was asked and did not answer',
    merged: 'joined to one like them',
  },
  yearBefore: (period, said) => `In ${period} it was ${said}.`,
  satisfied: (said, count, share) =>
    plural('en', count, {
      zero: 'Nobody rated an answer',
      one: 'One person rated the answer',
      other: `${said} people rated their answer, and ${share} of them were satisfied`,
    }),
  response: (share) => `. They are ${share} of those answered, and do not speak for all`,
  praise: (said, count) =>
    plural('en', count, {
      zero: 'No praise came.',
      one: 'One letter of praise came, and was handed to whoever was praised.',
      other: `${said} letters of praise came, and were handed to those who were praised.`,
    }),
  byMonth: (months) => `Month by month: ${months}.`,
  counted: (name, count) => `${name} (${count})`,
  most: (names) => `Asked for most: ${names}.`,
  changedMore: (names) => `Most of the increase is: ${names}.`,
  changedFewer: (names) => `Most of the decrease is: ${names}.`,
  changedAt: (names) => `Most of that in: ${names}.`,
  moved: (name, now, before) => `${name} (${now} after ${before})`,
  slowest: (names) => `Least often on time: ${names}.`,
  shareOf: (name, share, of) => `${name} (${share} of ${of})`,
  improved: (names) => `Improved most: ${names}.`,
  rose: (name, before, now) => `${name} (from ${before} to ${now})`,
  times,
  raised: (head, minister, operations) =>
    `Delay was put before heads of entities ${head}, before ministers ${minister}, before the operations room ${operations}.`,
  promised: (said, count, kept, which) => {
    const [all, none] = [which === 'all', which === 'none']
    const of = all
      ? 'all of them were done in time'
      : none
        ? 'none was done in time'
        : `done in time: ${kept}`
    return plural('en', count, {
      zero: 'No action that an answer had promised fell due.',
      one: `One action that an answer had promised fell due, and was ${all ? 'done' : 'not done'} in time.`,
      other: `${said} actions that answers had promised fell due; ${of}.`,
    })
  },
  cases,
  recurs: (names) => `Being worked on: ${names}.`,
  fixed: (names) => `Fixed in this period: ${names}.`,
  told: (name, told) => `${name}: ${told}`,
  held: (names) => `Proven by figures that the fix held: ${names}.`,
  nothingRecurs: 'No recurring problem is announced, and no fix was published in this period.',
  reading:
    'The date is the day that people were told when they filed; it does not move when a case goes from one entity to another. What was refused, withdrawn or joined is in every count.',
  few: 'The number is small: no judgement can rest on it.',
  lead: 'What comes by mail on the first of the month and of the quarter, with its figures as they stand today.',
  link: 'This period in words',
  take: 'Take this report with you',
  emptyHint: 'Choose another month or quarter.',
  table: 'Figures',
  now: 'This period',
  before: 'Before',
  of: 'Of',
  open: 'All the figures',
}
