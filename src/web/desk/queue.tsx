import type { Context } from 'hono'
import { beginnings, countDesk, type DeskPage, listDesk, turnsOf, type View } from '#cases'
import { parseReference } from '#kernel'
import type { StaffEnv } from '../base/env.ts'
import { html } from '../html.ts'
import { followsQueue } from './follow-queue.tsx'
import { type Asked, asAddress, readAsked } from './queue-address.ts'
import { linesOf } from './queue-lines.ts'
import { QueuePage } from './queue-page.tsx'
import { homeOf } from './roles.ts'

/** Views with a tab of their own, in their order. */
const TABS = ['turn', 'owed', 'late', 'answered', 'all'] as const satisfies readonly View[]
/** Of all cases no number is shown: it would only grow. */
const COUNTED = TABS.slice(0, -1)
/** Counting stops here: what is more is shown as "more than". */
const MOST = 99

/** What needs this officer first; narrowed, searched and paged by the address alone. */
export async function showQueue(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const home = homeOf(officer)
  if (home !== '/desk') return c.redirect(`/${c.var.page.reader.locale}${home}`, 303)
  const usual = turnsOf(officer).length > 0 ? 'turn' : 'owed'
  const asked = readAsked(c.req.query(), usual)
  const [answer, counts, directory] = await Promise.all([
    listDesk(tools, officer, asked),
    countDesk(
      tools,
      officer,
      COUNTED.map((view) => ({ view })),
      MOST,
    ),
    tools.directory(),
  ])
  const found: DeskPage = answer.ok ? answer.value : { cases: [], next: null }
  const [only] = found.cases
  // Whoever typed a whole number wants that case, not a list of one.
  if (only && asked.q && parseReference(asked.q))
    return c.redirect(`/${c.var.page.reader.locale}/desk/cases/${only.id}`, 303)
  return html(
    c,
    <QueuePage
      officer={officer}
      directory={directory}
      asked={asked}
      lines={linesOf(found.cases, { directory, book: await tools.book(), now: tools.clock.now() })}
      texts={await textsOf(c, asked, found)}
      next={next(asked, found)}
      tabs={TABS.map((view, at) => ({ view, count: counts[at] }))}
      most={MOST}
      tooBroad={!answer.ok}
      done={c.req.query('done')}
      follows={await followsQueue(tools, officer, asked)}
    />,
  )
}

/** Only where something was looked for does the list show where it stands. */
const textsOf = (c: Context<StaffEnv>, { q }: Asked, { cases }: DeskPage) =>
  beginnings(c.var.tools, c.var.officer, q ? cases.map(({ id }) => id) : [])

const next = (asked: Asked, { next }: DeskPage) => (next ? asAddress({ ...asked, cursor: next }) : undefined)
