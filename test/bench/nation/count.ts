import type { Life } from './lives.ts'

/** Which cases: '' for those that have none. */
export interface Filter {
  entity?: readonly string[]
  category?: string
  /** The places themselves, with all that lie in them. */
  place?: readonly string[]
  type?: string
  channel?: string
}

/** Days as `2026-10-01`; the second is the first that no longer belongs. */
export interface Span {
  from: string
  to: string
}

/** All that was counted of some cases in a span. */
export interface Sum {
  counts: Record<string, number>
  open: number
  overdue: number
  /** Tenths of a day to the answer, hours to the first act, whole days that open ones have waited. */
  answers: number[]
  firstActs: number[]
  ages: number[]
}

interface Dimensions {
  entity: string
  category: string
  place: string
  type: string
  channel: string
}

/** One life with its moments as days where the country's clocks stand. */
interface Dated extends Life {
  ended?: number | undefined
  on: Partial<Record<'received' | 'answered' | 'ended' | 'answerBy' | 'firstAct', string>>
  actsOn: string[]
}

const DAY = 86_400_000

/** A nation's cases, to be counted by reading every one of them. */
export function nationOf(lives: Iterable<Life>, zone: string) {
  const day = dayIn(zone)
  const dated = [...lives].filter(({ part }) => !part).map((life) => withDays(life, day))
  return {
    day,
    cases: dated.length,
    /** Received in an hour of a day, as the clock on the wall says it. */
    receivedInHour(on: string, hour: number): number {
      const wall = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).hour
      return dated.filter((life) => life.on.received === on && wall(life.received) === hour).length
    },
    /**
     * Counts a span, told apart by `key`.
     *
     * @param now milliseconds: what of an unfinished span is open, late, and how old
     */
    count(
      filter: Filter,
      { from, to }: Span,
      key: (of: Dimensions) => string,
      now: number,
    ): Map<string, Sum> {
      const over = to <= day(now)
      const sums = new Map<string, Sum>()
      const sumOf = (of: Dimensions) => {
        const name = key(of)
        const found = sums.get(name) ?? emptySum()
        sums.set(name, found)
        return found
      }
      const within = (on: string | undefined): on is string => on !== undefined && on >= from && on < to
      for (const life of dated) {
        for (const [at, act] of life.actsOn.entries()) {
          const { entity = '', category = '', what = '' } = life.acts[at] ?? {}
          const of = { ...life, entity, category }
          if (within(act) && matches(of, filter)) add(sumOf(of), what, 1)
        }
        if (matches(life, filter)) countLife(life, sumOf(life), within, over ? { to } : { now, to }, day)
      }
      return sums
    },
  }
}

export type Nation = ReturnType<typeof nationOf>

function countLife(
  life: Dated,
  sum: Sum,
  within: (on: string | undefined) => on is string,
  { to, now }: { to: string; now?: number },
  day: (at: number) => string,
): void {
  const { on, received, answered, ended, answerBy, firstAct, routed } = life
  if (within(on.received)) {
    add(sum, 'received', 1)
    add(sum, 'merged', Number(life.merged))
    add(sum, 'praise', Number(life.type === 'praise'))
    add(sum, 'complaints', Number(life.type === 'complaint'))
    add(sum, 'recurring', Number(life.type === 'complaint' && life.problems > 0))
  }
  if (answered !== undefined && within(on.answered)) {
    answer(life, sum)
    sum.answers.push(Math.floor(Math.max(0, answered - received) / (DAY / 10) + 0.5))
  }
  if (within(on.ended)) {
    add(sum, 'closed', 1)
    add(sum, 'closedLate', Number((ended ?? 0) > answerBy))
    for (const [outcome, what] of OUTCOMES) add(sum, what, Number(life.outcome === outcome))
  }
  if (firstAct !== undefined && within(on.firstAct)) {
    add(sum, 'firstActions', 1)
    if (routed !== undefined) sum.firstActs.push(Math.floor(Math.max(0, firstAct - routed) / 3_600_000 + 0.5))
  }
  for (const { dueOn, told, done } of life.promised) {
    if (!told || !within(dueOn)) continue
    add(sum, 'promised', 1)
    add(sum, 'promisedKept', Number(done !== undefined && day(done) <= dueOn))
  }
  const opened = (on.received ?? '') < to
  const open = now === undefined ? opened && !(on.ended && on.ended < to) : opened && ended === undefined
  if (!open) return
  sum.open++
  sum.overdue += Number(now === undefined ? (on.answerBy ?? '') < to && later(life) : answerBy < now)
  if (now !== undefined) sum.ages.push((Date.parse(day(now)) - Date.parse(on.received ?? '')) / DAY)
}

/** Whether it was not answered or ended by its date. */
const later = ({ ended, answerBy }: Dated): boolean => ended === undefined || ended > answerBy

function answer(life: Dated, sum: Sum): void {
  const { answered = 0, answerBy, replied, entityDue, returns, reopens, objected, solved, respect } = life
  add(sum, 'answered', 1)
  add(sum, 'onTime', Number(answered <= answerBy))
  add(sum, 'firstRight', Number(returns === 0 && reopens === 0 && !objected))
  if (replied !== undefined && entityDue !== undefined) {
    add(sum, 'entityAnswered', 1)
    add(sum, 'entityOnTime', Number(replied <= entityDue))
  }
  if (solved === undefined) return
  add(sum, 'rated', 1)
  add(sum, 'satisfied', Number(solved >= 4))
  add(sum, 'respectSum', respect ?? 0)
}

const OUTCOMES = [
  ['refused', 'refused'],
  ['withdrawn', 'withdrawn'],
  ['no-answer', 'unanswered'],
] as const

/** Older systems knew when a case was closed, and not always when it was answered. */
function withDays(life: Life, day: (at: number) => string): Dated {
  const { source, outcome, closed } = life
  const silent = outcome === 'withdrawn' || outcome === 'no-answer'
  const answered = life.answered ?? (source && !silent ? closed : undefined)
  const ended = answered ?? closed
  const said = (at: number | undefined) => (at === undefined ? undefined : day(at))
  return {
    ...life,
    answered,
    ended,
    actsOn: life.acts.map(({ at }) => day(at)),
    on: {
      received: day(life.received),
      answered: said(answered),
      ended: said(ended),
      answerBy: said(life.answerBy),
      firstAct: said(life.firstAct),
    },
  }
}

const matches = (of: Dimensions, { entity, category, place, type, channel }: Filter): boolean =>
  (!entity || entity.includes(of.entity)) &&
  (category === undefined || of.category === category) &&
  (!place || place.includes(of.place)) &&
  (type === undefined || of.type === type) &&
  (channel === undefined || of.channel === channel)

export const emptySum = (): Sum => ({
  ...{ counts: {}, open: 0, overdue: 0 },
  ...{ answers: [], firstActs: [], ages: [] },
})

function add({ counts }: Sum, what: string, n: number): void {
  if (n !== 0) counts[what] = (counts[what] ?? 0) + n
}

/** Clocks change on the hour there, so each hour's day is looked up once. */
function dayIn(zone: string): (at: number) => string {
  const days = new Map<number, string>()
  return (at) => {
    const hour = Math.floor(at / 3_600_000)
    const known = days.get(hour)
    if (known) return known
    const found = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()
    days.set(hour, found)
    return found
  }
}
