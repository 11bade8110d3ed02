import { acknowledgeBy, feedbackBy } from '../model/clocks.ts'
import { statisticsOf, type YearOfReports } from '../model/statistics.ts'
import type { Outcome } from '../model/wire.ts'
import { codedReports } from '../store/reports.ts'
import type { Room } from './room.ts'

const notAfter = (one: Temporal.PlainDate | null, limit: Temporal.PlainDate): boolean =>
  one !== null && Temporal.PlainDate.compare(one, limit) <= 0

/** What may be told of the room's work: counts from officers' coding, and none that stands for fewer than five. */
export async function statistics(room: Room): Promise<{ years: YearOfReports[] }> {
  const rows = await codedReports(room.db)
  const coded = rows.map((row) => ({
    ...row,
    outcome: row.outcome as Outcome | null,
    feedbackInTime: notAfter(row.feedbackOn, feedbackBy(row.received, row.acknowledgedOn)),
  }))
  return {
    years: statisticsOf(coded, ({ received, acknowledgedOn }) =>
      notAfter(acknowledgedOn, acknowledgeBy(received)),
    ),
  }
}
