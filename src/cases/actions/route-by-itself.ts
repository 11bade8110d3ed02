import type { Suggestion } from '#language'
import type { Consumer, Db } from '#platform'
import { ownWay } from '../model/automatic-routing.ts'
import * as cases from '../store/cases.ts'
import { eventsAfter, type FedEvent } from '../store/feed.ts'
import { submissionOf } from '../store/lessons.ts'
import type { Tools } from './act.ts'
import { takeStep } from './take-step.ts'

export interface SuggestingTools extends Tools {
  /** Categories that a text is about, the likeliest first. */
  suggest(text: string): Promise<Suggestion[]>
}

/** What was submitted longer ago has been waiting for a person, and is left to one. */
const STILL_NEW = { hours: 24 }

/**
 * Routes new cases without a person where their entity allows it: the reader of the feed that stands in for the
 * central office. Everybody else learns of it from the event, which says that the system took the step.
 */
export const automaticRouter = (tools: SuggestingTools): Consumer<FedEvent> => ({
  name: 'automatic-routing',
  read: eventsAfter,
  async handle(tx, events) {
    const directory = await tools.directory()
    if (!directory.entities('ar').some(({ routeAbove }) => typeof routeAbove === 'number')) return
    const since = tools.clock.now().subtract(STILL_NEW)
    for (const { caseId, step, at, imported } of events) {
      if (step === 'submit' && !imported && Temporal.Instant.compare(at, since) > 0)
        await route(tools, tx, caseId)
    }
  },
})

async function route(tools: SuggestingTools, tx: Db, caseId: string): Promise<void> {
  const submission = await submissionOf(tx, caseId)
  if (!submission) return
  const suggestions = await tools.suggest(submission.text)
  const found = await cases.lock(tx, caseId)
  const way = found && ownWay(found, submission, suggestions, await tools.directory())
  if (!way || way.sampled) return
  const { entity, category, confidence } = way
  const input = { entity, category, confidence: Math.round(confidence * 1000) / 1000 }
  // A refusal is no fault: somebody was quicker.
  await takeStep({ ...tools, db: tx }, { kind: 'system' }, { caseId, step: 'route', input })
}
