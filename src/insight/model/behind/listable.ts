import type { Formula } from '../indicators/indicator.ts'
import { ACTS, type Measure } from '../roll-ups/measures.ts'

/** Measures that are sums or stand for others, behind which no list of cases lies. */
const SUMS = ['solvedSum', 'respectSum', 'stillOpen', 'fellDue', 'firstActions'] as const
type Sum = (typeof SUMS)[number]

/**
 * Numbers that count cases, acts or promised actions: behind each lies the list of exactly those. Beside measures of
 * the roll-ups: what stands at the end of a period, praise and complaints, answers that came late, and first acts whose
 * time is known.
 */
export const LISTABLE = [
  'received',
  'open',
  'overdue',
  'answered',
  'onTime',
  'answeredLate',
  'entityAnswered',
  'entityOnTime',
  'acted',
  'firstRight',
  'closed',
  'closedLate',
  'refused',
  'merged',
  'complaints',
  'recurring',
  'withdrawn',
  'unanswered',
  'rated',
  'satisfied',
  'promised',
  'promisedKept',
  'praise',
  ...ACTS,
] as const satisfies readonly (
  | Exclude<Measure, Sum>
  | 'open'
  | 'overdue'
  | 'praise'
  | 'answeredLate'
  | 'acted'
  | 'complaints'
)[]
export type Listable = (typeof LISTABLE)[number]
export type Act = (typeof ACTS)[number]

const KNOWN: ReadonlySet<string> = new Set(LISTABLE)
export const isListable = (name: string): name is Listable => KNOWN.has(name)

/** Acts are listed one by one: a case that was returned twice stands there twice. */
export const isAct = (figure: Listable): figure is Act => (ACTS as readonly string[]).includes(figure)

/** Which lists lie behind an indicator: behind its value, and behind the number of which it speaks. */
export function listsOf(formula: Formula): { value?: Listable; of?: Listable } {
  switch (formula.kind) {
    case 'count':
      return pair(formula.type ?? formula.of)
    case 'standing':
      return pair(formula.of)
    case 'share':
    case 'per-hundred':
      return { value: listable(formula.of), of: listable(formula.per) }
    case 'mean':
      return { of: listable(formula.per) }
    case 'percentile':
      return { of: formula.of === 'answer' ? 'answered' : 'acted' }
    case 'age':
      return { of: 'open' }
  }
}

const listable = (name: string): Listable | undefined => (isListable(name) ? name : undefined)
const pair = (name: string) => ({ value: listable(name), of: listable(name) })
