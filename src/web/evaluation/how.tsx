import { CRITERIA, type Formula, MEASURE_IDS, RUBRIC } from '#insight'
import { Details, PlainTable, useReader, useWords } from '#ui'
import { formatNumber, formatPercent } from '#words'

/** How a score is made, with every weight: for everyone who is shown one. */
export function How({ formula }: { formula: Formula }) {
  const { evaluation: said } = useWords()
  const reader = useReader()
  return (
    <Details title={said.how}>
      {said.howText.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>
        {said.noScoreHint(formula.leastReviewed)} {formula.mostMonths && said.mostMonths(formula.mostMonths)}
      </p>
      <PlainTable
        caption={said.how}
        head={[said.measure, said.weight]}
        rows={MEASURE_IDS.map((id) => [
          said.measures[id],
          formatPercent(reader, (formula.weights[id] ?? 0) / 100),
        ])}
      />
      <PlainTable
        caption={said.rubric}
        head={[said.rubric, said.weight]}
        rows={CRITERIA.map((each) => [said.criteria[each], formatPercent(reader, RUBRIC[each])])}
      />
      <p class="soft">
        {said.rangeHint} {said.smallHint} {said.formula(formatNumber(reader, formula.version))}
      </p>
    </Details>
  )
}
