import { complaints, withinTime } from '#cases'
import type { Directory } from '#entities'
import { type Clock, no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import { type IndicatorsQuery, indicatorsQuery } from '../../model/indicators/query.ts'
import { type Counted, countCases } from '../../store/indicators/exact.ts'
import { answersFromRollUps, countFromRollUps } from './from-roll-ups.ts'

/** Figures of the cases that share a key: an id, a code, a month; null for cases that have none. */
export interface Indicators extends Counted {
  /** Share of the answered, 0 to 1; null when nothing was answered. */
  onTimeRate: number | null
}

/** Milliseconds: whoever asks for figures waits longer than whoever works on cases. */
const PATIENCE = 20_000

/**
 * Figures over all cases, whoever has them: counts and shares, never a case. What each of them means stands in
 * model/indicators/query.ts. From the roll-ups, unless a part of a month, a moment that has passed or a mixture of
 * dimensions is asked for: then the cases' figures themselves are counted, which gives the same and takes longer.
 *
 * @param given `IndicatorsQuery` as an address says it; `asOf` is now unless told
 * @returns `invalid` with a reason for each field, or `too-broad` when it would take too long
 */
export async function indicators(
  { db, clock, directory }: { db: Db; clock: Clock; directory(): Promise<Directory> },
  given: unknown,
): Promise<Result<{ rows: Indicators[]; asOf: Temporal.Instant }>> {
  const { timeZone } = await directory()
  const parsed = indicatorsQuery(timeZone).safeParse(given)
  if (!parsed.success) return no('invalid', complaints(parsed.error))
  const now = clock.now()
  const query = { ...parsed.data, asOf: parsed.data.asOf ?? now }
  const fromRollUps = answersFromRollUps(query, now, timeZone)
  const rows = await withinTime(db, PATIENCE, (tx) =>
    fromRollUps ? countFromRollUps(tx, query, timeZone) : counted(tx, query, timeZone),
  )
  if (!rows) return no('too-broad')
  return yes({ rows: inOrder(rows, query.by).map(withRate), asOf: query.asOf })
}

const counted = (
  tx: Db,
  { by, asOf, ...query }: IndicatorsQuery & { asOf: Temporal.Instant },
  zone: string,
) => countCases(tx, query, by, asOf, zone)

/** Times in their order, everything else by how much there was. Whoever has none stands as null. */
function inOrder(rows: Counted[], by: IndicatorsQuery['by']): Counted[] {
  const byKey = (one: Counted, other: Counted) => ((one.key ?? '') < (other.key ?? '') ? -1 : 1)
  return rows
    .map((row) => ({ ...row, key: row.key || null }))
    .sort((one, other) =>
      by === 'month' || by === 'year'
        ? byKey(one, other)
        : other.received - one.received || byKey(one, other),
    )
}

const withRate = (row: Counted): Indicators => ({
  ...row,
  onTimeRate: row.answered > 0 ? Math.round((row.onTime / row.answered) * 10_000) / 10_000 : null,
})
