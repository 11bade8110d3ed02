import type { CaseEvent, Facts, Words } from './event.ts'
import type { StepName } from './steps.ts'

/** What a resident is told of something that happened; the catalogue has a sentence for each. */
export const TOLD = [
  'received',
  'with-entity',
  'found-by-itself',
  'moved-on',
  'back-at-centre',
  'contested',
  'several-entities',
  'joined-with-another',
  'on-its-own',
  'work-began',
  'asked',
  'answered-question',
  'added',
  'extended',
  'reply-written',
  'reply-reviewed',
  'reply-returned',
  'answered',
  'fulfilled',
  'rated',
  'objected',
  'reopened',
  'taken-up-again',
  'upheld',
  'accepted',
  'withdrawn',
  'sealed',
  'closed-unanswered',
  'closed',
] as const
export type Told = (typeof TOLD)[number]

/** A line of the resident's timeline. */
export interface TimelineEntry {
  seq: number
  at: Temporal.Instant
  says: Told
  /** The entity it is about, by id. */
  entity?: string
  /** The new date that this brought the resident. */
  until?: Temporal.Instant
  /** What was said to the resident, or by them. */
  text?: string
  otherRemedy?: string
  /** Somebody at the contact centre did it for the resident. */
  byAgent: boolean
}

type Happened = CaseEvent & { words: Words | null }

/**
 * A history as its resident may read it, in plain steps.
 *
 * What is not named in `TELL` is not told: notes, orders, names of staff, links, which case another one was
 * joined with, why an entity refused or a reply was returned, and a reply before its release.
 */
export function timeline(events: readonly Happened[]): TimelineEntry[] {
  const entries: TimelineEntry[] = []
  let so: SoFar = { routed: false, working: false, asked: false, closed: false }
  for (const event of events) {
    const said = TELL[event.step]?.(so, event)
    if (said) entries.push(entry(event, said))
    so = afterwards(so, event.step)
  }
  return entries
}

/** What the sentence for a step depends on. */
interface SoFar {
  routed: boolean
  working: boolean
  asked: boolean
  closed: boolean
}

type Line = { says: Told } & Partial<Pick<TimelineEntry, 'entity' | 'until' | 'text' | 'otherRemedy'>>
type Tell = (so: SoFar, event: Happened) => Line | undefined

const TELL: Partial<Record<StepName, Tell>> = {
  submit: () => ({ says: 'received' }),
  route: (so, { facts }) => ({
    says: facts.automatic ? 'found-by-itself' : so.routed ? 'moved-on' : 'with-entity',
    entity: facts.entity ?? undefined,
  }),
  refuse: () => ({ says: 'back-at-centre' }),
  contest: (_, { words }) => ({ says: 'contested', text: words?.reason }),
  split: () => ({ says: 'several-entities' }),
  merge: () => ({ says: 'joined-with-another' }),
  unmerge: () => ({ says: 'on-its-own' }),
  'take-up': (so) => (so.working ? undefined : { says: 'work-began' }),
  assign: (so) => (so.working ? undefined : { says: 'work-began' }),
  ask: (_, { words }) => ({ says: 'asked', text: words?.question }),
  add: (so, { words, facts }) => ({
    says: so.closed ? 'taken-up-again' : so.asked ? 'answered-question' : 'added',
    text: words?.text,
    until: so.closed ? date(facts) : undefined,
  }),
  extend: (_, { words, facts }) => ({
    says: 'extended',
    until: date(facts),
    text: words?.reason,
    otherRemedy: words?.otherRemedy,
  }),
  reply: () => ({ says: 'reply-written' }),
  verify: () => ({ says: 'reply-reviewed' }),
  return: () => ({ says: 'reply-returned' }),
  release: () => ({ says: 'answered' }),
  deliver: () => ({ says: 'answered' }),
  fulfil: () => ({ says: 'fulfilled' }),
  rate: (_, { words }) => ({ says: 'rated', text: words?.comment }),
  object: (_, { words }) => ({ says: 'objected', text: words?.reason }),
  reopen: (_, { words, facts }) => ({ says: 'reopened', text: words?.reason, until: date(facts) }),
  uphold: (_, { words }) => ({ says: 'upheld', text: words?.reason, otherRemedy: words?.otherRemedy }),
  accept: () => ({ says: 'accepted' }),
  withdraw: (_, { words }) => ({ says: 'withdrawn', text: words?.reason }),
  seal: () => ({ says: 'sealed' }),
  lapse: () => ({ says: 'closed-unanswered' }),
  close: () => ({ says: 'closed' }),
}

function afterwards(so: SoFar, step: StepName): SoFar {
  const routed = so.routed || step === 'route' || step === 'split'
  if (step === 'route' || step === 'refuse' || step === 'contest' || step === 'reopen')
    return { ...so, routed, working: false, closed: false }
  if (step === 'take-up' || step === 'assign' || step === 'ask')
    return { ...so, working: true, asked: step === 'ask' }
  if (step === 'add') return { ...so, asked: false, closed: false }
  return { ...so, routed, closed: so.closed || step === 'lapse', asked: so.asked && step !== 'lapse' }
}

const entry = (event: Happened, line: Line): TimelineEntry => ({
  seq: event.seq,
  at: event.at,
  byAgent: event.role === 'agent',
  ...line,
})

const date = ({ answerBy }: Facts) => (answerBy ? Temporal.Instant.from(answerBy) : undefined)
