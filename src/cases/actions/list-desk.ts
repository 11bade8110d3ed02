import { no, parseReference, type Result, yes } from '#kernel'
import {
  type Cursor,
  type DeskQuery,
  deskQuery,
  readCursor,
  STAGES_OF,
  type View,
  writeCursor,
} from '../model/desk-query.ts'
import { complaints } from '../model/input.ts'
import type { Reacher } from '../model/reach.ts'
import { UNANSWERED } from '../model/stages.ts'
import { turnsOf } from '../model/turn.ts'
import * as desk from '../store/desk-list.ts'
import { withinTime } from '../store/within-time.ts'
import type { Tools } from './act.ts'
import { type DeskPage, type SearchTools, searchDesk } from './search-desk.ts'

type DeskTools = Pick<Tools, 'db' | 'clock'>
type Asking = Pick<desk.Reading, 'officer' | 'now'>

/** Lines of a page unless told. */
const USUAL = 50
/** Milliseconds. A question that takes longer is answered with "too broad". */
const PATIENCE = 3000

/**
 * The cases within an officer's reach, narrowed and in pages.
 *
 * By the resident's date (the default): open cases first, the closed ones after them from new to old.
 * Words are looked for in everything that was written about a case, newest first.
 *
 * @param given a `DeskQuery` as an address or a program says it
 * @returns `invalid` with a reason for each field, or `too-broad` when it would take too long to answer
 */
export async function listDesk(
  tools: SearchTools,
  officer: Reacher,
  given: unknown,
): Promise<Result<DeskPage>> {
  const parsed = deskQuery.safeParse(given)
  if (!parsed.success) return no('invalid', complaints(parsed.error))
  const query = parsed.data
  const cursor = query.cursor ? readCursor(query.cursor) : undefined
  const { db } = tools
  const number = query.q && parseReference(query.q)
  if (number) return yes({ cases: await desk.byNumber(db, officer, number), next: null })
  const limit = query.limit ?? USUAL
  const reading = { officer, now: tools.clock.now(), cursor, limit: limit + 1 }
  const wanted = wantedBy(query, reading)
  if (query.q) return searchDesk(tools, query, wanted.whole, reading)
  const read = (tx: typeof db) => pages(tx, wanted, reading)
  // Open cases lie in indexes; only what goes through closed ones can take long.
  const quick = wanted.byDate && !wanted.after
  const found = quick ? await read(db) : await withinTime(db, PATIENCE, read)
  return found ? yes(paged(found, limit, wanted)) : no('too-broad')
}

/** How the texts of some cases within reach begin, by case: for showing what a search has found in them. */
export async function beginnings(
  { db }: Pick<Tools, 'db'>,
  officer: Reacher,
  ids: string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  return new Map((await desk.beginningsOf(db, officer, ids)).map(({ id, text }) => [id, text]))
}

/**
 * How many cases each view holds, at most `most`: more is said as "more than". Each count walks an index and
 * stops there, so that it needs no limit on its time, and costs one way to the database on every page.
 */
export async function countDesk(
  { db, clock }: DeskTools,
  officer: Reacher,
  queries: readonly DeskQuery[],
  most = 1000,
): Promise<number[]> {
  const reading = { officer, now: clock.now(), limit: most + 1 }
  const wanted = queries.map((query) => wantedBy(query, reading).whole)
  return desk.countEach(db, wanted, reading)
}

/** Reads in the order asked for; where open cases end within a page, closed ones go on. */
async function pages(db: DeskTools['db'], wanted: Phases, reading: desk.Reading) {
  if (!wanted.byDate) return desk.byAge(db, wanted.whole, reading)
  const { cursor, limit } = reading
  const open = cursor?.phase === 'newest' ? [] : await desk.byDate(db, wanted.byDate, reading)
  if (open.length === limit || !wanted.after) return open
  return [...open, ...(await desk.byAge(db, wanted.after, { ...reading, limit: limit - open.length }))]
}

function paged(found: desk.DeskCase[], limit: number, { byDate }: Phases): DeskPage {
  const cases = found.slice(0, limit)
  const last = cases.at(-1)
  if (!last || found.length <= limit) return { cases, next: null }
  const next: Cursor =
    byDate && last.stage !== 'closed'
      ? { phase: 'due', answerBy: last.answerBy.toString(), id: last.id }
      : { phase: 'newest', id: last.id }
  return { cases, next: writeCursor(next) }
}

interface Phases {
  whole: desk.Wanted
  /** Open cases in the order of their dates, when that is the order asked for. */
  byDate?: desk.Wanted
  /** What follows them. */
  after?: desk.Wanted
}

/** What a question means for the list: the stages to walk, the conditions on the way, and the order. */
function wantedBy(query: DeskQuery, { officer, now }: Asking): Phases {
  const { type, channel, category, entity, unit, urgent, stage } = query
  const late = query.overdue || query.view === 'late'
  const view = query.view ?? (late ? 'late' : 'all')
  const filters = {
    ...{ type, channel, category, entity, unit, urgent },
    handler: query.mine ? officer.id : undefined,
    before: late ? now : undefined,
  }
  const as = (ways: desk.Way[]): desk.Wanted => ({ ways, filters })
  if (late && stage && !UNANSWERED.includes(stage)) return { whole: as([]) }
  if (stage === 'closed') return { whole: as([{ stages: ['closed'] }]) }
  const open = as(waysOf(query, view, officer))
  const goesOn = !stage && view === 'all'
  const whole = goesOn ? as([{ stages: 'any' }]) : open
  if (query.sort === 'newest' || query.q) return { whole }
  return { whole, byDate: open, after: goesOn ? as([{ stages: ['closed'] }]) : undefined }
}

function waysOf({ stage, entity }: DeskQuery, view: View, officer: Reacher): desk.Way[] {
  if (view === 'turn')
    return turnsOf(officer)
      .filter((turn) => !stage || turn.stage === stage)
      .map((turn) => ({ stages: [turn.stage], turn }))
  const stages = stage ? [stage] : STAGES_OF[view === 'all' ? 'open' : view]
  // One entity's open cases lie in one index in the order of their dates; the nation's lie by stage.
  const national = officer.grants.some(({ scope }) => scope === 'nation')
  return national && !entity ? stages.map((each) => ({ stages: [each] })) : [{ stages }]
}
