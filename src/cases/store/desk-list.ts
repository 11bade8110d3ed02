import { type Db, join, type Sql, sql } from '#platform'
import type { Cursor, DeskQuery } from '../model/desk-query.ts'
import type { Reacher } from '../model/reach.ts'
import type { CaseType, Channel, Stage } from '../model/stages.ts'
import type { ClockName } from '../model/state.ts'
import type { Turn } from '../model/turn.ts'
import { reach } from './reach.ts'
import { turnIs } from './turns.ts'

/** A line of the desk's list. */
export interface DeskCase {
  id: string
  reference: string
  type: CaseType
  stage: Stage
  subject: string
  category: string | null
  entity: string | null
  unit: string | null
  handler: string | null
  handlerName: string | null
  channel: Channel
  parent: string | null
  mergedInto: string | null
  urgent: boolean
  bounces: number
  returns: number
  reopens: number
  answerBy: Temporal.Instant
  entityDue: Temporal.Instant | null
  receivedAt: Temporal.Instant
  answeredAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
  clock: ClockName | null
  clockDue: Temporal.Instant | null
}

/** Which cases: any of these ways in, and all of these conditions. Each way is walked by an index of its own. */
export interface Wanted {
  ways: Way[]
  filters: Pick<DeskQuery, 'type' | 'channel' | 'category' | 'entity' | 'unit' | 'urgent'> & {
    handler?: string
    before?: Temporal.Instant
  }
}

/** Some stages, all that are open, or all; perhaps only those that are somebody's turn. */
export interface Way {
  stages: readonly Stage[] | 'open' | 'any'
  turn?: Turn
}

export interface Reading {
  officer: Reacher
  now: Temporal.Instant
  cursor?: Cursor
  limit: number
}

/** Open cases by the resident's date, in pages by keyset. */
export async function byDate(db: Db, wanted: Wanted, reading: Reading): Promise<DeskCase[]> {
  if (wanted.ways.length === 0) return []
  const { cursor, limit } = reading
  const after =
    cursor?.phase === 'due'
      ? sql`(c.answer_by, c.id) > (${cursor.answerBy}::timestamptz, ${cursor.id}::uuid)`
      : sql`true`
  const found = wanted.ways.map(
    (way) => sql`(select c.id, c.answer_by ${matching(wanted, way, reading)} and ${after}
                   order by c.answer_by, c.id limit ${limit})`,
  )
  return db.rows<DeskCase>(sql`
    ${lines} join (${join(found, ' union ')}) f on f.id = c.id
    order by c.answer_by, c.id limit ${limit}`)
}

/** From new to old; ids grow with time. */
export async function byAge(db: Db, wanted: Wanted, reading: Reading): Promise<DeskCase[]> {
  if (wanted.ways.length === 0) return []
  const { cursor, limit } = reading
  const after = cursor?.phase === 'newest' ? sql`c.id < ${cursor.id}::uuid` : sql`true`
  const found = wanted.ways.map(
    (way) =>
      sql`(select c.id ${matching(wanted, way, reading)} and ${after} order by c.id desc limit ${limit})`,
  )
  return db.rows<DeskCase>(sql`
    ${lines} join (${join(found, ' union ')}) f on f.id = c.id
    order by c.id desc limit ${limit}`)
}

export const byNumber = (db: Db, officer: Reacher, reference: string) =>
  db.rows<DeskCase>(sql`${lines} where c.reference = ${reference} and ${reach(officer)}`)

/** How what was submitted with some cases begins: for showing where in it stands what was looked for. */
export const beginningsOf = (db: Db, officer: Reacher, ids: string[]) =>
  db.rows<{ id: string; text: string }>(sql`
    select c.id, left(w.words ->> 'text', 2000) as text
      from cases c join case_words w on w.case_id = c.id and w.seq = 1
     where c.id = any(${ids}) and w.words ->> 'text' is not null and ${reach(officer)}`)

/** How many there are of each; counting stops at `limit`, so that it costs the same with ten million cases. */
export async function countEach(db: Db, wanted: Wanted[], reading: Reading): Promise<number[]> {
  const counts = wanted.map((each) => {
    if (each.ways.length === 0) return sql`0`
    const found = each.ways.map(
      (way) => sql`(select c.id ${matching(each, way, reading)} limit ${reading.limit})`,
    )
    return sql`(select count(*) from (${join(found, ' union ')}) n)`
  })
  const row = await db.row<{ counts: number[] }>(sql`select array[${join(counts)}]::int[] as counts`)
  return row?.counts ?? []
}

/** Cases as lines of a list. */
export const lines = sql`
  select c.id, c.reference, c.type, c.stage, c.subject, c.category_id as category, c.entity_id as entity,
         c.unit_id as unit, c.handler_id as handler, s.name as "handlerName", c.channel, c.parent_id as parent,
         c.merged_into as "mergedInto", c.urgent, c.bounces, c.returns, c.reopens, c.answer_by as "answerBy",
         c.entity_due as "entityDue", c.received_at as "receivedAt", c.answered_at as "answeredAt",
         c.closed_at as "closedAt", c.clock, c.clock_due as "clockDue"
    from cases c left join staff s on s.id = c.handler_id`

const matching = (wanted: Wanted, way: Way, reading: Reading): Sql =>
  sql`from cases c where ${conditions(wanted, way, reading)}`

/** What a case must be to stand in a list by this way in. */
export const conditions = ({ filters }: Wanted, { stages, turn }: Way, { officer, now }: Reading): Sql =>
  join(
    [
      stageIs(stages),
      reach(officer),
      ...soleEntity(officer),
      ...(turn ? turnIs(turn, officer, now) : []),
      ...equal(filters),
      ...(filters.before ? [sql`c.answer_by < ${filters.before}`] : []),
    ],
    ' and ',
  )

/** Openness is said with a literal, because a partial index is only used where the planner sees that it fits. */
function stageIs(stages: Way['stages']): Sql {
  if (stages === 'any') return sql`true`
  if (stages === 'open') return sql`c.stage <> 'closed'`
  const [only, ...more] = stages
  if (only === 'closed') return sql`c.stage = 'closed'`
  return more.length > 0
    ? sql`c.stage <> 'closed' and c.stage = any(${stages})`
    : sql`c.stage <> 'closed' and c.stage = ${only}`
}

/** Somebody of one entity walks that entity's index, in its order; `any` of an array would be sorted anew. */
function soleEntity({ grants }: Reacher): Sql[] {
  const [grant] = grants
  const sole = grants.length === 1 && grant?.scope === 'entity' && grant.role !== 'handler'
  return sole ? [sql`c.entity_id = ${grant.scopeId}`] : []
}

function equal({ type, channel, category, entity, unit, urgent, handler }: Wanted['filters']): Sql[] {
  return [
    ...(type ? [sql`c.type = ${type}`] : []),
    ...(channel ? [sql`c.channel = ${channel}`] : []),
    ...(category ? [sql`c.category_id = ${category}`] : []),
    ...(entity ? [sql`c.entity_id = ${entity}`] : []),
    ...(unit ? [sql`c.unit_id = ${unit}`] : []),
    ...(handler ? [sql`c.handler_id = ${handler}`] : []),
    ...(urgent === undefined ? [] : [sql`c.urgent = ${urgent}`]),
  ]
}
