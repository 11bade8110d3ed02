import type { Context } from 'hono'
import type { Directory } from '#entities'
import type { Officer } from '#people'
import { type ListedProblem, listProblems, type State } from '#problems'
import { EmptyState, Heading, LinkButton, Table, Tabs, Time, useLink, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import type { StaffEnv } from '../base/env.ts'
import { DeskPage } from '../desk/shell.tsx'
import { html } from '../html.ts'
import { mayDeclare, seesProblems } from './roles.ts'
import { StateTag } from './state-tag.tsx'

const VIEWS = {
  proposed: ['proposed'],
  open: ['open', 'fixing', 'came-back'],
  fixed: ['fixed', 'held'],
  past: ['rejected', 'merged'],
} as const satisfies Record<string, readonly State[]>
type View = keyof typeof VIEWS

/** Problems within the officer's reach; an entity has no proposals and nothing that was given up. */
export async function showList(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  if (!seesProblems(officer)) return c.notFound()
  const directory = await tools.directory()
  const views = viewsOf(officer)
  const asked = c.req.query('view')
  const view = views.find((each) => each === asked) ?? views[0] ?? 'open'
  const found = await listProblems(tools, officer, VIEWS[view])
  return html(c, <ListPage officer={officer} views={views} view={view} found={found} directory={directory} />)
}

const viewsOf = ({ grants }: Officer): View[] =>
  grants.some(({ role }) => ['analyst', 'operator', 'reviewer', 'releaser'].includes(role))
    ? ['proposed', 'open', 'fixed', 'past']
    : ['open', 'fixed']

interface ListPageProps {
  officer: Officer
  views: readonly View[]
  view: View
  found: readonly ListedProblem[]
  directory: Directory
}

function ListPage({ officer, views, view, found, directory }: ListPageProps) {
  const { problems: said } = useWords()
  const link = useLink()
  const acts = mayDeclare(officer) && (
    <LinkButton href={link('/desk/problems/new')} icon="plus" small>
      {said.declare}
    </LinkButton>
  )
  return (
    <DeskPage officer={officer} title={said.title} place="problems">
      <Heading title={said.title} lead={said.lead} acts={acts || undefined} />
      <Tabs
        label={said.tabs}
        tabs={views.map((each) => ({
          href: link(`/desk/problems?view=${each}`),
          label: said.views[each],
          current: each === view,
        }))}
      />
      {found.length === 0 ? (
        <EmptyState icon="check" title={said.none[view]}>
          <p>{said.noneHint}</p>
        </EmptyState>
      ) : (
        <ProblemTable found={found} directory={directory} />
      )}
    </DeskPage>
  )
}

function ProblemTable({ found, directory }: { found: readonly ListedProblem[]; directory: Directory }) {
  const { problems: said } = useWords()
  const reader = useReader()
  const { locale } = reader
  const link = useLink()
  const about = ({ category, place }: ListedProblem) =>
    [directory.category(category)?.name[locale], directory.place(place)?.name[locale]]
      .filter(Boolean)
      .join(' · ')
  return (
    <Table
      caption={said.title}
      rows={found}
      rowKey={({ id }) => id}
      rowHref={({ id }) => link(`/desk/problems/${id}`)}
      columns={[
        {
          key: 'problem',
          label: said.columns.problem,
          header: true,
          wide: true,
          cell: (one) => (
            <>
              <span class="subject">
                <bdi>{one.title[locale]}</bdi>
              </span>
              {about(one) !== one.title[locale] && <span class="line-facts soft">{about(one)}</span>}
            </>
          ),
        },
        {
          key: 'cases',
          label: said.columns.cases,
          number: true,
          named: true,
          cell: ({ cases }) => formatNumber(reader, cases),
        },
        { key: 'state', label: said.columns.state, cell: ({ state }) => <StateTag state={state} /> },
        {
          key: 'owner',
          label: said.columns.owner,
          cell: ({ entity }) => directory.entity(entity)?.name[locale] ?? said.noOwner,
        },
        {
          key: 'last',
          label: said.columns.last,
          named: true,
          cell: ({ lastAt }) => lastAt && <Time at={lastAt} as="short" />,
        },
        {
          key: 'due',
          label: said.columns.due,
          named: true,
          cell: ({ fixBy }) => fixBy && <Time at={fixBy} as="date" />,
        },
      ]}
    />
  )
}
