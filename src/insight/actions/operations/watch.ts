import type { Directory } from '#entities'
import { holds, type Officer } from '#people'
import type { Db } from '#platform'
import { lastMade } from '../../store/forecasts/expectations.ts'
import { type LateCase, lateCases } from '../../store/operations/late.ts'
import { dayOf, type ForecastTools } from '../forecasts/tools.ts'
import type { Part } from './read-board.ts'

/** The desk of the operations room, and what can be done there, are the operators’ own. */
export const runsOperations = (officer: Officer): boolean => holds(officer, 'operator')

/** The central office reads every case; a leader who was given the nation leads it. */
const NATION: readonly string[] = ['operator', 'reviewer', 'releaser', 'minister', 'head']
const PARTS: Readonly<Record<string, string>> = { minister: 'sector', head: 'entity', liaison: 'entity' }

/** Whether somebody sees the room live: all of it, or their part. */
export const seesOperations = (officer: Officer): boolean => officer.grants.some(seesAll) || partly(officer)

/** What somebody sees of the room. Reading only: whatever is done there is the operators’. */
export function partOfRoom(officer: Officer, directory: Directory): { part: Part } | undefined {
  if (officer.grants.some(seesAll)) return { part: undefined }
  const entities = officer.grants.flatMap(({ role, scope, scopeId }) => {
    if (!scopeId || PARTS[role] !== scope) return []
    return scope === 'sector' ? directory.entitiesOfSector(scopeId).map(({ id }) => id) : [scopeId]
  })
  return partly(officer) ? { part: [...new Set(entities)].sort() } : undefined
}

type Grant = Officer['grants'][number]
const seesAll = ({ role, scope }: Grant): boolean => scope === 'nation' && NATION.includes(role)
const partly = ({ grants }: Officer): boolean =>
  grants.some(({ role, scope, scopeId }) => scopeId !== undefined && PARTS[role] === scope)

const MOST = 60

/** What the operations desk sees to: what has climbed highest, and of that what was due first. */
export const watchLate = async ({ db }: { db: Db }, officer: Officer): Promise<LateCase[] | undefined> =>
  runsOperations(officer) ? lateCases(db, MOST) : undefined

/** Whether anything is expected of today: without a history nothing can be beyond it. */
export const expectsToday = async ({ db, clock, directory }: ForecastTools): Promise<boolean> =>
  (await lastMade(db, dayOf(clock.now(), await directory()))) !== undefined
