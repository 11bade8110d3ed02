import { isId, no, type Result, yes } from '#kernel'
import { holds, type Officer } from '#people'
import * as surges from '../../store/forecasts/surges.ts'
import type { ForecastTools } from './tools.ts'

/** The operations room has seen an alert: it stays on the screen, quietly, until it is over. */
export async function acknowledgeSurge(
  { db, clock }: Pick<ForecastTools, 'db' | 'clock'>,
  officer: Officer,
  id: string,
): Promise<Result<true>> {
  if (!holds(officer, 'operator') || !isId(id)) return no('not-found')
  const changed = await surges.acknowledge(db, id, officer.id, clock.now())
  return changed > 0 ? yes(true) : no('not-found')
}

/** An alert that is not over, for an operator; nothing for anybody else. */
export const openSurge = async (
  { db }: Pick<ForecastTools, 'db'>,
  officer: Officer,
  id: string,
): Promise<surges.Surge | undefined> =>
  holds(officer, 'operator') && isId(id) ? surges.find(db, id) : undefined
