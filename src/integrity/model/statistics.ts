import { OUTCOMES, type Outcome } from './wire.ts'

/** What officers coded of one report; no word of anybody. */
export interface Coded {
  received: Temporal.PlainDate
  acknowledgedOn: Temporal.PlainDate | null
  feedbackInTime: boolean
  closed: boolean
  outcome: Outcome | null
  retaliated: boolean
}

/** A count, or null where fewer than five stand behind it: a small number can point at somebody. */
export type Cell = number | null

export interface YearOfReports {
  year: number
  received: Cell
  acknowledgedInTime: Cell
  feedbackInTime: Cell
  closed: Cell
  retaliation: Cell
  outcomes: Record<Outcome, Cell>
}

const LEAST = 5

/** Per year of receipt, with cells under five left out, and with them whatever would give them away by subtraction. */
export function statisticsOf(reports: readonly Coded[], inTime: (one: Coded) => boolean): YearOfReports[] {
  const years = Map.groupBy(reports, ({ received }) => received.year)
  return [...years]
    .toSorted(([one], [other]) => one - other)
    .map(([year, all]) => ({
      year,
      received: cell(all.length, all.length),
      acknowledgedInTime: cell(all.filter(inTime).length, all.length),
      feedbackInTime: cell(all.filter((one) => one.feedbackInTime).length, all.length),
      closed: cell(all.filter((one) => one.closed).length, all.length),
      retaliation: cell(all.filter((one) => one.retaliated).length, all.length),
      outcomes: outcomesOf(all),
    }))
}

/** A count is told when neither it nor its complement is a handful; "all but two" points at two. */
const cell = (count: number, of: number): Cell =>
  count < LEAST || (of - count > 0 && of - count < LEAST) ? null : count

function outcomesOf(all: readonly Coded[]): Record<Outcome, Cell> {
  const count = (outcome: Outcome) => all.filter((one) => one.outcome === outcome).length
  const cells = OUTCOMES.map((outcome) => [outcome, count(outcome)] as const)
  const hidden = cells.filter(([, n]) => n > 0 && n < LEAST)
  // One hidden number follows from the others and the sum: then the smallest of the others is hidden too.
  const also =
    hidden.length === 1
      ? cells.filter(([, n]) => n >= LEAST).toSorted(([, one], [, other]) => one - other)[0]?.[0]
      : undefined
  return Object.fromEntries(
    cells.map(([outcome, n]) => [outcome, n < LEAST || outcome === also ? null : n]),
  ) as Record<Outcome, Cell>
}
