import { takeStep } from '#cases'
import * as own from '../store/problem-cases.ts'
import type { Tools } from './tools.ts'

const BATCH = 100

/**
 * Writes into the history of cases that they belong to a problem, a hundred at a time. @returns how many
 *
 * Behind the decision, because a problem may have thousands of cases and each has a history of its own.
 */
export const linkCases = (tools: Tools): Promise<number> =>
  tools.db.transaction(async (tx) => {
    const found = await own.unlinked(tx, BATCH)
    for (const each of found) {
      const { caseId, problemId: problem } = each
      const taken = await takeStep(
        { ...tools, db: tx },
        { kind: 'system' },
        { caseId, step: 'link', input: { problem } },
      )
      if (!taken.ok) throw new Error(`a case could not be linked: ${taken.reason}`)
      await own.linked(tx, each, taken.value.event.seq)
    }
    return found.length
  })
