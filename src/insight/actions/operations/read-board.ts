import { addUp, type Levels, noLevels, type Trouble, worstFirst } from '../../model/operations/board.ts'
import type { Health } from '../../model/operations/health.ts'
import type { KeptExpectation } from '../../store/forecasts/expectations.ts'
import type { Surge } from '../../store/forecasts/surges.ts'
import type { Escalation } from '../../store/operations/late.ts'
import type { ForecastTools } from '../forecasts/tools.ts'
import { MOST_ARRIVING, type Room, readRoom } from './read-room.ts'

/** What somebody sees at one moment: the nation, or their entities. */
export interface Board {
  part: Part
  at: Temporal.Instant
  received: number
  answered: number
  open: number
  overdue: number
  /** Received in each hour of today, until the running one. */
  hours: number[]
  /** Today as it should be; undefined without the history for it. */
  expected: DayAhead | undefined
  soon: number
  rungs: Levels
  trouble: Trouble[]
  /** Received today, by governorate. */
  places: ReadonlyMap<string, number>
  arriving: Escalation[]
  /** How many arrived in the same time, shown or not. */
  arrived: number
  surges: Surge[]
  /** Of the whole service: shown to whoever sees the nation. */
  health: Health | undefined
}

/** One day as it is expected; its hours are shares of it. */
export type DayAhead = Pick<KeptExpectation, 'today' | 'todayLow' | 'todayHigh' | 'hours'>

/** Entities whose part of the room somebody sees; nothing stands for the nation. */
export type Part = readonly string[] | undefined

/** The board of the nation, or of some entities. */
export const readBoard = async (tools: ForecastTools, part?: Part): Promise<Board> =>
  boardOf(await readRoom(tools), part)

/** The part of the room that is about some entities; the same figures on every screen. */
export function boardOf(room: Room, part: Part): Board {
  const own = (entity: string) => part === undefined || part.includes(entity)
  const today = room.today.filter(({ entity }) => own(entity))
  const hours = room.hours.filter(({ entity }) => own(entity))
  const standing = room.standing.filter(({ key }) => own(key))
  const trouble = troubleOf(room).filter(({ entity }) => own(entity))
  // The nation hears of what went beyond an entity; an entity's own people of all that climbed.
  const arriving = room.arriving.filter(({ entity, beyond }) => (part ? own(entity) : beyond))
  const places = new Map<string, number>()
  for (const { place, received } of today) if (place) places.set(place, (places.get(place) ?? 0) + received)
  return {
    part,
    at: room.at,
    received: sum(today.map(({ received }) => received)),
    answered: sum(today.map(({ answered }) => answered)),
    open: sum(standing.map(({ open }) => open)),
    overdue: sum(standing.map(({ overdue }) => overdue)),
    hours: Array.from({ length: room.hour + 1 }, (_, hour) =>
      sum(hours.filter((each) => each.hour === hour).map(({ n }) => n)),
    ),
    expected: dayAhead(room.expected, part),
    soon: sum(room.soon.filter(({ entity }) => own(entity)).map(({ n }) => n)),
    rungs: addUp(trouble),
    trouble: worstFirst(trouble),
    places,
    arriving: arriving.slice(0, MOST_ARRIVING),
    arrived: allOf(arriving),
    surges: part ? room.surges.flatMap((surge) => seenBy(surge, part)) : room.surges,
    health: part ? undefined : room.health,
  }
}

/** An alert concerns whoever holds its cases. Its words are shown to those who may read every one of them. */
function seenBy(surge: Surge, part: readonly string[]): Surge[] {
  if (!surge.holder || !part.includes(surge.holder)) return []
  return [surge.alone ? surge : { ...surge, words: [] }]
}

/**
 * Several entities together are expected what each is. Their bounds add up as if all erred in the same direction: too
 * wide rather than too narrow.
 */
function dayAhead(expected: readonly KeptExpectation[], part: Part): DayAhead | undefined {
  if (!part) return expected.find(({ dimension }) => dimension === 'nation')
  const own = expected.filter(({ dimension, key }) => dimension === 'entity' && part.includes(key))
  const [first] = own
  if (!first) return undefined
  return {
    today: sum(own.map(({ today }) => today)),
    todayLow: sum(own.map(({ todayLow }) => todayLow)),
    todayHigh: sum(own.map(({ todayHigh }) => todayHigh)),
    hours: first.hours,
  }
}

function troubleOf({ onLadder, standing }: Room): Trouble[] {
  const found = new Map<string, Trouble>(
    standing.map(({ key, open, overdue }) => [key, { entity: key, overdue, open, ...noLevels() }]),
  )
  for (const { entity, level, n } of onLadder) {
    const known = found.get(entity) ?? { entity, overdue: 0, open: 0, ...noLevels() }
    known[level] += n
    found.set(entity, known)
  }
  return [...found.values()]
}

/** Of each entity only the latest were read, and with each how many there are. */
const allOf = (arriving: readonly Escalation[]): number =>
  sum([...new Map(arriving.map(({ entity, beyond, among }) => [`${entity} ${beyond}`, among])).values()])

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0)
