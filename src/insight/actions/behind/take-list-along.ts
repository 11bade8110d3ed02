import { newId, type Result } from '#kernel'
import type { Officer } from '#people'
import type { DashboardQuery } from '../../model/dashboard/query.ts'
import { addListExport } from '../../store/behind/exports.ts'
import type { FigureTools } from '../dashboard/dashboard.ts'
import { type Behind, casesBehind } from './cases-behind.ts'

/** The most lines that one file takes. */
export const MOST_TAKEN = 10_000

/**
 * The list behind a number, for a file; who took it is kept. The caller has asked for the authenticator's code.
 *
 * @returns what `casesBehind` returns
 */
export async function takeListAlong(
  tools: FigureTools,
  officer: Officer,
  { cursor: _, ...asked }: Record<string, string>,
): Promise<Result<Behind, 'not-found' | 'too-broad'>> {
  const found = await casesBehind(tools, officer, asked, MOST_TAKEN)
  if (found.ok)
    await addListExport(tools.db, {
      id: newId(),
      by: officer.id,
      at: tools.clock.now(),
      asked: { ...defined(found.value.asked), figure: found.value.figure, period: found.value.period.name },
      lines: found.value.lines.length,
    })
  return found
}

const defined = (asked: DashboardQuery): Record<string, string> =>
  Object.fromEntries(Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1])))
