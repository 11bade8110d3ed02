import type { LinkedCase } from '#cases'
import type { Directory } from '#entities'
import {
  ErrorSummary,
  Facts,
  Heading,
  Notice,
  Quote,
  Reference,
  ResidentPage,
  Section,
  Time,
  TypeTag,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { type Attempt, errorList } from '../desk/case/attempt.ts'
import { AnswerForm } from './answer-form.tsx'

interface AnswerPageProps {
  linked: LinkedCase
  directory: Directory
  token: string
  attempt?: Attempt
}

/** The case as its entity may read it, and the form of its reply. */
export function AnswerPage({ linked, directory, token, attempt }: AnswerPageProps) {
  const words = useWords()
  const { desk } = words
  const { answer, page } = desk
  const { locale } = useReader()
  const link = useLink()
  const { found, texts, remedy, place, expiresAt, files } = linked
  const errors = errorList(words, attempt)
  const entity = directory.entity(found.entity)?.name[locale] ?? ''
  const where = [...directory.placePath(found.place).map(({ name }) => name[locale]), place]
    .filter(Boolean)
    .join(' · ')
  return (
    <ResidentPage title={answer.title} wide secret wrong={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <Heading
        above={
          <span class="cluster">
            <Reference number={found.reference} />
            <TypeTag type={found.type} />
          </span>
        }
        title={<bdi>{found.subject}</bdi>}
        lead={answer.lead(entity)}
      />
      <Notice>
        <p>
          {answer.goodUntil} <Time at={expiresAt} as="fullDay" />. {answer.identity}
        </p>
      </Notice>
      <Section title={answer.request}>
        {texts.map(({ text, at }) => (
          <Quote key={at.toString()} text={text} lang={found.language} by={<Time at={at} />} />
        ))}
        <Facts
          facts={[
            { name: answer.due, value: found.entityDue && <Time at={found.entityDue} as="fullDay" /> },
            { name: page.remedy, value: remedy && <bdi>{remedy}</bdi> },
            { name: page.place, value: where && <bdi>{where}</bdi> },
          ].filter(({ value }) => value)}
        />
        {files.length > 0 && (
          <ul>
            {files.map(({ id, name }) => (
              <li key={id}>
                <a href={link(`/answer/${token}/files/${id}`)}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={desk.reply.title} id="reply">
        <AnswerForm linked={linked} attempt={attempt} />
      </Section>
    </ResidentPage>
  )
}

export function ThanksPage() {
  const { desk } = useWords()
  return (
    <ResidentPage title={desk.answer.thanks} secret>
      <Heading title={desk.answer.thanks} lead={desk.answer.thanksText} />
    </ResidentPage>
  )
}

/** Says the same whatever is wrong with the link. */
export function GonePage() {
  const { desk } = useWords()
  return (
    <ResidentPage title={desk.answer.gone} secret>
      <Heading title={desk.answer.gone} lead={desk.answer.goneText} />
    </ResidentPage>
  )
}
