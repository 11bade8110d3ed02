import { holds, type Officer } from '#people'
import type { Db } from '#platform'
import { type LateCase, lateCases } from '../../store/operations/late.ts'

/** The wall and its desk are the operations room's own. */
export const seesOperations = (officer: Officer): boolean => holds(officer, 'operator')

const MOST = 60

/** What the operations desk sees to: what has climbed highest, and of that the longest late. */
export const watchLate = async ({ db }: { db: Db }, officer: Officer): Promise<LateCase[] | undefined> =>
  seesOperations(officer) ? lateCases(db, MOST) : undefined
