import type { StepToTake, Who } from '#cases'
import type { Officer } from '#people'

/** A case of a month that is over, as the file tells it. */
export interface MonthSituation {
  monthsAgo: number
  day: number
  category: string
  language: 'ar' | 'en'
  /** Who had it when it was answered. */
  by: 'handler' | 'liaison'
  text: string
  /** From being handed over until the reply. */
  hours: number
  reply: { text: string; point: string; answer: string }
  action?: { text: string; inDays: number; kept?: number }
  returned?: { reason: string; text: string }
  reopened?: { objection: string; reason: string; text: string }
  solved: number
}

/** Somebody of the demonstration; with a number, another one of the same role. */
export type Staff = (role: string, entity?: string, nth?: number) => Officer

interface Timed {
  /** Hours after the step before. */
  after: number
  who: Who
  step: StepToTake['step']
  input: (now: Temporal.Instant) => object
}

const RESIDENT: Who = { kind: 'resident', id: null }

/** The steps of such a case, from being handed over to its end. */
export function stepsOf(situation: MonthSituation, entity: string, staff: Staff): Timed[] {
  const { by, hours, reply, action, returned, reopened, solved } = situation
  const [liaison, reviewer] = [who(staff('liaison', entity)), who(staff('reviewer'))]
  const answer = (after: number, text: string, promised = action): Timed =>
    timed(after, liaison, 'reply', (now) => replyOf({ ...reply, text }, now, promised))
  const released = [timed(9, reviewer, 'verify'), timed(3, who(staff('releaser')), 'release')]
  const [handler] = by === 'handler' ? [staff('handler', entity)] : []
  return [
    timed(2, reviewer, 'route', () => ({ entity })),
    handler ? timed(3, liaison, 'assign', () => assigned(handler)) : timed(3, liaison, 'take-up'),
    answer(hours - 3, reply.text),
    ...(returned
      ? [timed(6, reviewer, 'return', () => ({ reason: returned.reason })), answer(20, returned.text)]
      : []),
    ...released,
    ...(reopened
      ? [
          timed(20, RESIDENT, 'object', () => ({ reason: reopened.objection })),
          timed(30, who(staff('releaser', undefined, 1)), 'reopen', () => ({ reason: reopened.reason })),
          answer(20, reopened.text, undefined),
          ...released,
        ]
      : []),
    timed(5, RESIDENT, 'rate', () => ({ solved, respect: 5 })),
    ...(action?.kept ? [timed(action.kept * 24 - 17, liaison, 'fulfil', () => ({ action: 1 }))] : []),
    timed(1, RESIDENT, 'accept'),
  ]
}

const timed = (after: number, by: Who, step: Timed['step'], input: Timed['input'] = () => ({})): Timed => ({
  ...{ after, who: by, step, input },
})

const who = (officer: Officer): Who => ({ kind: 'staff', officer })

function assigned({ id, grants: [grant] }: Officer) {
  return { handler: id, ...(grant?.scope === 'unit' && { unit: grant.scopeId }) }
}

const replyOf = (
  { text, point, answer }: MonthSituation['reply'],
  now: Temporal.Instant,
  action: MonthSituation['action'],
) => ({
  ...{ text, outcome: 'solved', points: [{ point, answer }] },
  actions: action ? [{ text: action.text, dueOn: dayIn(now, action.inDays) }] : [],
})

const dayIn = (now: Temporal.Instant, days: number): string =>
  now.toZonedDateTimeISO('UTC').toPlainDate().add({ days }).toString()
