import type { Consumer, Db } from '#platform'
import { ownWay } from '../model/automatic-routing.ts'
import * as cases from '../store/cases.ts'
import { eventsAfter, type FedEvent } from '../store/feed.ts'
import * as lessons from '../store/lessons.ts'
import { latestModel } from '../store/models.ts'
import type { SuggestingTools } from './route-by-itself.ts'

/**
 * Keeps what people confirm beside what was proposed: the reader of the feed from which suggestions learn and by
 * which they are judged. The proposal is asked for before the model can have learned from this very case.
 */
export const lessonTaker = (tools: SuggestingTools): Consumer<FedEvent> => ({
  name: 'lessons',
  read: eventsAfter,
  async handle(tx, events) {
    for (const event of events) if (!event.imported) await take(tools, tx, event)
  },
})

async function take(tools: SuggestingTools, tx: Db, { caseId, seq, step, at }: FedEvent): Promise<void> {
  if (step === 'refuse' || step === 'contest') await lessons.doubtLesson(tx, caseId, at)
  if (step === 'release') await lessons.confirmLesson(tx, caseId, at)
  if (step !== 'route') return
  const [routing, submission] = [
    await lessons.routingAt(tx, caseId, seq),
    await lessons.submissionOf(tx, caseId),
  ]
  if (!routing?.category || !submission) return
  const suggestions = await tools.suggest(submission.text)
  const place = suggestions.findIndex(({ label }) => label === routing.category)
  await lessons.putLesson(tx, {
    caseId,
    proposed: suggestions[0]?.label ?? null,
    confidence: suggestions[0]?.confidence ?? 0,
    place: place < 0 ? null : place + 1,
    confirmed: routing.category,
    entity: routing.entity,
    by: routing.automatic ? 'nobody' : 'person',
    sampled: await wasSampled(tools, tx, caseId, submission, suggestions),
    model: (await latestModel(tx))?.version ?? 0,
    at,
  })
}

/** Whether it would have gone its own way, had it not been left to a person for checking. */
async function wasSampled(
  tools: SuggestingTools,
  tx: Db,
  caseId: string,
  submission: lessons.Submission,
  suggestions: Parameters<typeof ownWay>[2],
): Promise<boolean> {
  const found = await cases.find(tx, caseId)
  if (!found) return false
  const asReceived = { ...found, stage: 'received' as const, category: submission.category, routedAt: null }
  return ownWay(asReceived, submission, suggestions, await tools.directory())?.sampled ?? false
}
