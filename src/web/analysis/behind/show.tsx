import type { Context } from 'hono'
import { casesBehind } from '#insight'
import type { Officer } from '#people'
import { EmptyState, Heading, useLink, useWords } from '#ui'
import type { StaffEnv } from '../../base/env.ts'
import { linesOf } from '../../desk/queue-lines.ts'
import { DeskPage } from '../../desk/shell.tsx'
import { html } from '../../html.ts'
import { BehindPage } from './page.tsx'

/** The list behind a number of the figures; the address alone says which. */
export async function showBehind(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const found = await casesBehind(tools, officer, c.req.query())
  if (!found.ok)
    return found.reason === 'too-broad' ? html(c, <TooBroad officer={officer} />, 503) : c.notFound()
  const [directory, book, now] = [await tools.directory(), await tools.book(), tools.clock.now()]
  const cases = linesOf(
    found.value.lines.map((line) => line.case),
    { directory, book, now },
  )
  const lines = found.value.lines.map(({ at, nth }, place) => ({
    ...(cases[place] as (typeof cases)[0]),
    at,
    nth,
  }))
  const today = now.toZonedDateTimeISO(directory.timeZone).toPlainDate()
  return html(
    c,
    <BehindPage officer={officer} found={found.value} lines={lines} directory={directory} today={today} />,
  )
}

function TooBroad({ officer }: { officer: Officer }) {
  const { behind, insight } = useWords()
  const link = useLink()
  return (
    <DeskPage officer={officer} title={insight.title} place="analysis" back={link('/analysis')}>
      <Heading title={behind.tooBroad} />
      <EmptyState icon="clock" title={behind.tooBroadHint}>
        <a href={link('/analysis')}>{behind.back}</a>
      </EmptyState>
    </DeskPage>
  )
}
