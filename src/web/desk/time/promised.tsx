import type { Context } from 'hono'
import { type ListedPromise, listPromised, PROMISED_VIEWS, type PromisedView } from '#cases'
import type { Directory } from '#entities'
import type { Officer } from '#people'
import { EmptyState, Heading, Reference, Table, Tabs, Tag, Time, useLink, useReader, useWords } from '#ui'
import { formatDate } from '#words'
import type { StaffEnv } from '../../base/env.ts'
import { html } from '../../html.ts'
import { DeskPage } from '../shell.tsx'

/** What entities promised in their replies, within the officer's reach. */
export async function showPromised(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const view = PROMISED_VIEWS.find((each) => each === c.req.query('view')) ?? 'open'
  const found = await listPromised(tools, officer, view)
  const directory = await tools.directory()
  return html(c, <PromisedPage officer={officer} view={view} found={found} directory={directory} />)
}

interface PromisedPageProps {
  officer: Officer
  view: PromisedView
  /** Missing when it would have taken too long. */
  found: readonly ListedPromise[] | undefined
  directory: Directory
}

function PromisedPage({ officer, view, found, directory }: PromisedPageProps) {
  const { promised, soon } = useWords().time
  const link = useLink()
  const tabs = PROMISED_VIEWS.map((each) => ({
    href: link(`/desk/promised?view=${each}`),
    label: promised.views[each],
    current: each === view,
  }))
  return (
    <DeskPage officer={officer} title={promised.title} place="promised">
      <Heading title={promised.title} lead={promised.lead} />
      <Tabs label={promised.tabs} tabs={tabs} />
      {found === undefined && <p>{soon.broad}</p>}
      {found?.length === 0 && (
        <EmptyState icon="check" title={promised.none}>
          <p>{promised.noneHint}</p>
        </EmptyState>
      )}
      {found && found.length > 0 && <PromisedTable found={found} directory={directory} />}
    </DeskPage>
  )
}

function PromisedTable({ found, directory }: { found: readonly ListedPromise[]; directory: Directory }) {
  const { promised } = useWords().time
  const link = useLink()
  return (
    <Table
      caption={promised.title}
      rows={found}
      rowKey={({ caseId, number }) => `${caseId}${number}`}
      rowHref={({ caseId }) => link(`/desk/cases/${caseId}#promised`)}
      columns={[
        {
          key: 'what',
          label: promised.what,
          header: true,
          wide: true,
          cell: ({ action }) => <bdi>{action}</bdi>,
        },
        { key: 'due', label: promised.due, cell: (line) => <Due line={line} /> },
        { key: 'who', label: promised.who, cell: (line) => <Promiser line={line} directory={directory} /> },
        {
          key: 'case',
          label: promised.which,
          cell: ({ reference, subject }) => (
            <div class="two-lines">
              <Reference number={reference} />
              <small class="soft">
                <bdi>{subject}</bdi>
              </small>
            </div>
          ),
        },
      ]}
    />
  )
}

function Due({ line: { dueOn, doneAt, late, soon } }: { line: ListedPromise }) {
  const { promised } = useWords().time
  const reader = useReader()
  return (
    <div class="two-lines">
      <span>
        <Time at={dueOn} as="date" />
      </span>
      {doneAt ? (
        <Tag state="done" icon="check">
          {promised.kept(formatDate(reader, doneAt))}
        </Tag>
      ) : (
        <Tag state={late ? 'late' : soon ? 'soon' : 'on-time'} icon={late ? 'alert' : 'clock'}>
          {late ? promised.late : soon ? promised.soon : promised.waiting}
        </Tag>
      )}
    </div>
  )
}

function Promiser({ line, directory }: { line: ListedPromise; directory: Directory }) {
  const { locale } = useReader()
  const unit = directory.unit(line.unit)?.name[locale]
  return (
    <div class="two-lines">
      <span>{directory.entity(line.entity)?.name[locale]}</span>
      {unit && <small class="soft">{unit}</small>}
    </div>
  )
}
