import { type Lasted, nothing } from '../roll-ups/cells.ts'
import { type Counts, MEASURES } from '../roll-ups/measures.ts'
import { asHistogram, type Bar, percentile } from '../roll-ups/percentile.ts'
import type { Indicator, Measured } from './indicator.ts'

/** All that indicators of one row are computed from. */
export interface Basis {
  /** Of the period. */
  counts: Counts
  /** As things stand at its end, or now where it is not over. */
  standing: { open: number; overdue: number }
  /** Received in the period, of the type praise. */
  praise: number
  /** Received in the period, of the type complaint. */
  complaints: number
  /** Times of the period; undefined where they are not kept for such a mixture of dimensions. */
  durations: Partial<Record<Lasted, readonly Bar[] | undefined>>
  /** Days that the cases open now have waited; undefined for a period that is over, of which nobody kept them. */
  ages: readonly Bar[] | undefined
}

/** Rows put together: sectors out of entities, governorates out of their towns. */
export function together(all: readonly Basis[]): Basis {
  const [first, second] = all
  if (first && !second) return first
  const counts = nothing()
  for (const each of all) for (const measure of MEASURES) counts[measure] += each.counts[measure]
  const sum = (of: (basis: Basis) => number) => all.reduce((total, each) => total + of(each), 0)
  const bars = (of: (basis: Basis) => readonly Bar[] | undefined) => merged(all.map(of))
  return {
    counts,
    standing: {
      open: sum(({ standing }) => standing.open),
      overdue: sum(({ standing }) => standing.overdue),
    },
    praise: sum(({ praise }) => praise),
    complaints: sum(({ complaints }) => complaints),
    durations: {
      answer: bars(({ durations }) => durations.answer),
      'first-action': bars(({ durations }) => durations['first-action']),
    },
    ages: bars(({ ages }) => ages),
  }
}

/** Histograms added up; undefined when one of them is not kept. */
const merged = (all: readonly (readonly Bar[] | undefined)[]): Bar[] | undefined =>
  all.includes(undefined) ? undefined : asHistogram(all.flatMap((bars) => bars ?? []))

/** One indicator of one row, with its denominator. */
export function evaluate({ id, formula }: Indicator, of: Basis): Measured {
  const { counts, standing } = of
  switch (formula.kind) {
    case 'count': {
      const n = formula.type === 'praise' ? of.praise : counts[formula.of]
      return { id, value: n, n }
    }
    case 'share': {
      const n = formula.per === 'complaints' ? of.complaints : counts[formula.per]
      return { id, value: divided(counts[formula.of], n), n }
    }
    case 'per-hundred': {
      const share = divided(counts[formula.of], counts[formula.per])
      return { id, value: share === null ? null : share * 100, n: counts[formula.per] }
    }
    case 'mean':
      return { id, value: divided(counts[formula.of], counts[formula.per]), n: counts[formula.per] }
    case 'percentile':
      return { id, ...ofTimes(of.durations[formula.of], formula.share, formula.of === 'answer' ? 10 : 1) }
    case 'standing': {
      const n = standing[formula.of]
      return { id, value: n, n }
    }
    case 'age':
      return { id, ...ofTimes(of.ages, 0.5, 1) }
  }
}

const ofTimes = (bars: readonly Bar[] | undefined, share: number, binsPerUnit: number) =>
  bars ? ofBars(bars, share, binsPerUnit) : { value: null, n: 0, notKept: true as const }

function ofBars(bars: readonly Bar[], share: number, binsPerUnit: number) {
  const bin = percentile(bars, share)
  return { value: bin === null ? null : bin / binsPerUnit, n: bars.reduce((sum, { n }) => sum + n, 0) }
}

const divided = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)
