/** What became of a fix. `watching`: too early to say. */
export type Verdict = 'held' | 'came-back' | 'watching'

/** Cases and followers, and the days in which they came. */
export interface Rate {
  voices: number
  days: number
}

export interface Judged {
  verdict: Verdict
  before: Rate
  after: Rate
  /** Voices that the days after would have brought, had nothing been fixed. */
  expected: number
  /** Days of silence after the fix that it takes to say "held". */
  needed: number
}

/** Fewer days say nothing, however many came before: people need to notice, and to write. */
const LEAST_DAYS = 14
/** So many must come before anybody says that it is back. */
const LEAST_BACK = 3
/** Held: fewer than even half of what it was could explain. Back: more than a quarter of it could. */
const HALF = 0.5
const QUARTER = 0.25
/** One in twenty: the chance of a wrong verdict that we accept. */
const DOUBT = 0.05

/**
 * Whether a fix held, from what came before it and after it.
 *
 * Both verdicts need evidence (Poisson, one-sided, 5 %): "held" that fewer came than half of the old rate would
 * bring, which takes at least 14 days and, in silence, as many days as used to bring six voices; "came back" that
 * more came than a quarter of the old rate would bring, at least three, at any time. A fix that leaves more than a
 * quarter is none: where both could be said, it came back.
 *
 * @param lately shorter stretches that end now: what was silent for months can come back within days
 */
export function judge(before: Rate, after: Rate, lately: readonly Rate[] = []): Judged {
  const rate = before.days > 0 ? before.voices / before.days : 0
  const expected = rate * after.days
  const needed = Math.max(LEAST_DAYS, rate > 0 ? Math.ceil(-Math.log(DOUBT) / HALF / rate) : LEAST_DAYS)
  const facts = { before, after, expected, needed }
  const back = [after, ...lately].find(
    ({ voices, days }) => voices >= LEAST_BACK && atLeast(voices, QUARTER * rate * days) < DOUBT,
  )
  if (back) return { verdict: 'came-back', ...facts, after: back, expected: rate * back.days }
  if (rate > 0 && after.days >= LEAST_DAYS && atMost(after.voices, HALF * expected) < DOUBT)
    return { verdict: 'held', ...facts }
  return { verdict: 'watching', ...facts }
}

/** The chance of at most `count` where `mean` are expected. */
export function atMost(count: number, mean: number): number {
  if (mean === 0) return 1
  // By logarithms: e to the minus thousand is nothing to a computer.
  let [logarithm, sum] = [-mean, 0]
  for (let at = 0; at <= count; at++) {
    sum += Math.exp(logarithm)
    logarithm += Math.log(mean / (at + 1))
  }
  return Math.min(1, sum)
}

const atLeast = (count: number, mean: number): number => (count === 0 ? 1 : 1 - atMost(count - 1, mean))

/** The rate before is that of the last 90 days; a fix is judged by the last 90 days after it. */
const WINDOW = 90
/** What arrives on the day of a fix and the next was mostly suffered before it. */
const GRACE = 2
/** A burst of a few days is spread over a fortnight, or every short outage would count as a flood. */
const LEAST_BEFORE = 14
const DAY = 24 * 60 * 60 * 1000

/** What held may come back within a fortnight or a month. */
const LATELY = [14, 30]

/** What came before a fix and after it, and lately. Times in any order. */
export function ratesOf(
  voices: readonly Temporal.Instant[],
  fixedAt: Temporal.Instant,
  now: Temporal.Instant,
): { before: Rate; after: Rate; lately: Rate[] } {
  const fixed = fixedAt.epochMilliseconds
  const times = voices.map(({ epochMilliseconds }) => epochMilliseconds)
  const earlier = times.filter((at) => at < fixed && at >= fixed - WINDOW * DAY)
  const first = Math.min(fixed, ...earlier)
  const days = Math.min(WINDOW, Math.max(LEAST_BEFORE, (fixed - first) / DAY))
  const end = now.epochMilliseconds
  const from = Math.max(fixed + GRACE * DAY, end - WINDOW * DAY)
  const since = (start: number): Rate => ({
    voices: times.filter((at) => at >= start && at <= end).length,
    days: Math.max(0, (end - start) / DAY),
  })
  return {
    before: { voices: earlier.length, days },
    after: since(from),
    lately: LATELY.map((last) => end - last * DAY)
      .filter((start) => start > from)
      .map(since),
  }
}
