import type { Visit } from '#integrity'
import { daysUntil, useReading } from '../../client/reading.ts'

/** Both clocks: what was promised and what was kept. */
export function Dates({ visit }: { visit: Visit }) {
  const { t, sayDay } = useReading()
  const { clocks } = t.visit
  return (
    <dl class="facts" aria-label={clocks.title}>
      <Fact label={clocks.received} day={visit.received} />
      {visit.acknowledgedOn ? (
        <Fact label={clocks.acknowledged} day={visit.acknowledgedOn} />
      ) : (
        <Due label={clocks.acknowledgeBy} day={visit.acknowledgeBy} over={visit.closedOn !== null} />
      )}
      {visit.feedbackOn ? (
        <Fact label={clocks.feedback} day={visit.feedbackOn} />
      ) : (
        <Due label={clocks.feedbackBy} day={visit.feedbackBy} over={visit.closedOn !== null} />
      )}
      {visit.closedOn && <Fact label={clocks.closed} day={visit.closedOn} />}
    </dl>
  )

  function Fact({ label, day }: { label: string; day: string }) {
    return (
      <div>
        <dt>{label}</dt>
        <dd>
          <time dateTime={day}>{sayDay(day)}</time>
        </dd>
      </div>
    )
  }

  function Due({ label, day, over }: { label: string; day: string; over: boolean }) {
    const left = daysUntil(day)
    return (
      <div>
        <dt>{label}</dt>
        <dd>
          <time dateTime={day}>{sayDay(day)}</time>{' '}
          {!over && (
            <span class={left < 0 ? 'tag late' : 'tag on-time'}>
              {left < 0 ? clocks.late : clocks.left(left)}
            </span>
          )}
        </dd>
      </div>
    )
  }
}
