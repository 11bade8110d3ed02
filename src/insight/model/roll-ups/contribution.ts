import type { Basis, Cell, Contribution, Duration, Lasted } from './cells.ts'
import type { Dimensions } from './cubes.ts'
import type { CaseFigures } from './figures.ts'
import type { Counts } from './measures.ts'

/** Bins that durations are rounded to, in seconds: a tenth of a day, an hour. */
export const BIN_SECONDS = { answer: 8_640, 'first-action': 3_600 } as const satisfies Record<Lasted, number>

/**
 * All that a case counts for, as it stands: on the days on which its moments lie, and in the month of its receipt.
 *
 * @param zone in which days begin
 */
export function contributionOf(of: CaseFigures, zone: string): Contribution {
  const { receivedAt, firstActionAt, routedAt, answeredAt, closedAt, answerBy } = of
  const day = (at: Temporal.Instant) => dayOf(at, zone)
  const dimensions = dimensionsOf(of)
  const cells: Cell[] = []
  const on = (day: string, counts: Partial<Counts>, basis: Basis = 'happened') =>
    cells.push({ ...dimensions, basis, day, counts })
  const [atReceipt, atAnswer, atEnd] = [countedAtReceipt(of), countedAtAnswer(of), countedAtEnd(of)]
  on(day(receivedAt), atReceipt)
  if (answeredAt) on(day(answeredAt), atAnswer)
  if (closedAt) on(day(closedAt), atEnd)
  if (!closedAt || isAfter(closedAt, answerBy)) on(day(answerBy), { fellDue: 1 })
  if (firstActionAt) on(day(firstActionAt), { firstActions: 1 })
  for (const each of of.promisedOn) on(each, { promised: 1 })
  for (const each of of.keptOn) on(each, { promisedKept: 1 })
  on(monthOf(day(receivedAt)), { ...atReceipt, ...atAnswer, ...atEnd, ...metOnItsWay(of) }, 'received')

  const durations: Duration[] = []
  const took = (what: Lasted, basis: Basis, from: Temporal.Instant, to: Temporal.Instant, month: string) =>
    durations.push({ ...dimensions, basis, what, month, bin: binOf(what, from, to), n: 1 })
  if (answeredAt) {
    took('answer', 'happened', receivedAt, answeredAt, monthOf(day(answeredAt)))
    took('answer', 'received', receivedAt, answeredAt, monthOf(day(receivedAt)))
  }
  if (firstActionAt && routedAt)
    took('first-action', 'happened', routedAt, firstActionAt, monthOf(day(firstActionAt)))
  return { cells, durations }
}

const countedAtReceipt = ({ merged, closedAt, recurring }: CaseFigures): Partial<Counts> => ({
  received: 1,
  merged: Number(merged),
  stillOpen: Number(!closedAt),
  recurring: Number(recurring),
})

function countedAtAnswer(of: CaseFigures): Partial<Counts> {
  const { answeredAt, answerBy, repliedAt, entityDue, returns, reopens, objected, solved, respect } = of
  if (!answeredAt) return {}
  const entityAnswered = repliedAt && entityDue ? 1 : 0
  return {
    answered: 1,
    onTime: Number(!isAfter(answeredAt, answerBy)),
    firstRight: Number(returns === 0 && reopens === 0 && !objected),
    entityAnswered,
    entityOnTime: Number(repliedAt && entityDue && !isAfter(repliedAt, entityDue)),
    rated: Number(solved !== null),
    solvedSum: solved ?? 0,
    respectSum: respect ?? 0,
    satisfied: Number((solved ?? 0) >= 4),
  }
}

function countedAtEnd({ closedAt, answerBy, outcome }: CaseFigures): Partial<Counts> {
  if (!closedAt) return {}
  return {
    closed: 1,
    closedLate: Number(isAfter(closedAt, answerBy)),
    refused: Number(outcome === 'refused'),
    withdrawn: Number(outcome === 'withdrawn'),
    unanswered: Number(outcome === 'no-answer'),
  }
}

/** Of the received: cases to which it happened at least once. Acts are counted by the day elsewhere. */
const metOnItsWay = ({ bounces, returns, reopens, objected }: CaseFigures): Partial<Counts> => ({
  bounced: Number(bounces > 0),
  returned: Number(returns > 0),
  reopened: Number(reopens > 0),
  objected: Number(objected),
})

const dimensionsOf = ({ entity, category, place, type, channel, source }: Dimensions): Dimensions => ({
  entity,
  category,
  place,
  type,
  channel,
  source,
})

/** Half a bin and more goes up. */
export const binOf = (what: Lasted, from: Temporal.Instant, to: Temporal.Instant): number =>
  Math.floor(Math.max(0, to.epochMilliseconds - from.epochMilliseconds) / 1000 / BIN_SECONDS[what] + 0.5)

/** `2026-10-01`, where the country's clocks stand. */
export const dayOf = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainDate().toString()

export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`

const isAfter = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) > 0
