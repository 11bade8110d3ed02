import { apply, begin } from '../apply.ts'
import type { CaseEvent, Facts, Words } from '../event.ts'
import type { CaseState } from '../state.ts'
import type { Actor, StepName } from '../steps.ts'
import { take } from '../take.ts'
import type { ReadRow } from './read-row.ts'

/** What a row gets from Sawt: its number, who has it, and its date. */
export interface Placed {
  id: string
  reference: string
  source: string
  entity: string | null
  category: string | null
  /** Where the directory knows the place; what the source wrote stands in the words as well. */
  place: string | null
  answerBy: Temporal.Instant
  /** Named when the source gave no date and Sawt's own promise counts. */
  promise?: Facts['promise']
  /** When the clock runs out that starts with the last step; undefined where a date of the case itself counts. */
  due(state: CaseState, at: Temporal.Instant): Temporal.Instant | undefined
}

export interface History {
  state: CaseState
  events: CaseEvent[]
  /** What was written, by the number of its event. */
  words: Map<number, Words>
}

/**
 * A row as the life of a case: the usual steps of the table, each marked with its source and without a person,
 * because the source says when something was done and not by whom. The same rules compute its state.
 */
export function historyOf(row: ReadRow, placed: Placed): History {
  const steps = stepsOf(row, placed)
  const first = eventOf(placed, 1, {
    step: 'submit',
    at: row.received,
    role: 'resident',
    facts: submitted(row, placed),
  })
  const events = [first]
  let state = begin(first)
  for (const [index, taken] of steps.entries()) {
    const event = eventOf(placed, index + 2, taken)
    state = apply(state, event, destination(state, event))
    events.push(event)
  }
  const last = events.at(-1) ?? first
  const due = state.clock ? placed.due(state, last.at) : undefined
  if (due) {
    last.facts.due = due.toString()
    state = { ...state, clockDue: due }
  }
  return { state, events, words: wordsOf(row, events) }
}

interface Taken {
  step: StepName
  at: Temporal.Instant
  role: Actor
  facts?: Facts
}

function stepsOf(row: ReadRow, { entity, category, answerBy }: Placed): Taken[] {
  const { stage, outcome, routed, closed, answered = closed } = row
  const promised = answerBy.toString()
  const facts = { entity, category, answerBy: promised, entityDue: promised }
  const route: Taken = { step: 'route', at: routed, role: 'reviewer', facts }
  if (stage === 'received' || !entity) return []
  if (stage === 'with-entity' || !answered) return [route]
  if (outcome === 'withdrawn') return [route, { step: 'withdraw', at: closed ?? answered, role: 'resident' }]
  const answer: Taken[] = [
    route,
    { step: 'reply', at: answered, role: 'entity', facts: { outcome } },
    { step: 'verify', at: answered, role: 'reviewer' },
    { step: 'release', at: answered, role: 'system' },
  ]
  return closed ? [...answer, { step: 'close', at: closed, role: 'system' }] : answer
}

const eventOf = ({ id, source }: Placed, seq: number, { step, at, role, facts }: Taken): CaseEvent => ({
  caseId: id,
  seq,
  step,
  at,
  role,
  actorId: null,
  facts: { ...facts, source },
})

function submitted(row: ReadRow, { reference, category, place, answerBy, promise }: Placed): Facts {
  return {
    reference,
    type: row.type,
    subject: row.subject,
    category,
    channel: row.channel,
    language: row.language,
    answerBy: answerBy.toString(),
    ...(place ? { place } : {}),
    ...(promise ? { promise } : {}),
    ...(row.oddities.length > 0 ? { oddities: row.oddities } : {}),
    ...(row.sourceDates ? { sourceDates: row.sourceDates } : {}),
  }
}

/** @throws when the table of steps does not allow it: then this file is wrong */
function destination(state: CaseState, { step, role }: CaseEvent) {
  const move = take(step, { ...state, parts: 0, partsOpen: 0 }, { id: null, roles: [role] })
  if (!move.ok) throw new Error(`An import took ${step} in ${state.stage}: ${move.reason}`)
  return move.value.to
}

function wordsOf({ subject, text, place, reply }: ReadRow, events: CaseEvent[]): History['words'] {
  const words = new Map<number, Words>([[1, { subject, text, ...(place ? { place } : {}) }]])
  const replied = events.find(({ step }) => step === 'reply')
  if (reply && replied) words.set(replied.seq, { text: reply })
  return words
}
