import type { View } from '#cases'
import type { Directory } from '#entities'
import { holdsAny, type Officer, rolesOf } from '#people'
import { EmptyState, Heading, LinkButton, Notice, Pagination, Tabs, useLink, useWords } from '#ui'
import { FollowQueue } from './follow-queue.tsx'
import { type Asked, asAddress, isNarrowed } from './queue-address.ts'
import { QueueFilters } from './queue-filters.tsx'
import type { Line } from './queue-lines.ts'
import { QueueTable } from './queue-table.tsx'
import { mayRegister } from './roles.ts'
import { DeskPage } from './shell.tsx'

export interface QueuePageProps {
  officer: Officer
  directory: Directory
  asked: Asked
  /** How the texts of the lines begin, where something was looked for. */
  texts: ReadonlyMap<string, string>
  lines: readonly Line[]
  next?: string
  tabs: readonly { view: View; count?: number }[]
  most: number
  tooBroad: boolean
  done?: string
  /** Whether the queue that is shown is followed; undefined where none can be. */
  follows?: boolean
}

export function QueuePage({
  officer,
  directory,
  asked,
  texts,
  lines,
  next,
  tabs,
  most,
  tooBroad,
  done,
  follows,
}: QueuePageProps) {
  const { desk, cases } = useWords()
  const link = useLink()
  const { queue } = desk
  const waiting = tabs.find(({ view }) => view === 'turn')?.count
  const heading = asked.q ? queue.found(asked.q) : queue.views[asked.view]
  return (
    <DeskPage officer={officer} title={heading} place="queue" asked={asked.q} waiting={waiting}>
      <Heading
        title={heading}
        lead={asked.q ? undefined : leadOf(officer, asked.view, queue)}
        acts={
          mayRegister(officer) && (
            <LinkButton href={link('/centre/new')} icon="plus" small kind="quiet">
              {desk.places.register}
            </LinkButton>
          )
        }
      />
      {done && done in cases.happened && (
        <Notice kind="done" title={cases.happened[done as keyof typeof cases.happened]} />
      )}
      <Views tabs={tabs} asked={asked} most={most} />
      <QueueFilters officer={officer} directory={directory} asked={asked} />
      {follows !== undefined && <FollowQueue asked={asked} follows={follows} />}
      {tooBroad && (
        <Notice kind="warning">
          <p>{cases.refusals['too-broad']}</p>
        </Notice>
      )}
      {lines.length > 0 && <QueueTable lines={lines} directory={directory} asked={asked} texts={texts} />}
      {lines.length === 0 && !tooBroad && <Nothing asked={asked} />}
      <Pagination
        next={next && link(next)}
        first={asked.cursor && link(asAddress({ ...asked, cursor: undefined }))}
      />
    </DeskPage>
  )
}

function Views({ tabs, asked, most }: Pick<QueuePageProps, 'tabs' | 'asked' | 'most'>) {
  const { desk } = useWords()
  const link = useLink()
  const { views, lists, moreThan } = desk.queue
  return (
    <Tabs
      label={lists}
      tabs={tabs.map(({ view, count = 0 }) => ({
        href: link(asAddress({ view, sort: asked.sort })),
        label: count > most ? `${views[view]} · ${moreThan(most)}` : views[view],
        count: view === 'all' || count > most ? undefined : count,
        current: !asked.q && view === asked.view,
      }))}
    />
  )
}

/** Nothing here: says so, and what to do next. */
function Nothing({ asked }: { asked: Asked }) {
  const { desk } = useWords()
  const link = useLink()
  const { empty } = desk.queue
  if (isNarrowed(asked))
    return (
      <EmptyState icon="search" title={empty.narrowed}>
        <a href={link(asAddress({ view: asked.view }))}>{empty.widen}</a>
      </EmptyState>
    )
  const { view } = asked
  const title = view === 'turn' || view === 'late' || view === 'answered' ? empty[view] : empty.any
  return (
    <EmptyState icon={asked.view === 'all' ? 'inbox' : 'check'} title={title}>
      <a href={link(asAddress({ view: asked.view === 'turn' ? 'owed' : 'all' }))}>
        {asked.view === 'turn' ? empty.seeOwed : empty.seeAll}
      </a>
    </EmptyState>
  )
}

function leadOf(
  officer: Officer,
  view: View,
  { leads, about }: ReturnType<typeof useWords>['desk']['queue'],
) {
  if (view !== 'turn') return view in about ? about[view as keyof typeof about] : undefined
  const [role] = rolesOf(officer)
  return holdsAny(officer, ['reviewer', 'releaser', 'liaison', 'handler', 'agent']) && role && role in leads
    ? leads[role as keyof typeof leads]
    : leads.late
}
