import { type ClockName, entityDue, residentDue } from '#cases'
import {
  Clocks,
  Columns,
  ErrorSummary,
  Heading,
  LinkButton,
  Notice,
  PromiseHero,
  Reference,
  StageTag,
  Time,
  TypeTag,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { useHolder } from '../holder.tsx'
import { Marks } from '../marks.tsx'
import { calendarFor, dueBy } from '../queue-lines.ts'
import { DeskPage } from '../shell.tsx'
import { Aside } from './aside.tsx'
import { errorList } from './attempt.ts'
import type { CaseData } from './data.ts'
import { History } from './history.tsx'
import { mainStep } from './main-step.ts'
import { Matter } from './matter.tsx'
import { Promises } from './promises.tsx'
import { Related } from './related.tsx'
import { ReplyView } from './reply-view.tsx'
import { ReplyWork } from './reply-work.tsx'

/** A case on one page: the matter, the promise, what can be done next, and all that happened. */
export function CasePage({ data, done }: { data: CaseData; done?: string }) {
  const words = useWords()
  const { desk, cases } = words
  const link = useLink()
  const { state, officer, attempt } = data
  const errors = errorList(words, attempt)
  const main = mainStep(data)
  return (
    <DeskPage
      officer={officer}
      title={state.subject}
      place="queue"
      back={link('/desk')}
      wrong={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      {done && <Done step={done} />}
      <Heading
        above={
          <span class="cluster">
            <Reference number={state.reference} />
            <TypeTag type={state.type} />
            <StageTag stage={state.stage} />
            <Marks of={state} />
          </span>
        }
        title={<bdi>{state.subject}</bdi>}
        acts={
          main && (
            <LinkButton href={`#${main}`} kind="quiet" small icon="arrow">
              {desk.page.next}: {main === 'entity-link' ? desk.link.title : cases.steps[main]}
            </LinkButton>
          )
        }
      />
      <Columns first={<Promised data={data} />} aside={<Aside data={data} main={main} />}>
        <Matter data={data} />
        <ReplyView data={data} />
        <Promises data={data} />
        <ReplyWork data={data} main={main === 'reply'} />
        <Related data={data} />
        <History data={data} />
      </Columns>
    </DeskPage>
  )
}

function Done({ step }: { step: string }) {
  const { cases, desk } = useWords()
  const said: Readonly<Record<string, string>> = { ...cases.happened, ...desk.done }
  return said[step] ? <Notice kind="done" title={said[step]} /> : null
}

/** The resident's promise first, then the entity's time, then whoever must act now. */
function Promised({ data }: { data: CaseData }) {
  const { desk } = useWords()
  const { locale } = useReader()
  const { state, now, directory } = data
  const calendar = calendarFor(state.entity, data)
  const promise = residentDue(state, now, calendar)
  const entity = entityDue(state, now, calendar)
  const holder = useHolder(state, directory)
  const done = promise.state === 'done'
  const objected = state.stage === 'objected'
  return (
    <>
      <PromiseHero
        told="staff"
        about={objected ? 'objection' : 'answer'}
        state={promise.state}
        date={(done && (state.answeredAt ?? state.closedAt)) || dueBy(state)}
        days={promise.days}
        elapsed={objected ? undefined : promise.elapsed}
        holder={done ? directory.entity(state.entity)?.name[locale] : holder.name}
      >
        {state.clock && state.clockDue && <Must clock={state.clock} by={state.clockDue} now={now} />}
      </PromiseHero>
      {entity && entity.state !== 'done' && state.entityDue && (
        <Clocks
          clocks={[
            {
              label: desk.page.entityTime,
              state: entity.state,
              due: state.entityDue,
              days: entity.days,
              elapsed: entity.state === 'paused' ? undefined : entity.elapsed,
            },
          ]}
        />
      )}
    </>
  )
}

interface MustProps {
  clock: ClockName
  by: Temporal.Instant
  now: Temporal.Instant
}

/** What must be done next and until when; once that moment has passed, what should have been. */
function Must({ clock, by, now }: MustProps) {
  const { cases, desk } = useWords()
  const { must, was } = cases.clocks[clock]
  const past = Temporal.Instant.compare(by, now) < 0
  return (
    <p>
      {past ? was : `${must} · ${desk.page.until}`} <Time at={by} />
    </p>
  )
}
