import { takeStep } from '#cases'
import * as own from '../store/problem-cases.ts'
import type { Tools } from './tools.ts'

const BATCH = 100

/**
 * Writes into the history of cases that they belong to a problem, or no longer do, a hundred at a time. From these
 * events the figures know. @returns how many
 *
 * Behind the decision, because a problem may have thousands of cases and each has a history of its own.
 */
export const linkCases = (tools: Tools): Promise<number> =>
  tools.db.transaction(async (tx) => {
    const found = await own.unsaid(tx, BATCH)
    for (const each of found) {
      const { caseId, problemId: problem, leftOut } = each
      const step = leftOut ? 'unlink' : 'link'
      const taken = await takeStep(
        { ...tools, db: tx },
        { kind: 'system' },
        { caseId, step, input: { problem } },
      )
      if (!taken.ok) throw new Error(`a case could not take the step ${step}: ${taken.reason}`)
      await own.said(tx, each, leftOut ? null : taken.value.event.seq)
    }
    return found.length
  })
