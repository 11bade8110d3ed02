import type { Context } from 'hono'
import { listProblems, openProblem, UNFIXED } from '#problems'
import type { StaffEnv } from '../base/env.ts'
import type { Attempt } from '../desk/case/attempt.ts'
import { html } from '../html.ts'
import { ProblemPage } from './page.tsx'

/** A problem with what this officer may do. Out of reach and unknown are one answer. */
export async function showProblem(c: Context<StaffEnv>, attempt?: Attempt) {
  const { tools, officer } = c.var
  const found = await openProblem(tools, officer, c.req.param('id') ?? '')
  if (!found.ok) return c.notFound()
  const opened = found.value
  const others = opened.steps.includes('merge')
    ? (await listProblems(tools, officer, UNFIXED)).filter(({ id }) => id !== opened.problem.id)
    : []
  return html(
    c,
    <ProblemPage
      officer={officer}
      opened={opened}
      others={others}
      directory={await tools.directory()}
      now={tools.clock.now()}
      attempt={attempt}
      done={c.req.query('done')}
    />,
    attempt ? 422 : 200,
  )
}
