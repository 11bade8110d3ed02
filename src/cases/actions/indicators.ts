import { no, type Result, yes } from '#kernel'
import { indicatorsQuery } from '../model/indicators.ts'
import { complaints } from '../model/input.ts'
import { type Counted, count } from '../store/indicators.ts'
import { withinTime } from '../store/within-time.ts'
import type { Tools } from './act.ts'

/** Figures of the cases that share a key: an id, a code, a month; null for cases that have none. */
export interface Indicators extends Counted {
  /** Share of the answered, 0 to 1; null when nothing was answered. */
  onTimeRate: number | null
}

/** Milliseconds: whoever asks for figures waits longer than whoever works on cases. */
const PATIENCE = 20_000

/**
 * Figures over all cases, whoever has them: counts and shares, never a case. What each of them means stands in
 * model/indicators.ts.
 *
 * @param given `IndicatorsQuery` as an address says it; `asOf` is now unless told
 * @returns `invalid` with a reason for each field, or `too-broad` when it would take too long
 */
export async function indicators(
  { db, clock, directory }: Pick<Tools, 'db' | 'clock' | 'directory'>,
  given: unknown,
): Promise<Result<{ rows: Indicators[]; asOf: Temporal.Instant }>> {
  const { timeZone } = await directory()
  const parsed = indicatorsQuery(timeZone).safeParse(given)
  if (!parsed.success) return no('invalid', complaints(parsed.error))
  const asOf = parsed.data.asOf ?? clock.now()
  const rows = await withinTime(db, PATIENCE, (tx) => count(tx, { ...parsed.data, asOf }, timeZone))
  if (!rows) return no('too-broad')
  return yes({ rows: rows.map(withRate), asOf })
}

const withRate = (row: Counted): Indicators => ({
  ...row,
  onTimeRate: row.answered > 0 ? Math.round((row.onTime / row.answered) * 10_000) / 10_000 : null,
})
