import type { Directory } from '#entities'
import { CRITERIA, type Criterion, type ToReview } from '#insight'
import type { Officer } from '#people'
import {
  Button,
  Columns,
  ErrorSummary,
  Facts,
  Form,
  Heading,
  Quote,
  Radios,
  Section,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { formatMonth, inDigits } from '#words'
import { DeskPage } from '../desk/shell.tsx'
import type { Unkept } from './quality.tsx'

interface ReviewPageProps {
  officer: Officer
  found: ToReview
  directory: Directory
  unkept?: Unkept
}

/** A released reply beside what it answers, and the five questions about it. */
export function ReviewPage({ officer, found, directory, unkept }: ReviewPageProps) {
  const { evaluation: said, cases } = useWords()
  const reader = useReader()
  const link = useLink()
  const { written } = found
  const outcome = cases.outcomes[written.outcome as keyof typeof cases.outcomes]
  const errors = Object.entries(unkept?.errors ?? {}).map(([field, why]) => {
    const name = said.criteria[field as Criterion] as string | undefined
    return { field: name && field, text: name ? `${name} ${why}` : why }
  })
  return (
    <DeskPage
      officer={officer}
      title={said.review}
      place="evaluation"
      back={link('/evaluation/quality')}
      wrong={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <Heading
        above={formatMonth(reader, found.month)}
        title={said.review}
        lead={directory.entity(found.entity)?.name[reader.locale] ?? found.entity}
      />
      <Columns aside={<Questions unkept={unkept} />}>
        <Section title={said.question}>
          <p class="soft">{said.withoutNames}</p>
          <Text text={written.question} lang={written.language} />
        </Section>
        <Section title={said.reply}>
          {outcome && <Facts facts={[{ name: said.outcome, value: outcome }]} />}
          <Text text={written.text} lang={written.language} />
          {written.points?.map(({ point, answer }) => (
            <Quote key={point} text={answer} lang={written.language} by={<bdi>{point}</bdi>} />
          ))}
          {written.actions && written.actions.length > 0 && (
            <Facts
              facts={written.actions.map(({ text, dueOn }) => ({
                name: inDigits(reader, dueOn),
                value: <bdi>{text}</bdi>,
              }))}
            />
          )}
        </Section>
      </Columns>
    </DeskPage>
  )
}

function Text({ text, lang }: { text: string | null; lang: string }) {
  const { evaluation: said } = useWords()
  return text ? <Quote text={text} lang={lang} /> : <p class="soft">{said.erased}</p>
}

function Questions({ unkept }: Pick<ReviewPageProps, 'unkept'>) {
  const { evaluation: said } = useWords()
  const reader = useReader()
  return (
    <Section title={said.rubric}>
      <Form>
        {CRITERIA.map((each) => (
          <Radios
            key={each}
            name={each}
            label={said.criteria[each]}
            value={unkept?.typed[each]}
            error={unkept?.errors[each]}
            choices={said.marks.map((label, mark) => ({
              value: String(mark),
              label: `${inDigits(reader, String(mark))} · ${label}`,
            }))}
          />
        ))}
        <Button>{said.saveReview}</Button>
      </Form>
    </Section>
  )
}
