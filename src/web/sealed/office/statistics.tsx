import { useEffect, useState } from 'preact/hooks'
import { ask } from './ask.ts'
import { Problem, save, Title } from './parts.tsx'
import { useReading } from './words.ts'

/** Counts of the officers' own coding; what is under five is not told, to officers neither. */
export function Statistics() {
  const { t, sayRefusal } = useReading()
  const [figures, setFigures] = useState<Record<string, unknown>>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    void ask<Record<string, unknown>>('statistics').then((found) =>
      found.ok ? setFigures(found.value) : setProblem(found.reason),
    )
  }, [])
  return (
    <>
      <Title text={t.statistics.title} lead={t.statistics.lead} />
      <Problem text={problem && sayRefusal(problem)} />
      {figures && (
        <>
          <Table figures={figures} />
          <button
            type="button"
            class="button quiet"
            onClick={() => save('statistics.json', 'application/json', [JSON.stringify(figures, null, 2)])}
          >
            {t.statistics.save}
          </button>
        </>
      )}
    </>
  )
}

function Table({ figures }: { figures: Record<string, unknown> }) {
  return <pre class="ltr">{JSON.stringify(figures, null, 2)}</pre>
}
