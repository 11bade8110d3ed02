import type { Result } from '#kernel'
import type { Officer } from '#people'
import type { Problem } from '../model/problem.ts'
import { declareProblem, takeProblemStep } from './take-problem-step.ts'
import type { Tools } from './tools.ts'

/**
 * A problem that the operations room knows of, told to everybody at once: declared and announced, two events of one
 * transaction. A refusal of either leaves nothing.
 */
export const announceKnown = (
  tools: Tools,
  officer: Officer,
  { description, announcement }: { description: unknown; announcement: unknown },
): Promise<Result<Problem>> =>
  tools.db.transaction(async (tx) => {
    const within = { ...tools, db: tx }
    const declared = await declareProblem(within, officer, description)
    if (!declared.ok) return declared
    const { id } = declared.value
    return takeProblemStep(within, officer, { id, step: 'announce', input: announcement })
  })
