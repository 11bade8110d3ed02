import { useEffect, useState } from 'preact/hooks'
import { Title } from '../client/shown.tsx'
import { ask } from './ask.ts'
import { Problem, save } from './parts.tsx'
import { useReading } from './words.ts'

/** A count, or null where it is not told. */
type Cell = number | null

interface Year {
  year: number
  received: Cell
  acknowledgedInTime: Cell
  feedbackInTime: Cell
  closed: Cell
  retaliation: Cell
  outcomes: Record<string, Cell>
}

/** Counts of the officers' own coding; what is under five is not told, to officers neither. */
export function Statistics() {
  const { t, sayRefusal } = useReading()
  const [years, setYears] = useState<Year[]>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    void ask<{ years: Year[] }>('statistics').then((found) =>
      found.ok ? setYears(found.value.years) : setProblem(found.reason),
    )
  }, [])
  return (
    <>
      <Title text={t.statistics.title} lead={t.statistics.lead} />
      <Problem text={problem && sayRefusal(problem)} />
      {years?.length === 0 && (
        <div class="empty">
          <p class="empty-title">{t.statistics.empty}</p>
        </div>
      )}
      {years && years.length > 0 && <Years years={years} />}
    </>
  )
}

const COUNTS = ['received', 'acknowledgedInTime', 'feedbackInTime', 'closed', 'retaliation'] as const

function Years({ years }: { years: Year[] }) {
  const { t } = useReading()
  const say = (cell: Cell | undefined) => cell ?? t.statistics.hidden
  const outcomes = Object.keys(t.outcomes) as (keyof typeof t.outcomes)[]
  return (
    <>
      {years.map((one) => (
        <section class="section" key={one.year}>
          <h2>
            <bdi>{one.year}</bdi>
          </h2>
          <dl class="facts">
            {COUNTS.map((name) => (
              <div key={name}>
                <dt>{t.statistics.counts[name]}</dt>
                <dd>{say(one[name])}</dd>
              </div>
            ))}
            {outcomes.map((name) => (
              <div key={name}>
                <dt>{t.outcomes[name]}</dt>
                <dd>{say(one.outcomes[name])}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <button
        type="button"
        class="button quiet"
        onClick={() => save('statistics.json', 'application/json', [JSON.stringify({ years }, null, 2)])}
      >
        {t.statistics.save}
      </button>
    </>
  )
}
