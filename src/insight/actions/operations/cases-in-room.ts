import { casesAmong, type DeskCase } from '#cases'
import { no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import { readEnd, writeEnd } from '../../model/behind/listed.ts'
import { WITHOUT } from '../../model/dashboard/query.ts'
import { ROOM_LISTS, type RoomList, SOON_HOURS } from '../../model/operations/board.ts'
import { countOnLadder, type OnLadder, onLadder } from '../../store/operations/on-ladder.ts'
import type { ForecastTools } from '../forecasts/tools.ts'
import type { Part } from './read-board.ts'
import { partOfRoom } from './watch.ts'

/** The list behind a number of the room. */
export interface RoomCases {
  list: RoomList
  part: Part
  /** The one that is looked at; `none` is the central office's own work. */
  entity: string | undefined
  /** As many as the wall says. */
  count: number
  cases: DeskCase[]
  /** Where the next page begins. */
  next?: string
}

const USUAL = 50

/**
 * The cases behind a number of the wall: at risk within hours, or at a rung; as many as it says.
 *
 * @param given `list`, and maybe `entity` and `cursor`, as an address says them
 * @returns `not-found` for whoever has no part of the room, for an entity that is not of their part, and for no list
 */
export async function casesInRoom(
  { db, clock, directory: load }: ForecastTools,
  officer: Officer,
  given: Record<string, string>,
): Promise<Result<RoomCases, 'not-found'>> {
  const directory = await load()
  const sees = partOfRoom(officer, directory)
  const list = ROOM_LISTS.find((each) => each === given.list)
  const entity = given.entity || undefined
  if (!sees || !list || !isOfPart(entity, sees.part)) return no('not-found')
  const now = clock.now()
  const wanted: OnLadder = {
    ...{ list, now, until: now.add({ hours: SOON_HOURS }) },
    entities: entity ? [entity === WITHOUT ? '' : entity] : sees.part,
  }
  const [count, found] = await Promise.all([
    countOnLadder(db, wanted),
    onLadder(db, wanted, readEnd(given.cursor ?? ''), USUAL + 1),
  ])
  const page = found.slice(0, USUAL)
  const last = page.at(-1)
  const known = await casesAmong(db, officer, page)
  return yes({
    ...{ list, entity, count, part: sees.part },
    cases: page.flatMap(({ caseId }) => known.get(caseId) ?? []),
    next: last && found.length > USUAL ? writeEnd(last) : undefined,
  })
}

const isOfPart = (entity: string | undefined, part: Part): boolean =>
  entity === undefined || part === undefined || part.includes(entity)
