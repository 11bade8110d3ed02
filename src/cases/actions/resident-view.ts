import { isId } from '#kernel'
import type { Db } from '#platform'
import { workingDaysLate, workingDaysLeft, workingTimeBetween } from '#promises'
import { type Answer, answerOf, filesShown, openQuestion } from '../model/answer.ts'
import { isOverdue } from '../model/promised-action.ts'
import type { CaseState } from '../model/state.ts'
import type { StepName } from '../model/steps.ts'
import { openSteps } from '../model/take.ts'
import { type TimelineEntry, timeline } from '../model/timeline.ts'
import * as cases from '../store/cases.ts'
import { eventsOf, type Happened } from '../store/events.ts'
import { type CaseFile, filesOf } from '../store/files.ts'
import { actionsOf, type TrackedAction } from '../store/replies.ts'
import * as resident from '../store/resident.ts'
import type { Tools } from './act.ts'
import { calendarOf } from './calendar-of.ts'

/** A case as its resident may see it: nothing internal, no name of staff, no other case. */
export interface ResidentView {
  state: CaseState
  /** Their own words. */
  said: { text: string; remedy?: string; place?: { text?: string; lat?: number; lon?: number } }
  timeline: TimelineEntry[]
  /** The last answer they got; an earlier one when the case was reopened since. */
  answer?: Answer
  actions: (TrackedAction & { late: boolean })[]
  files: CaseFile[]
  /** What they were asked and have not answered. */
  question?: string
  /** What they may do now. */
  steps: StepName[]
  /** Working days until the promised day, negative once it has passed, and the share of the time that is gone. */
  days: number
  /** Working days that the promised day has been past: 0 on that very day. Undefined until then. */
  late?: number
  elapsed: number
  outsideRemedy?: Partial<Record<'ar' | 'en', string>>
}

/**
 * Everything a resident's page says about a case. The caller has made sure that it is theirs.
 *
 * @returns undefined when there is no such case
 */
export async function residentView(tools: Tools, caseId: string): Promise<ResidentView | undefined> {
  const { db } = tools
  if (!isId(caseId)) return undefined
  const [found, events, files] = await Promise.all([
    cases.find(db, caseId),
    eventsOf(db, caseId),
    filesOf(db, caseId),
  ])
  const words = events[0]?.words
  if (!found) return undefined
  const { sector, onCall, parts, partsOpen, ...state } = found
  const shown = filesShown(events)
  const { actions: promised, outsideRemedy } = await afterAnswer(db, events)
  const followed = await answerFollowed(db, events)
  const [now, { timeZone }] = [tools.clock.now(), await tools.directory()]
  return {
    state,
    said: { text: words?.text ?? state.subject, remedy: words?.remedy, place: words?.place },
    timeline: timeline(events),
    answer: answerOf(events) ?? followed?.answer,
    actions: [...(followed?.actions ?? []), ...promised].map((each) => ({
      ...each,
      late: isOverdue(each, now, timeZone),
    })),
    files: files.filter(({ internal, seq }) => !internal && shown.has(seq)),
    question: state.stage === 'awaiting-resident' ? openQuestion(events) : undefined,
    steps: openSteps(found, { id: null, roles: ['resident'] }),
    ...(await howLong(tools, state)),
    outsideRemedy,
  }
}

/** Steps before which nothing was promised to the resident, and nobody needs to know where else to turn. */
const BEFORE_AN_ANSWER: readonly StepName[] = ['submit', 'route', 'assign', 'take-up', 'note', 'ask', 'add']

/** What only a case that has got further can have: most pages that are looked at are of cases that wait. */
async function afterAnswer(db: Db, events: readonly Happened[]) {
  if (events.every(({ step }) => BEFORE_AN_ANSWER.includes(step))) return { actions: [] }
  const [actions, outsideRemedy] = await Promise.all([
    actionsOf(db, events[0]?.caseId ?? ''),
    resident.outsideRemedy(db),
  ])
  return { actions, outsideRemedy }
}

/** Cases that a signed-in resident sent, the newest first; the last hundred. */
export const casesOfResident = (db: Db, residentId: string) => resident.casesOf(db, residentId, 100)

/** Whether a case is this resident's own. */
export const ownsCase = async (db: Db, residentId: string, caseId: string): Promise<boolean> =>
  isId(caseId) && resident.owns(db, residentId, caseId)

/** How much of the promised time has passed, by the clock of whoever has the case. */
export async function howLong(
  tools: Tools,
  state: Pick<CaseState, 'entity' | 'answerBy' | 'receivedAt'>,
): Promise<Pick<ResidentView, 'days' | 'late' | 'elapsed'>> {
  const calendar = calendarOf(state.entity, { directory: await tools.directory(), book: await tools.book() })
  const now = tools.clock.now()
  const spent = (until: Temporal.Instant) =>
    workingTimeBetween(state.receivedAt, until, calendar).total('seconds')
  const whole = spent(state.answerBy)
  return {
    days: workingDaysLeft(now, state.answerBy, calendar),
    late: workingDaysLate(now, state.answerBy, calendar),
    elapsed: whole > 0 ? Math.min(1, Math.max(0, spent(now) / whole)) : 1,
  }
}

/**
 * A case that was joined with another gets that one's answer. Its points stay there: they repeat what
 * another person wrote.
 */
async function answerFollowed(db: Db, events: readonly Happened[]) {
  const delivered = events.findLast(({ step }) => step === 'deliver')
  const other = delivered?.facts.other
  if (!other) return undefined
  const [history, actions] = await Promise.all([eventsOf(db, other), actionsOf(db, other)])
  const answer = answerOf(history)
  return answer && { answer: { ...answer, at: delivered.at, points: [], seq: 0 }, actions }
}
