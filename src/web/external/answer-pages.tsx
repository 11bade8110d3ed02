import { LIMITS, type LinkedCase, REPLY_OUTCOMES, splitPoints } from '#cases'
import type { Directory } from '#entities'
import {
  Button,
  ErrorSummary,
  Facts,
  FileField,
  Form,
  Heading,
  Notice,
  Quote,
  Radios,
  Reference,
  ResidentPage,
  Section,
  TextArea,
  TextField,
  Time,
  TypeTag,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { type Attempt, errorList, fieldsOf } from '../desk/case/attempt.ts'
import { rowsTyped } from '../desk/case/rows.ts'

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

function AnswerForm({ linked, attempt }: Pick<AnswerPageProps, 'linked' | 'attempt'>) {
  const words = useWords()
  const { desk, cases } = words
  const field = fieldsOf('reply', words, attempt)
  const { value: _, ...files } = field('files')
  const start = splitPoints(linked.texts[0]?.text ?? '')
  const rows = attempt ? Math.max(1, rowsTyped(attempt.typed, 'points')) : Math.max(1, start.length)
  return (
    <Form multipart>
      <TextArea {...field('text')} label={desk.reply.text} hint={desk.reply.textHint} rows={7} />
      <fieldset class="rows">
        <legend class="label">{desk.reply.points}</legend>
        <p class="hint">{desk.reply.pointsHint}</p>
        {Array.from({ length: rows }, (_, at) => (
          <div class="row" key={at}>
            <TextField {...field(`points.${at}.point`, start[at])} label={desk.reply.point(at + 1)} />
            <TextArea {...field(`points.${at}.answer`)} label={desk.reply.answer} rows={2} />
          </div>
        ))}
        {rows < LIMITS.points && (
          <Button kind="plain" small name="more" value="points" icon="plus">
            {desk.answer.morePoints}
          </Button>
        )}
      </fieldset>
      <Radios
        {...field('outcome')}
        label={desk.reply.outcome}
        choices={REPLY_OUTCOMES.map((value) => ({
          value,
          label: cases.outcomes[value],
          hint: desk.reply.outcomes[value],
        }))}
      />
      <TextArea
        {...field('legalGround')}
        label={desk.reply.legalGround}
        hint={desk.reply.legalGroundHint}
        rows={2}
        optional
      />
      <TextArea
        {...field('otherRemedy')}
        label={desk.reply.otherRemedy}
        hint={desk.reply.otherRemedyHint}
        rows={2}
        optional
      />
      <FileField
        {...files}
        label={desk.ask.files}
        accept="image/*,.pdf"
        most={{ files: LIMITS.files, megabytes: 10 }}
        optional
      />
      <TextField {...field('signedBy')} label={desk.answer.signedBy} autocomplete="name" />
      <Button>{desk.answer.send}</Button>
    </Form>
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
