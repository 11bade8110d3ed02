import type { Directory } from '#entities'
import type { Officer } from '#people'
import type { OpenedProblem, Problem } from '#problems'
import {
  Columns,
  ErrorSummary,
  Facts,
  Figures,
  Heading,
  LinkButton,
  Notice,
  Section,
  Time,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { formatDay, formatNumber } from '#words'
import type { Attempt } from '../desk/case/attempt.ts'
import { DeskPage } from '../desk/shell.tsx'
import { errorsOf } from './fields.tsx'
import { History } from './history.tsx'
import { Said } from './said.tsx'
import { StateTag } from './state-tag.tsx'
import { StepForms } from './step-forms.tsx'
import { VerdictPart } from './verdict.tsx'
import { weeksOf } from './weeks.ts'
import { WeeksChart } from './weeks-chart.tsx'

interface ProblemPageProps {
  officer: Officer
  opened: OpenedProblem
  others: readonly Problem[]
  directory: Directory
  now: Temporal.Instant
  attempt?: Attempt
  /** The step that was just taken. */
  done?: string
}

/** A problem on one page: what it costs, who owns it, what people say, and what can be done next. */
export function ProblemPage(props: ProblemPageProps) {
  const { officer, opened, others, directory, now, attempt, done } = props
  const words = useWords()
  const { problems: said } = words
  const reader = useReader()
  const link = useLink()
  const { problem, announced } = opened
  const errors = errorsOf(words, attempt)
  const title = problem.title[reader.locale]
  const about = aboutOf(problem, directory, reader.locale)
  const zone = directory.timeZone
  const finished = (said.done as Readonly<Record<string, string>>)[done ?? '']
  return (
    <DeskPage
      officer={officer}
      title={title}
      place="problems"
      back={link('/desk/problems')}
      wrong={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      {finished && <Notice kind="done" title={finished} />}
      <Heading
        above={<StateTag state={problem.state} />}
        title={<bdi>{title}</bdi>}
        lead={about === title ? undefined : about}
      />
      {announced && (
        <Notice
          title={`${said.announcement.running} ${formatDay(reader, announced.until.subtract({ seconds: 1 }))}`}
        >
          <p>{announced.text[reader.locale]}</p>
        </Notice>
      )}
      <Cost opened={opened} />
      <Columns
        first={<Record problem={problem} directory={directory} />}
        aside={
          <>
            {opened.cost.cases > 0 && problem.openedAt && problem.state !== 'merged' && (
              <p>
                <LinkButton kind="quiet" href={link(`/desk/problems/${problem.id}/answer`)} icon="message">
                  {said.answer.open}
                </LinkButton>
              </p>
            )}
            <StepForms
              opened={opened}
              directory={directory}
              others={others}
              today={now.toZonedDateTimeISO(zone).toPlainDate()}
              attempt={attempt}
            />
          </>
        }
      >
        {opened.judged && <VerdictPart judged={opened.judged} />}
        <Section title={said.weeks.title}>
          {opened.times.length > 0 ? (
            <WeeksChart weeks={weeksOf(opened.times, { now, fixedAt: problem.fixedAt, zone })} />
          ) : (
            <p class="soft">{said.weeks.none}</p>
          )}
        </Section>
        <Said opened={opened} />
        <History opened={opened} directory={directory} />
      </Columns>
    </DeskPage>
  )
}

const aboutOf = ({ category, place }: Problem, directory: Directory, locale: 'ar' | 'en') =>
  [directory.category(category)?.name[locale], directory.place(place)?.name[locale]]
    .filter(Boolean)
    .join(' · ')

function Cost({ opened: { cost, problem } }: { opened: OpenedProblem }) {
  const { figures } = useWords().problems
  const reader = useReader()
  const number = (value: number) => formatNumber(reader, value)
  return (
    <section aria-label={figures.cost}>
      <Figures
        figures={[
          { label: figures.cases, value: number(cost.cases) },
          { label: figures.people, value: number(cost.people) },
          { label: figures.open, value: number(cost.open), state: cost.open > 0 ? 'soon' : undefined },
          { label: figures.days, value: number(cost.daysWaited) },
          { label: figures.followers, value: number(problem.followers) },
        ]}
      />
    </section>
  )
}

function Record({ problem, directory }: { problem: Problem; directory: Directory }) {
  const { record, fields, noOwner } = useWords().problems
  const { locale } = useReader()
  const { entity, cause, fix, fixBy, fixedAt } = problem
  const facts = [
    { name: fields.entity, value: directory.entity(entity)?.name[locale] ?? noOwner },
    { name: record.cause, value: cause ? <bdi>{cause}</bdi> : <span class="soft">{record.unknown}</span> },
    { name: record.fix, value: fix ? <bdi>{fix}</bdi> : <span class="soft">{record.unknown}</span> },
    ...(fixBy && !fixedAt ? [{ name: record.fixBy, value: <Time at={fixBy} as="date" /> }] : []),
    ...(fixedAt
      ? [{ name: record.fixedAt, value: <Time at={fixedAt.subtract({ seconds: 1 })} as="date" /> }]
      : []),
  ]
  return (
    <Section title={record.title}>
      <Facts facts={facts} />
    </Section>
  )
}
