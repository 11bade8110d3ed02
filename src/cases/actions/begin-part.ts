import { newReference } from '#kernel'
import { apply, begin } from '../model/apply.ts'
import type { CaseEvent, Facts } from '../model/event.ts'
import type { CaseState } from '../model/state.ts'
import type { FoundCase } from '../store/cases.ts'
import { record, recordFirst } from '../store/record.ts'
import type { Moment } from './act.ts'
import { calendarOf } from './calendar-of.ts'
import { handOver } from './hand-over.ts'
import { nextActAt } from './next-act.ts'
import { startClock } from './start-clock.ts'

interface Part {
  id: string
  entity: string
  text: string
  category?: string
}

/** Makes one part of a split case and hands it to its entity: two events, as if it had come in and been routed. */
export async function beginPart(whole: FoundCase, part: Part, moment: Moment): Promise<void> {
  const words = { subject: whole.subject, text: part.text }
  const submitted = event(part.id, 1, 'submit', submission(whole, part, moment), moment)
  const received = begin(submitted)
  await recordFirst(moment.tx, { state: received, event: submitted, words, nextActAt: null })

  const entity = moment.directory.entity(part.entity)
  if (!entity) throw new Error(`No entity ${part.entity}: split checks it`)
  const category = part.category ?? whole.category ?? undefined
  const facts: Facts = {
    ...handOver(received, { entity, category, ...moment }),
    category,
    urgent: whole.urgent,
  }
  const routed = event(part.id, 2, 'route', facts, moment)
  const due = startClock(received, apply(received, routed, 'with-entity'), moment)
  const started = { ...routed, facts: { ...facts, due: due?.toString() } }
  const state = apply(received, started, 'with-entity')
  await record(moment.tx, { state, event: started, nextActAt: nextActAt(state, moment) })
}

const submission = (whole: CaseState, part: Part, moment: Moment): Facts => ({
  reference: newReference(moment.now.toZonedDateTimeISO(calendarOf(null, moment).timeZone).year),
  type: whole.type,
  subject: whole.subject,
  category: part.category ?? whole.category,
  channel: whole.channel,
  language: whole.language,
  place: whole.place,
  identityHidden: whole.identityHidden,
  urgent: whole.urgent,
  parent: whole.id,
  answerBy: whole.answerBy.toString(),
  due: whole.answerBy.toString(),
})

const event = (
  caseId: string,
  seq: number,
  step: CaseEvent['step'],
  facts: Facts,
  { now, taker }: Moment,
): CaseEvent => ({
  caseId,
  seq,
  step,
  at: now,
  role: step === 'submit' ? 'agent' : 'reviewer',
  actorId: taker.id,
  facts,
})
