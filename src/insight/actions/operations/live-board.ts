import { beating, type Latest, type Log, latest, type Running, type Told } from '#platform'
import { fingerprint } from '../../store/operations/health.ts'
import type { ForecastTools } from '../forecasts/tools.ts'
import { type Board, readBoard } from './read-board.ts'

/** The operations room on all screens of this process. */
export interface LiveBoard {
  /** @returns undefined when too many are open already, or the process is about to end */
  open(): Latest<Board> | undefined
  readonly size: number
  close(): Promise<void>
}

/** Milliseconds between two looks at the database. */
const BEAT = 1000
const MOST = 4000
/** The hours, the lateness and the health move also when nothing happens. */
const AT_LEAST = 15_000

/**
 * Asks once a second for everybody together whether anything happened, reads the board only then, and not at all while
 * nobody looks. An open screen keeps no board of its own.
 */
export function liveBoard(
  tools: ForecastTools & { log: Log },
  { beat = BEAT, most = MOST, atLeast = AT_LEAST } = {},
): LiveBoard {
  const screens = new Set<Told<Board>>()
  let looking: Running | undefined
  let ended = false
  let board: Board | undefined
  let seen: { print: string; at: number } | undefined
  const look = async () => {
    const print = (await fingerprint(tools.db, tools.clock.now()))?.print ?? ''
    if (!board || print !== seen?.print || performance.now() - seen.at > atLeast) {
      board = await readBoard(tools)
      seen = { print, at: performance.now() }
    }
    for (const each of screens) each.tell(board)
  }
  const left = (one: Told<Board>) => {
    screens.delete(one)
    if (screens.size > 0) return
    void looking?.stop()
    looking = board = seen = undefined
  }
  return {
    open() {
      if (ended || screens.size >= most) return undefined
      const one = latest<Board>(() => left(one))
      screens.add(one)
      if (board) one.tell(board)
      looking ??= beating(beat, tools.log, 'operations room', look)
      return one
    },
    get size() {
      return screens.size
    },
    async close() {
      ended = true
      const last = looking
      for (const each of [...screens]) each.close()
      await last?.stop()
    },
  }
}
