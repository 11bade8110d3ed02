import type { Directory } from '#entities'
import type { Officer } from '#people'
import { ANSWER_OUTCOMES, type AnswerToAll, type OpenedProblem, type Sent, TURNS, type Turn } from '#problems'
import {
  Button,
  Checkboxes,
  EmptyState,
  ErrorSummary,
  Facts,
  Form,
  Heading,
  Notice,
  Quote,
  Radios,
  Section,
  StepForm,
  Tabs,
  Tag,
  TextArea,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { formatDay, formatNumber, inDigits } from '#words'
import type { Attempt } from '../desk/case/attempt.ts'
import { DeskPage } from '../desk/shell.tsx'
import { errorsOf, formOf, sayWhy } from './fields.tsx'
import { OneCase } from './one-case.tsx'

interface AnswerPageProps {
  officer: Officer
  opened: OpenedProblem
  found: AnswerToAll
  turn: Turn
  directory: Directory
  attempt?: Attempt
  sent?: Sent
  done?: string
}

/** One answer for all cases: the text, and the cases that wait for this turn with it. */
export function AnswerPage({ officer, opened, found, turn, attempt, sent, done }: AnswerPageProps) {
  const words = useWords()
  const { answer: said } = words.problems
  const reader = useReader()
  const link = useLink()
  const below = `/desk/problems/${opened.problem.id}`
  const errors = errorsOf(words, attempt)
  const count = sent?.done ?? (done && /^\d+$/.test(done) ? Number(done) : undefined)
  return (
    <DeskPage
      officer={officer}
      title={said.title}
      place="problems"
      back={link(below)}
      wrong={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      {done === 'answer' && <Notice kind="done" title={words.problems.done.answer} />}
      {count !== undefined && <Notice kind="done" title={inDigits(reader, said.sent(count))} />}
      {sent && sent.refused.length > 0 && <Refused sent={sent} />}
      <Heading above={<bdi>{opened.problem.title[reader.locale]}</bdi>} title={said.title} lead={said.lead} />
      <Tabs
        label={said.tabs}
        tabs={(Object.keys(TURNS) as Turn[]).map((each) => ({
          href: link(`${below}/answer?turn=${each}`),
          label: said.turns[each],
          current: each === turn,
        }))}
      />
      <Kept found={found} />
      {turn === 'reply' && opened.steps.includes('answer') && (
        <Write action={link(`${below}/answer`)} again={Boolean(found.answer)} attempt={attempt} />
      )}
      {found.answer && <Waiting found={found} turn={turn} action={link(`${below}/answer/${turn}`)} />}
      <Stages found={found} />
    </DeskPage>
  )
}

function Refused({ sent: { refused } }: { sent: Sent }) {
  const words = useWords()
  return (
    <Notice kind="warning" title={words.problems.answer.refused}>
      <ul>
        {refused.map(({ reference, reason }) => (
          <li key={reference}>
            <bdi dir="ltr">{reference}</bdi>: {sayWhy(words, reason)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Kept({ found: { answer } }: { found: AnswerToAll }) {
  const { problems, cases } = useWords()
  const reader = useReader()
  const { answer: said } = problems
  if (!answer)
    return (
      <EmptyState icon="message" title={said.none}>
        <p>{said.noneHint}</p>
      </EmptyState>
    )
  const { text, outcome, legalGround, otherRemedy } = answer.reply
  return (
    <>
      <p>
        <Tag state="brand">{cases.outcomes[outcome as keyof typeof cases.outcomes]}</Tag>
      </p>
      <Quote text={text} by={said.by(answer.writer, formatDay(reader, answer.at))} />
      {legalGround && <Quote text={legalGround} by={problems.fields.legalGround} />}
      {otherRemedy && <Quote text={otherRemedy} by={problems.fields.otherRemedy} />}
    </>
  )
}

function Write({ action, again, attempt }: { action: string; again: boolean; attempt?: Attempt }) {
  const words = useWords()
  const { problems, cases } = words
  const { answer: said } = problems
  const field = formOf('answer', words, attempt)
  return (
    <StepForm
      title={again ? said.rewrite : said.write}
      icon="message"
      action={action}
      main={!again}
      open={attempt?.step === 'answer'}
      submit={said.save}
    >
      <TextArea {...field('text')} rows={8} />
      <Radios
        {...field('outcome')}
        choices={ANSWER_OUTCOMES.map((value) => ({ value, label: cases.outcomes[value] }))}
      />
      <TextArea {...field('legalGround')} rows={2} optional />
      <TextArea {...field('otherRemedy')} rows={2} optional />
    </StepForm>
  )
}

function Waiting({ found, turn, action }: { found: AnswerToAll; turn: Turn; action: string }) {
  const { answer: said } = useWords().problems
  if (found.cases.length === 0)
    return (
      <EmptyState icon="check" title={said.nothing}>
        <p>{said.nothingHint}</p>
      </EmptyState>
    )
  return (
    <Form action={action}>
      <Checkboxes
        name="case"
        label={said.which[turn]}
        hint={said.hint}
        values={found.cases.map(({ id }) => id)}
        choices={found.cases.map(({ id, reference, subject }) => ({
          value: id,
          label: <OneCase reference={reference} subject={subject} />,
        }))}
      />
      <Button icon="send">{said.go[turn]}</Button>
    </Form>
  )
}

function Stages({ found: { stages } }: { found: AnswerToAll }) {
  const { problems, common } = useWords()
  const reader = useReader()
  if (stages.length === 0) return null
  const order = Object.keys(common.stages)
  return (
    <Section title={problems.answer.stages}>
      <Facts
        facts={stages
          .toSorted((one, other) => order.indexOf(one.stage) - order.indexOf(other.stage))
          .map(({ stage, cases }) => ({
            name: common.stages[stage as keyof typeof common.stages],
            value: formatNumber(reader, cases),
          }))}
      />
    </Section>
  )
}
