import { beating, type Latest, type Log, latest, type Running, type Told } from '#platform'
import { fingerprint } from '../../store/operations/health.ts'
import type { ForecastTools } from '../forecasts/tools.ts'
import { type Board, boardOf, type Part } from './read-board.ts'
import { type Room, readRoom } from './read-room.ts'

/** The operations room on all screens of this process. */
export interface LiveBoard {
  /**
   * @param part the entities somebody sees; nothing for the nation
   * @returns undefined when too many are open already, or the process is about to end
   */
  open(part?: Part): Screen | undefined
  readonly size: number
  close(): Promise<void>
}

export interface Screen extends Latest<Board> {
  /** The same for all screens that show the same part, as long as one of them is open. */
  readonly view: object
}

/** Milliseconds between two looks at the database. */
const BEAT = 1000
const MOST = 4000
/** The hours, the lateness and the health move also when nothing happens. */
const AT_LEAST = 15_000

/** Everybody who looks at one part. */
interface View {
  name: string
  part: Part
  screens: Set<Told<Board>>
  board: Board | undefined
}

/**
 * Asks once a second for everybody together whether anything happened, reads the room only then and once for all of
 * its parts, and not at all while nobody looks. An open screen keeps no board of its own.
 */
export function liveBoard(
  tools: ForecastTools & { log: Log },
  { beat = BEAT, most = MOST, atLeast = AT_LEAST } = {},
): LiveBoard {
  const views = new Map<string, View>()
  let looking: Running | undefined
  let ended = false
  let room: Room | undefined
  let seen: { print: string; at: number } | undefined
  const size = () => [...views.values()].reduce((sum, { screens }) => sum + screens.size, 0)
  const look = async () => {
    const print = (await fingerprint(tools.db, tools.clock.now()))?.print ?? ''
    if (!room || print !== seen?.print || performance.now() - seen.at > atLeast) {
      room = await readRoom(tools)
      seen = { print, at: performance.now() }
      for (const view of views.values()) view.board = undefined
    }
    for (const view of views.values()) tellAll(view, room)
  }
  const left = (view: View, one: Told<Board>) => {
    view.screens.delete(one)
    if (view.screens.size === 0 && views.get(view.name) === view) views.delete(view.name)
    if (views.size > 0) return
    void looking?.stop()
    looking = room = seen = undefined
  }
  return {
    open(part) {
      if (ended || size() >= most) return undefined
      const view = viewOf(views, part)
      const one = latest<Board>(() => left(view, one))
      view.screens.add(one)
      if (view.board) one.tell(view.board)
      looking ??= beating(beat, tools.log, 'operations room', look)
      return Object.defineProperty(one, 'view', { value: view }) as Told<Board> & Screen
    },
    get size() {
      return size()
    },
    async close() {
      ended = true
      const last = looking
      for (const { screens } of [...views.values()]) for (const each of [...screens]) each.close()
      await last?.stop()
    },
  }
}

function viewOf(views: Map<string, View>, part: Part): View {
  const name = part ? `of ${part.join(' ')}` : 'nation'
  const view = views.get(name) ?? { name, part, screens: new Set<Told<Board>>(), board: undefined }
  views.set(name, view)
  return view
}

function tellAll(view: View, room: Room): void {
  view.board ??= boardOf(room, view.part)
  for (const each of view.screens) each.tell(view.board)
}
