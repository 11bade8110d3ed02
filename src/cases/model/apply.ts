import { clocksAfter } from './clocks.ts'
import type { CaseEvent, Facts } from './event.ts'
import { instant } from './instant.ts'
import type { Outcome, Stage } from './stages.ts'
import type { CaseState } from './state.ts'
import type { StepName } from './steps.ts'

/**
 * The case after one more event. Pure, and the only place where a case changes: the row in `cases` is what
 * this leaves, and replaying a history gives the same again.
 *
 * @param to the stage that the table of steps leads to
 */
export function apply(before: CaseState, event: CaseEvent, to: Stage): CaseState {
  const changed = {
    ...before,
    ...CHANGES[event.step]?.(before, event.facts, event),
    stage: to,
    seq: event.seq,
  }
  return { ...changed, ...clocksAfter(before, changed, event) }
}

/** The case that a first event begins. */
export function begin(event: CaseEvent): CaseState {
  const { facts, at } = event
  const state: CaseState = {
    ...EMPTY,
    id: event.caseId,
    reference: facts.reference ?? '',
    type: facts.type ?? 'complaint',
    subject: facts.subject ?? '',
    category: facts.category ?? null,
    parent: facts.parent ?? null,
    resident: facts.resident ?? null,
    enteredBy: facts.enteredBy ?? null,
    channel: facts.channel ?? 'web',
    language: facts.language ?? 'ar',
    place: facts.place ?? null,
    identityHidden: facts.identityHidden ?? false,
    urgent: facts.urgent ?? false,
    receivedAt: at,
    answerBy: instant(facts.answerBy) ?? at,
    clock: 'routing',
    clockDue: instant(facts.due),
    clockSince: at,
    seq: event.seq,
  }
  return state
}

type Change = (before: CaseState, facts: Facts, event: CaseEvent) => Partial<CaseState>

const CHANGES: Partial<Record<StepName, Change>> = {
  route: (_, facts, { at }) => ({
    ...hand(facts, at),
    automatic: facts.automatic ?? false,
    category: facts.category ?? null,
    urgent: facts.urgent ?? false,
    routedAt: at,
    answerBy: instant(facts.answerBy) ?? at,
  }),
  refuse: (before) => ({ ...NOBODY, urgent: true, bounces: before.bounces + 1 }),
  // Urgent, because a person looks now; no bounce, because no entity sent it back.
  contest: () => ({ ...NOBODY, urgent: true }),
  split: (_, facts, { at }) => ({ ...hand(facts, at), routedAt: at, firstActionAt: at }),
  merge: (_, facts) => ({ mergedInto: facts.other ?? null }),
  unmerge: () => ({ mergedInto: null }),
  'take-up': (before, _, { at }) => firstAction(before, at),
  assign: (before, facts, { at }) => ({
    ...firstAction(before, at),
    unit: facts.unit ?? null,
    handler: facts.handler ?? null,
  }),
  ask: (before, _, { at }) => ({ ...firstAction(before, at), askedAt: at, askedFrom: before.stage }),
  add: (before, facts) =>
    before.stage === 'awaiting-resident' || before.stage === 'closed' ? resume(before, facts) : {},
  extend: (before, facts, { at }) => ({
    ...firstAction(before, at),
    extended: true,
    answerBy: instant(facts.answerBy) ?? before.answerBy,
    entityDue: instant(facts.entityDue) ?? before.entityDue,
  }),
  reply: (before, facts, { at, actorId }) => ({
    ...firstAction(before, at),
    repliedAt: at,
    repliedBy: actorId,
    outcome: facts.outcome ?? null,
  }),
  verify: (_, __, { at, actorId }) => ({ verifiedAt: at, verifiedBy: actorId }),
  return: (before) => ({ ...UNREPLIED, returns: before.returns + 1 }),
  release: (_, __, { at, actorId }) => ({ answeredAt: at, releasedBy: actorId }),
  deliver: (_, facts, { at }) => ({ answeredAt: at, outcome: facts.outcome ?? null }),
  rate: (_, facts) => ({ solved: facts.solved ?? null, respect: facts.respect ?? null }),
  object: (_, __, { at }) => ({ objectedAt: at }),
  reopen: (before, facts, { at }) => ({
    ...UNREPLIED,
    releasedBy: null,
    answeredAt: null,
    mergedInto: null,
    reopens: before.reopens + 1,
    climbed: [],
    entitySince: before.entity ? at : null,
    urgent: true,
    answerBy: instant(facts.answerBy) ?? before.answerBy,
    entityDue: instant(facts.entityDue),
  }),
  recount: (before, facts) => ({ entityDue: instant(facts.entityDue) ?? before.entityDue }),
  escalate: (before, { rung }) => (rung ? { climbed: [...before.climbed, rung] } : {}),
  uphold: closed(),
  accept: closed(),
  close: closed(),
  seal: (_, __, { at }) => ({ subject: SEALED_SUBJECT, outcome: 'transferred', closedAt: at }),
  withdraw: closed('withdrawn'),
  lapse: closed('no-answer'),
}

/** What lists show of a case whose words are in the sealed room. */
const SEALED_SUBJECT = '—'

const firstAction = (before: CaseState, at: Temporal.Instant): Partial<CaseState> => ({
  firstActionAt: before.firstActionAt ?? (before.stage === 'with-entity' ? at : null),
})

const hand = (facts: Facts, at: Temporal.Instant): Partial<CaseState> => ({
  ...NOBODY,
  entity: facts.entity ?? null,
  entityDue: instant(facts.entityDue),
  entitySince: at,
})

const resume = (before: CaseState, facts: Facts): Partial<CaseState> => ({
  askedAt: null,
  askedFrom: null,
  closedAt: null,
  outcome: null,
  reopens: before.reopens + (before.stage === 'closed' ? 1 : 0),
  entityDue: instant(facts.entityDue) ?? before.entityDue,
  answerBy: instant(facts.answerBy) ?? before.answerBy,
})

function closed(outcome?: Outcome): Change {
  return (before, _, { at }) => ({ closedAt: at, outcome: outcome ?? before.outcome })
}

const UNREPLIED = { repliedAt: null, repliedBy: null, verifiedAt: null, verifiedBy: null, outcome: null }
const NOBODY = {
  entity: null,
  automatic: false,
  entityDue: null,
  entitySince: null,
  unit: null,
  handler: null,
  firstActionAt: null,
  climbed: [],
}

const EMPTY = {
  stage: 'received',
  entity: null,
  automatic: false,
  unit: null,
  handler: null,
  mergedInto: null,
  outcome: null,
  entityDue: null,
  routedAt: null,
  firstActionAt: null,
  askedAt: null,
  askedFrom: null,
  repliedAt: null,
  repliedBy: null,
  verifiedAt: null,
  verifiedBy: null,
  releasedBy: null,
  answeredAt: null,
  objectedAt: null,
  closedAt: null,
  extended: false,
  bounces: 0,
  returns: 0,
  reopens: 0,
  solved: null,
  respect: null,
  clockSince: null,
  entitySince: null,
  climbed: [],
} as const
