import type { Judged, Rate, Verdict } from '#problems'
import { Details, Facts, Section, Tag, type TagProps, useReader, useWords } from '#ui'
import { inDigits } from '#words'

const LOOKS: Record<Verdict, TagProps> = {
  held: { state: 'on-time', icon: 'check', children: '' },
  'came-back': { state: 'late', icon: 'alert', children: '' },
  watching: { state: 'soon', icon: 'clock', children: '' },
}

/** Whether the fix held, in one word, with the figures it rests on and how it is said. */
export function VerdictPart({ judged: { verdict, before, after, expected, needed } }: { judged: Judged }) {
  const { verdict: said } = useWords().problems
  const reader = useReader()
  const rate = ({ voices, days }: Rate) => inDigits(reader, said.rate(voices, Math.floor(days)))
  return (
    <Section title={said.title}>
      <p>
        <Tag {...LOOKS[verdict]}>{said[verdict]}</Tag>
      </p>
      <Facts
        facts={[
          { name: said.before, value: rate(before) },
          { name: said.after, value: rate(after) },
        ]}
      />
      <p>{inDigits(reader, said.expected(Math.round(expected)))}</p>
      {verdict === 'watching' && <p>{inDigits(reader, said.needed(needed))}</p>}
      <Details title={said.howTitle}>
        <p>{said.how}</p>
      </Details>
    </Section>
  )
}
