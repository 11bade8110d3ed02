import type { Context } from 'hono'
import { casesOnCard } from '#insight'
import { EmptyState, Heading, useLink, useWords } from '#ui'
import type { StaffEnv } from '../base/env.ts'
import { linesOf } from '../desk/queue-lines.ts'
import { DeskPage } from '../desk/shell.tsx'
import { html } from '../html.ts'
import { BehindCardPage } from './behind-page.tsx'

/** The list behind a number of a card; the address alone says which. */
export async function showBehindCard(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  const id = c.req.param('id') ?? ''
  const found = await casesOnCard(tools, officer, { ...c.req.query(), id })
  if (!found.ok)
    return found.reason === 'too-broad' ? html(c, <TooBroad {...{ officer, id }} />, 503) : c.notFound()
  const [directory, book, now] = [await tools.directory(), await tools.book(), tools.clock.now()]
  const cases = linesOf(
    found.value.lines.map((line) => line.case),
    { directory, book, now },
  )
  const lines = found.value.lines.map(({ at, yes }, nth) => ({
    ...(cases[nth] as (typeof cases)[0]),
    ...{ at, yes, nth },
  }))
  return html(c, <BehindCardPage {...{ officer, found: found.value, lines, directory }} />)
}

function TooBroad({ officer, id }: Pick<Parameters<typeof DeskPage>[0], 'officer'> & { id: string }) {
  const { behind, evaluation } = useWords()
  const link = useLink()
  const back = link(`/evaluation/cards/${id}`)
  return (
    <DeskPage officer={officer} title={evaluation.title} place="evaluation" back={back}>
      <Heading title={behind.tooBroad} />
      <EmptyState icon="clock" title={evaluation.onCard.tooBroad}>
        <a href={back}>{evaluation.onCard.back}</a>
      </EmptyState>
    </DeskPage>
  )
}
