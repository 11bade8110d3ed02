import { acknowledgeBy, feedbackBy } from '../model/clocks.ts'
import { statisticsOf, type YearOfReports } from '../model/statistics.ts'
import type { Outcome } from '../model/wire.ts'
import { codedReports } from '../store/reports.ts'
import { type Room, today } from './room.ts'

const notAfter = (one: Temporal.PlainDate | null, limit: Temporal.PlainDate): boolean =>
  one !== null && Temporal.PlainDate.compare(one, limit) <= 0

/**
 * What may be told of the room's work: counts from officers' coding, and none that stands for fewer than five. Told is
 * how things stood when the last year ended: whoever watched a count that is always up to date would see the moment in
 * which a report came.
 */
export async function statistics(room: Room): Promise<{ years: YearOfReports[] }> {
  const end = today(room).with({ month: 1, day: 1 }).subtract({ days: 1 })
  const byThen = (day: Temporal.PlainDate | null) => (notAfter(day, end) ? day : null)
  const rows = (await codedReports(room.db)).filter(({ received }) => notAfter(received, end))
  const coded = rows.map(({ received, ...row }) => {
    const [acknowledgedOn, closed] = [byThen(row.acknowledgedOn), notAfter(row.closedOn, end)]
    return {
      ...{ received, acknowledgedOn, closed },
      outcome: closed ? (row.outcome as Outcome | null) : null,
      retaliated: closed && row.retaliated,
      feedbackInTime: notAfter(byThen(row.feedbackOn), feedbackBy(received, acknowledgedOn)),
    }
  })
  return {
    years: statisticsOf(coded, ({ received, acknowledgedOn }) =>
      notAfter(acknowledgedOn, acknowledgeBy(received)),
    ),
  }
}
