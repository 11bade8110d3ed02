type Day = Temporal.PlainDate

/** EU Directive 2019/1937, article 9: acknowledged within seven days, feedback within three months. */
export const acknowledgeBy = (received: Day): Day => received.add({ days: 7 })

/** Three months from the acknowledgement, or from the seven days when there was none in time. */
export function feedbackBy(received: Day, acknowledgedOn: Day | null): Day {
  const latest = acknowledgeBy(received)
  const from =
    acknowledgedOn && Temporal.PlainDate.compare(acknowledgedOn, latest) < 0 ? acknowledgedOn : latest
  return from.add({ months: 3 })
}

/** Twelve months after closing a report is erased, unless it is held. */
export const eraseOn = (closedOn: Day | null): Day | null => closedOn?.add({ months: 12 }) ?? null

/** The days on which the reporter is asked whether anybody made them suffer for it. */
export const retaliationPrompts = (received: Day): Day[] =>
  [30, 90, 180].map((days) => received.add({ days }))

/** The next day by which an officer owes something; none once feedback was given. */
export function nextClock(of: {
  received: Day
  acknowledgedOn: Day | null
  feedbackOn: Day | null
}): Day | null {
  if (!of.acknowledgedOn) return acknowledgeBy(of.received)
  return of.feedbackOn ? null : feedbackBy(of.received, of.acknowledgedOn)
}
