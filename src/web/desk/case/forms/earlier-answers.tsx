import { Button, Details, Quote, Reference, Tag, useLink, useWords } from '#ui'
import type { CaseData } from '../data.ts'

/** How cases like this one were answered: to read, and to begin with. */
export function EarlierAnswers({ data: { answers } }: { data: CaseData }) {
  const { desk, cases } = useWords()
  const link = useLink()
  if (answers.length === 0) return null
  return (
    <Details title={desk.similar.answers}>
      <p class="hint">{desk.similar.answersLead}</p>
      <ul class="related">
        {answers.map(({ id, reference, subject, outcome, text }) => (
          <li key={id}>
            <span class="cluster">
              <Reference number={reference} href={link(`/desk/cases/${id}`)} />
              {outcome && <Tag state="brand">{cases.outcomes[outcome]}</Tag>}
            </span>
            <bdi class="line">{subject}</bdi>
            <Quote text={text} />
            <Button kind="plain" small name="like" value={id}>
              {desk.similar.take}
            </Button>
          </li>
        ))}
      </ul>
    </Details>
  )
}
