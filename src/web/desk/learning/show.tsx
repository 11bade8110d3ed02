import type { Context } from 'hono'
import { suggestionFigures } from '#cases'
import { holdsAny, type Officer } from '#people'
import type { StaffEnv } from '../../base/env.ts'
import { html } from '../../html.ts'
import { LearningPage } from './page.tsx'

/** Whoever routes, whoever writes the phrases, and whoever reads the figures of the nation. */
export const seesLearning = (officer: Officer): boolean => holdsAny(officer, ['reviewer', 'admin', 'analyst'])

/** How good the suggestions are. To everybody else the page is not there. */
export async function showLearning(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  if (!seesLearning(officer)) return c.notFound()
  const figures = await suggestionFigures(tools)
  return html(c, <LearningPage officer={officer} figures={figures} directory={await tools.directory()} />)
}
