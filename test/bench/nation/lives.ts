import { type Db, sql } from '#platform'

/*
 * The lives of cases as anybody could work them out: from the events alone, by the rules that the documents tell, in
 * code of its own. Whatever the service shows is held against this; nothing here may come from src/insight or from the
 * rules of src/cases.
 */

/** Something done to a case, and whose it was then. */
export interface Act {
  what: string
  at: number
  entity: string
  category: string
}

/** Moments are milliseconds; '' stands for none. */
export interface Life {
  id: string
  reference: string
  entity: string
  category: string
  place: string
  type: string
  channel: string
  source: string
  /** Of a case that was split: the whole is counted. */
  part: boolean
  received: number
  answerBy: number
  routed?: number | undefined
  firstAct?: number | undefined
  replied?: number | undefined
  entityDue?: number | undefined
  answered?: number | undefined
  closed?: number | undefined
  outcome: string
  merged: boolean
  objected: boolean
  returns: number
  reopens: number
  solved?: number | undefined
  respect?: number | undefined
  /** `dueOn` is a day; told when the answer that promises it reached the resident. */
  promised: { number: number; dueOn: string; told: boolean; done?: number | undefined }[]
  problems: number
  acts: Act[]
  stage: string
  askedFrom: string
  clock: string
  clockDue: number
  rungs: { id: string; clock: string; tells: string[] }[]
}

export interface Event {
  caseId: string
  step: string
  at: number
  facts: Record<string, unknown>
}

/** The lives of all cases that no other system brought. */
export async function livesFromEvents(db: Db): Promise<Map<string, Life>> {
  const events = await db.rows<Event>(sql`
    select case_id as "caseId", step, (extract(epoch from date_trunc('milliseconds', at)) * 1000)::float8 as at, facts
      from case_events
     where case_id in (select case_id from case_events where seq = 1 and not facts ? 'source')
     order by case_id, seq`)
  const lives = new Map<string, Life>()
  for (const event of events) {
    const life = lives.get(event.caseId)
    if (!life) lives.set(event.caseId, born(event))
    else happen(life, event)
  }
  return lives
}

function born({ caseId, at, facts }: Event): Life {
  return {
    ...{ id: caseId, reference: text(facts.reference) },
    ...{ entity: '', source: text(facts.source), part: Boolean(facts.parent) },
    ...{ category: text(facts.category), place: text(facts.place) },
    ...{ type: text(facts.type), channel: text(facts.channel) },
    ...{ received: at, answerBy: moment(facts.answerBy) ?? at },
    ...{ outcome: '', merged: false, objected: false, returns: 0, reopens: 0, problems: 0 },
    ...{ promised: [], acts: [], rungs: [], stage: 'received', askedFrom: '' },
    ...{ clock: 'routing', clockDue: moment(facts.due) ?? at },
  }
}

function happen(life: Life, event: Event): void {
  const { step, at, facts } = event
  const act = actOf(life, event)
  if (act) life.acts.push(act)
  const before = life.clock
  const handed = STEPS[step]?.(life, facts, at) === HANDED
  life.stage = STAGES[step] ?? life.stage
  const clock = clockOf(life)
  if ((handed || clock !== before) && clock !== 'reply')
    life.rungs = life.rungs.filter((rung) => !rung.id.startsWith(`${clock}/`))
  life.clockDue =
    clock === 'follows'
      ? life.answerBy
      : clock === 'reply'
        ? (life.entityDue ?? life.answerBy)
        : (moment(facts.due) ?? (clock === before ? life.clockDue : at))
  life.clock = clock
}

/** A new hand has it: its clock begins anew. */
const HANDED = 'handed'

const STAGES: Record<string, string> = {
  ...{ route: 'with-entity', split: 'with-entity', refuse: 'received', contest: 'received' },
  ...{ ask: 'awaiting-resident', reply: 'replied', verify: 'verified', return: 'with-entity' },
  ...{ release: 'answered', deliver: 'answered', object: 'objected', reopen: 'with-entity' },
  ...{
    accept: 'closed',
    close: 'closed',
    uphold: 'closed',
    withdraw: 'closed',
    lapse: 'closed',
    seal: 'closed',
  },
}

type Step = (life: Life, facts: Event['facts'], at: number) => unknown

