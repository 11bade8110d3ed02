import type { ComponentChildren } from 'preact'
import type { DoneByTime } from '#cases'
import { holds } from '#people'
import type { PromiseBook } from '#promises'
import {
  Button,
  EmptyState,
  Facts,
  Form,
  Heading,
  LinkButton,
  Reference,
  Section,
  Table,
  Time,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { formatList } from '#words'
import { momentOf } from '../../desk/explain/moment.ts'
import { DeskPage } from '../../desk/shell.tsx'
import { AdminPage } from '../admin-page.tsx'
import type { Admin } from '../form-page.ts'
import { type ClockData, JOURNEYS, type Journey } from './clock.tsx'

/** What time it is, how to move it, and what time did. */
export function ClockPage({ c, data }: { c: Admin; data: ClockData }) {
  const said = useWords().time.clock
  const link = useLink()
  const { clock, wall, next } = data
  return (
    <Around c={c}>
      <Facts
        facts={[
          { name: said.now, value: <Time at={clock.now()} /> },
          { name: said.wall, value: <Time at={wall} /> },
          { name: said.next, value: next ? <Time at={next} /> : said.nothingNext },
        ]}
      />
      <Section title={said.forward} id="forward">
        <Form action={link('/admin/clock')}>
          <div class="cluster">
            {next && (
              <Button name="by" value="next" small>
                {said.by.next}
              </Button>
            )}
            {(Object.keys(JOURNEYS) as Journey[]).map((journey) => (
              <Button key={journey} kind="quiet" name="by" value={journey} small>
                {said.by[journey]}
              </Button>
            ))}
          </div>
        </Form>
        <p class="hint">{said.onlyForward}</p>
      </Section>
      <Happened data={data} />
    </Around>
  )
}

/** In the frame of the place that its reader works in. */
function Around({ c, children }: { c: Admin; children: ComponentChildren }) {
  const { title, lead } = useWords().time.clock
  const { officer } = c.var
  if (holds(officer, 'admin'))
    return (
      <AdminPage c={c} place="clock" title={title} lead={lead}>
        {children}
      </AdminPage>
    )
  return (
    <DeskPage officer={officer} title={title} place="clock">
      <Heading title={title} lead={lead} />
      {children}
    </DeskPage>
  )
}

function Happened({ data: { done, directory, book } }: { data: ClockData }) {
  const said = useWords().time.clock
  const link = useLink()
  const { locale } = useReader()
  const acts = (
    <LinkButton href={link('/preview/mailbox')} kind="quiet" icon="mail" small>
      {said.mailbox}
    </LinkButton>
  )
  if (done.length === 0)
    return (
      <EmptyState icon="clock" title={said.nothingYet}>
        <p>{said.nothingYetHint}</p>
      </EmptyState>
    )
  return (
    <Section title={said.happened}>
      <p class="hint">{said.happenedHint}</p>
      <p>{acts}</p>
      <Table
        caption={said.happened}
        rows={done}
        rowKey={({ caseId, seq }) => `${caseId}${seq}`}
        columns={[
          { key: 'when', label: said.when, header: true, cell: ({ at }) => <Time at={at} as="short" /> },
          { key: 'what', label: said.what, wide: true, cell: (line) => <What line={line} book={book} /> },
          {
            key: 'case',
            label: said.which,
            cell: ({ reference, entity }) => (
              <div class="two-lines">
                <Reference number={reference} />
                <small class="soft">{directory.entity(entity)?.name[locale]}</small>
              </div>
            ),
          },
          { key: 'told', label: said.told, cell: (line) => <Told line={line} /> },
        ]}
      />
    </Section>
  )
}

function What({ line: { step, rung, clock }, book }: { line: DoneByTime; book: PromiseBook }) {
  const words = useWords()
  const reader = useReader()
  const { cases } = words
  const happened = cases.happened[step as keyof typeof cases.happened] ?? step
  const name = clock && cases.clocks[clock as keyof typeof cases.clocks]?.name
  if (!rung || !name) return <>{happened}</>
  const at = book.ladder.find(({ id }) => id === rung)?.at
  return (
    <>
      {happened} · {name}
      {at && <span class="soft"> · {momentOf(at, words, reader)}</span>}
    </>
  )
}

function Told({ line: { tells, messages, notices } }: { line: DoneByTime }) {
  const { cases, time } = useWords()
  const reader = useReader()
  const roles = (tells ?? []).map((role) => cases.roles[role as keyof typeof cases.roles] ?? role)
  return (
    <div class="two-lines">
      {roles.length > 0 && <span>{formatList(reader, roles)}</span>}
      <small class="soft">
        {time.clock.messages(messages)} · {time.clock.notices(notices)}
      </small>
    </div>
  )
}
