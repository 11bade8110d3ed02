import { no, type Result, yes } from '#kernel'
import type { Stage } from './wire.ts'

/** Whom an item is sealed to, besides escrow: those who hold the report, and the reporter where it says so. */
export type Audience = 'holders' | 'holders-and-reporter'

export interface Step {
  from: readonly Stage[]
  to: Stage | 'same'
  /** What is written with it. */
  item?: { purpose: 'message' | 'note' | 'transcript' | 'referral'; audience: Audience; needed: boolean }
  /** A fresh passkey assertion is asked for. */
  proof?: true
  /** Asked by one officer, done by another. */
  pair?: true
  when?: 'held' | 'not-held' | 'asked'
}

const ALL = ['received', 'acknowledged', 'investigating', 'closed'] as const
const AT_WORK = ['acknowledged', 'investigating'] as const
const toReporter = (needed: boolean) =>
  ({ purpose: 'message', audience: 'holders-and-reporter', needed }) as const
const note = { purpose: 'note', audience: 'holders', needed: true } as const

/**
 * One table says what may be done with a report from where. Who: an officer who has an envelope for it, and nobody
 * else; to all others there is no such report.
 */
export const STEPS = {
  acknowledge: { from: ['received'], to: 'acknowledged', item: toReporter(false) },
  triage: { from: AT_WORK, to: 'investigating' },
  note: { from: ALL, to: 'same', item: note },
  message: { from: ALL, to: 'same', item: toReporter(true) },
  transcript: {
    from: ['received', ...AT_WORK],
    to: 'same',
    item: { purpose: 'transcript', audience: 'holders-and-reporter', needed: true },
  },
  // Another body gets a new document, written for it; never the original.
  refer: { from: AT_WORK, to: 'same', item: { purpose: 'referral', audience: 'holders', needed: true } },
  feedback: { from: AT_WORK, to: 'same', item: toReporter(true) },
  // Nobody's report ends in silence.
  close: { from: AT_WORK, to: 'closed', item: toReporter(true) },
  reopen: { from: ['closed'], to: 'investigating', item: note },
  // The reporter is told in the same breath, or it does not happen.
  'ask-identity': { from: AT_WORK, to: 'same', item: toReporter(true), proof: true },
  share: { from: ALL, to: 'same', proof: true },
  'hand-over': { from: ALL, to: 'same', proof: true },
  'declare-conflict': { from: ALL, to: 'same' },
  hold: { from: ALL, to: 'same', pair: true, when: 'not-held' },
  lift: { from: ALL, to: 'same', pair: true, when: 'held' },
  erase: { from: ['closed'], to: 'same', pair: true, proof: true, when: 'not-held' },
  'withdraw-ask': { from: ALL, to: 'same', when: 'asked' },
} as const satisfies Record<string, Step>

export type StepName = keyof typeof STEPS
export const STEP_NAMES = Object.keys(STEPS) as StepName[]

/** What of a report decides what may be done with it. */
export interface Standing {
  stage: Stage
  held: boolean
  /** Whether somebody holds a receipt and can be answered. */
  answerable: boolean
  holders: number
  asks: readonly { what: string; by: string }[]
  identity: 'none' | 'kept' | 'asked' | 'released'
}

export type StepRefusal = 'out-of-order' | 'needs-another-officer' | 'nobody-left' | 'no-reporter'

/** Whether this officer may take the step now, and where it leads; `first` when a pair waits for the second. */
export function take(
  at: Standing,
  name: StepName,
  officer: string,
): Result<{ to: Stage; first: boolean }, StepRefusal> {
  const step: Step = STEPS[name]
  if (!step.from.includes(at.stage)) return no('out-of-order')
  if (step.when === 'held' && !at.held) return no('out-of-order')
  if (step.when === 'not-held' && at.held) return no('out-of-order')
  if (step.when === 'asked' && at.asks.length === 0) return no('out-of-order')
  if (name === 'ask-identity' && at.identity !== 'kept') return no('out-of-order')
  if (name === 'declare-conflict' && at.holders < 2) return no('nobody-left')
  if (step.item?.audience === 'holders-and-reporter' && mustSpeak(name) && !at.answerable)
    return no('no-reporter')
  const asked = step.pair && at.asks.find(({ what }) => what === name)
  if (asked && asked.by === officer) return no('needs-another-officer')
  return yes({ to: step.to === 'same' ? at.stage : step.to, first: Boolean(step.pair && !asked) })
}

/** Acknowledging and closing go without a word where there is nobody to hear it. */
const mustSpeak = (name: StepName) => name !== 'acknowledge' && name !== 'close'

export const openSteps = (at: Standing, officer: string): StepName[] =>
  STEP_NAMES.filter((name) => take(at, name, officer).ok)