const STEPS: Record<string, Step> = {
  route(life, facts, at) {
    hand(life, facts)
    life.category = text(facts.category)
    life.answerBy = moment(facts.answerBy) ?? at
    life.routed = at
    return HANDED
  },
  split(life, facts, at) {
    hand(life, facts)
    Object.assign(life, { routed: at, firstAct: at })
    return HANDED
  },
  refuse: (life) => hand(life, {}) ?? HANDED,
  contest: (life) => hand(life, {}) ?? HANDED,
  merge: (life) => Object.assign(life, { merged: true }),
  unmerge: (life) => Object.assign(life, { merged: false }),
  link: (life, { problem }) => Object.assign(life, { problems: life.problems + (problem ? 1 : 0) }),
  unlink: (life, { problem }) => Object.assign(life, { problems: life.problems - (problem ? 1 : 0) }),
  'take-up': acted,
  assign: acted,
  ask(life, _, at) {
    if (life.entity) acted(life, _, at)
    life.askedFrom = life.stage
  },
  add(life, facts) {
    if (life.stage !== 'awaiting-resident' && life.stage !== 'closed') return
    if (life.stage === 'closed') life.reopens++
    life.stage = life.askedFrom || 'with-entity'
    ;[life.askedFrom, life.outcome, life.closed] = ['', '', undefined]
    newDates(life, facts)
  },
  extend(life, facts, at) {
    acted(life, facts, at)
    newDates(life, facts)
  },
  reply(life, facts, at) {
    acted(life, facts, at)
    life.replied = at
    life.outcome = text(facts.outcome)
    const actions = facts.actions as { number: number; dueOn: string }[]
    const kept = life.promised.filter(({ told, done }) => told || done)
    life.promised = [...kept, ...(actions ?? []).map((each) => ({ ...each, told: false }))]
  },
  return(life) {
    life.returns++
    ;[life.replied, life.outcome] = [undefined, '']
  },
  release(life, _, at) {
    life.answered = at
    for (const each of life.promised) each.told = true
  },
  deliver(life, facts, at) {
    life.answered = at
    life.outcome = text(facts.outcome)
  },
  fulfil(life, { action }, at) {
    const found = life.promised.find(({ number }) => number === action)
    if (found) found.done = at
  },
  rate: (life, { solved, respect }) => void Object.assign(life, { solved, respect }),
  object: (life) => Object.assign(life, { objected: true }),
  reopen(life, facts) {
    Object.assign(life, { answered: undefined, replied: undefined, outcome: '', merged: false, rungs: [] })
    life.reopens++
    newDates(life, facts)
    return life.entity ? HANDED : undefined
  },
  recount: (life, facts) => newDates(life, { entityDue: facts.entityDue }),
  escalate: (life, { rung, clock, tells }) =>
    void life.rungs.push({ id: text(rung), clock: text(clock), tells: tells as string[] }),
  uphold: closed,
  accept: closed,
  close: closed,
  withdraw: (life, _, at) => closed(life, { outcome: 'withdrawn' }, at),
  lapse: (life, _, at) => closed(life, { outcome: 'no-answer' }, at),
  seal: (life, _, at) => closed(life, { outcome: 'transferred' }, at),
}

function hand(life: Life, facts: Event['facts']): void {
  life.entity = text(facts.entity)
  life.entityDue = moment(facts.entityDue)
  life.firstAct = undefined
  life.rungs = []
}

function acted(life: Life, _: unknown, at: number): void {
  if (life.stage === 'with-entity') life.firstAct ??= at
}

function newDates(life: Life, { answerBy, entityDue }: Event['facts']): void {
  life.answerBy = moment(answerBy) ?? life.answerBy
  life.entityDue = moment(entityDue) ?? life.entityDue
}

function closed(life: Life, { outcome }: Event['facts'], at: number): void {
  life.closed = at
  if (outcome) life.outcome = text(outcome)
}

const COUNTED: Record<string, string> = {
  ...{ route: 'handed', refuse: 'bounced', return: 'returned', reopen: 'reopened' },
  ...{ object: 'objected', uphold: 'upheld', extend: 'extended' },
}

/** Credit and blame stay with whoever held the case; clocks of the central office are nobody's. */
function actOf(life: Life, { step, at, facts }: Event): Act | undefined {
  if (step === 'route')
    return { what: 'handed', at, entity: text(facts.entity), category: text(facts.category) }
  const { entity, category } = life
  if (step !== 'escalate') return COUNTED[step] ? { what: COUNTED[step], at, entity, category } : undefined
  const own = facts.clock === 'reply' || facts.clock === 'first-action'
  const tells = facts.tells as string[]
  const what = LEVELS.find(([role]) => tells.includes(role))?.[1] ?? 'warned'
  return { what, at, entity: own ? entity : '', category }
}

const LEVELS = [
  ['operator', 'toOperations'],
  ['minister', 'toMinister'],
  ['head', 'toHead'],
] as const

function clockOf({ stage, merged, firstAct }: Life): string {
  if (merged && (stage === 'received' || stage === 'with-entity')) return 'follows'
  if (stage === 'with-entity') return firstAct ? 'reply' : 'first-action'
  return CLOCKS[stage] ?? ''
}

const CLOCKS: Record<string, string> = {
  ...{ received: 'routing', 'awaiting-resident': 'resident-answer', replied: 'verification' },
  ...{ verified: 'release', answered: 'objection-window', objected: 'objection-review' },
}

const text = (given: unknown): string => (typeof given === 'string' ? given : '')
const moment = (given: unknown): number | undefined =>
  typeof given === 'string' ? Temporal.Instant.from(given).epochMilliseconds : undefined
