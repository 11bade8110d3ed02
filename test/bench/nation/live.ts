import { letTimeAct, submitCase, type Tools, takeStep, type Who } from '#cases'
import { newId, stoppedClock } from '#kernel'
import { findOfficer, type Officer } from '#people'
import { sql } from '#platform'
import type { Plan, PlannedStep, Taker } from './plans.ts'

/** Steps taken at once. */
const HANDS = 8
/** Hours between two looks of time at what is due. */
const SLOT = 4

export interface Lived {
  cases: number
  steps: number
  /** Steps that the rules did not let happen: after a withdrawal, a merge, a lapse. */
  refused: number
  /** Cases that time acted on. */
  byTime: number
}

interface Living {
  plan: Plan
  id: string
  next: number
  at: Temporal.Instant
}

/**
 * Lets cases live from a moment to another, in the order of time: people through the rooms' own actions, and time
 * itself. One in thirty is merged into the case before it.
 */
export async function live(
  tools: Tools,
  plans: readonly Plan[],
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<Lived> {
  const staff = await staffOf(tools, until)
  const lived: Lived = { cases: 0, steps: 0, refused: 0, byTime: 0 }
  const waiting = [...plans]
  let living: Living[] = []
  for (let slot = from; Temporal.Instant.compare(slot, until) < 0; slot = slot.add({ hours: SLOT })) {
    const end = earlier(slot.add({ hours: SLOT }), until)
    const born = takeWhile(waiting, ({ at }) => Temporal.Instant.compare(from.add({ hours: at }), end) < 0)
    living.push(...(await atOnce(born, (plan) => begin(tools, plan, from))))
    lived.cases += born.length
    const due = living.filter(({ at }) => Temporal.Instant.compare(at, end) < 0)
    await atOnce(due, async (one) => {
      const ok = await takeNext(tools, staff, one, living)
      lived[ok ? 'steps' : 'refused']++
    })
    living = living.filter(({ plan, next }) => next < plan.steps.length)
    const then = { ...tools, clock: stoppedClock(end) }
    for (let acted = -1; acted !== 0; lived.byTime += acted) acted = await letTimeAct(then)
  }
  return lived
}

async function begin(tools: Tools, plan: Plan, from: Temporal.Instant): Promise<Living> {
  const at = from.add({ hours: plan.at, seconds: (plan.at * 7919) % 3600 })
  const key = { scope: 'bench', key: newId(), bodyHash: Buffer.of() }
  const made = await submitCase({ ...tools, clock: stoppedClock(at) }, {}, plan.given, key)
  if (!made.ok) throw new Error(`A case was refused: ${JSON.stringify(made)}`)
  return { plan, id: made.value.state.id, next: 0, at: following(plan, 0, at) }
}

async function takeNext(tools: Tools, staff: Staff, one: Living, all: readonly Living[]): Promise<boolean> {
  const { id, plan, next, at } = one
  const planned = plan.steps[next]
  Object.assign(one, { next: next + 1, at: following(plan, next + 1, at) })
  if (!planned) return false
  const then = { ...tools, clock: stoppedClock(at) }
  const merged = next === 1 && Number.parseInt(id.slice(-3), 16) % 30 === 0
  const into = merged && all[all.indexOf(one) - 1]?.id
  const taken = into
    ? await takeStep(then, staff('reviewer', null), { caseId: id, step: 'merge', input: { into } })
    : await act(then, staff, id, planned, at)
  return taken.ok
}

async function act(
  then: Tools,
  staff: Staff,
  id: string,
  { by, step, input = {} }: PlannedStep,
  at: Temporal.Instant,
) {
  const found = await then.db.row<{ entity: string | null; category: string | null }>(
    sql`select entity_id as entity, category_id as category from cases where id = ${id}`,
  )
  return takeStep(then, staff(by, found?.entity ?? null), {
    ...{ caseId: id, step },
    input:
      step === 'route' ? { entity: found?.entity, category: found?.category, ...input } : dated(input, at),
  })
}

/** Promises are made for a day so many days later. */
function dated(input: object, at: Temporal.Instant): object {
  const { actions } = input as { actions?: { text: string; inDays: number }[] }
  const today = at.toZonedDateTimeISO('UTC').toPlainDate()
  if (!actions) return input
  return {
    ...input,
    actions: actions.map(({ text, inDays }) => ({ text, dueOn: today.add({ days: inDays }).toString() })),
  }
}

function following({ steps }: Plan, next: number, at: Temporal.Instant): Temporal.Instant {
  // Never twice in one slot, so that a case's steps stand in their order.
  return at.add({ hours: Math.max(steps[next]?.after ?? 0, SLOT), seconds: 37 * (next + 1) })
}

type Staff = (by: Taker, entity: string | null) => Who

const ACCOUNTS: Record<Exclude<Taker, 'resident' | 'entity'>, string> = {
  reviewer: 'reviewer@sawt.example',
  'other-reviewer': 'reviewer2@sawt.example',
  releaser: 'releaser@sawt.example',
  'other-releaser': 'releaser2@sawt.example',
}

/** The demonstration's people; where an entity has no liaison officer the central office acts for it. */
async function staffOf({ db }: Tools, now: Temporal.Instant): Promise<Staff> {
  const known = new Map<string, Officer>()
  const emails = await db.rows<{ email: string; entity: string | null }>(sql`
    select s.email, g.scope_id as entity from staff s join grants g on g.staff_id = s.id
     where g.role in ('reviewer', 'releaser') or g.role = 'liaison' and g.scope = 'entity'`)
  for (const { email, entity } of emails) {
    const officer = await findOfficer(db, email, now)
    if (officer) known.set(entity ?? email, officer)
  }
  return (by, entity) => {
    if (by === 'resident') return { kind: 'resident', id: null }
    const officer = by === 'entity' ? known.get(entity ?? '') : known.get(ACCOUNTS[by])
    const acting = officer ?? known.get(ACCOUNTS.reviewer)
    if (!acting) throw new Error('The demonstration has no reviewer')
    return { kind: 'staff', officer: acting }
  }
}

/** In turn by so many hands; what they return in the order of the things. */
async function atOnce<Item, Made>(
  items: readonly Item[],
  work: (item: Item) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = []
  let next = 0
  const hand = async () => {
    for (let at = next++; at < items.length; at = next++) made[at] = await work(items[at] as Item)
  }
  await Promise.all(Array.from({ length: HANDS }, hand))
  return made
}

function takeWhile<Item>(items: Item[], so: (item: Item) => boolean): Item[] {
  const end = items.findIndex((each) => !so(each))
  return items.splice(0, end < 0 ? items.length : end)
}

const earlier = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? one : other
