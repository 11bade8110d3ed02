import type { CaseEvent, Facts, Words } from './event.ts'
import type { StepName } from './steps.ts'

type Happened = CaseEvent & { words: Words | null }

/** The answer as the resident gets it. */
export interface Answer {
  at: Temporal.Instant
  text: string
  outcome: NonNullable<Facts['outcome']>
  points: readonly { point: string; answer: string }[]
  legalGround?: string
  otherRemedy?: string
  /** The event that brought it: its files belong to the answer. */
  seq: number
}

/** The reply that was released last; nothing before its release. After a reopening it is the earlier answer. */
export function answerOf(events: readonly Happened[]): Answer | undefined {
  const released = events.findLast(({ step }) => step === 'release')
  if (!released) return undefined
  const reply = events.findLast(({ step, seq }) => step === 'reply' && seq < released.seq)
  if (!reply?.words?.text || !reply.facts.outcome) return undefined
  const { text, points = [], legalGround, otherRemedy } = reply.words
  return {
    at: released.at,
    outcome: reply.facts.outcome,
    text,
    points,
    legalGround,
    otherRemedy,
    seq: reply.seq,
  }
}

/** Whose files a resident may open: their own, those of questions put to them, and those of the answer. */
export const filesShown = (events: readonly Happened[]): ReadonlySet<number> => {
  const answer = answerOf(events)
  const open: readonly StepName[] = ['submit', 'add', 'object', 'ask']
  return new Set([
    ...events.filter(({ step }) => open.includes(step)).map(({ seq }) => seq),
    answer?.seq ?? 0,
  ])
}

/** The question that waits for the resident. */
export const openQuestion = (events: readonly Happened[]): string | undefined =>
  events.findLast(({ step }) => step === 'ask')?.words?.question ?? undefined
