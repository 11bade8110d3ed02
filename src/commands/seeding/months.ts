import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { submitCase, takeStep } from '#cases'
import {
  commentOn,
  type EvaluationTools,
  evaluation,
  freezeAgain,
  keepEvaluations,
  qualityQueue,
  reviewReply,
} from '#insight'
import { newId, stoppedClock } from '#kernel'
import { findOfficer, type Officer } from '#people'
import { demonstrationAccounts } from './demonstration.ts'
import { granted } from './granted.ts'
import { type MonthSituation, type Staff, stepsOf } from './month-steps.ts'
import { passHours } from './pass-time.ts'
import { somewhere } from './spread.ts'

type Tools = Parameters<typeof submitCase>[0] & EvaluationTools

const FILE = join(import.meta.dirname, '../../../db/seeds/countries/months.json')
/** On this day some replies of the last month have been reviewed; the others wait for whoever tries it out. */
const REVIEWED_ON = 5
const SOME = 6
const ALL = 99

/**
 * Two months of work that are over, so that a demonstration has evaluations to read. Cases live as any others do, and
 * the months are frozen, reviewed and frozen again by what does it every month, with the clock set back.
 */
export async function seedMonths(tools: Tools, country: string): Promise<void> {
  const situations: MonthSituation[] = JSON.parse(readFileSync(FILE, 'utf8'))
  const staff = await staffOf(tools, country)
  const { timeZone: zone } = await tools.directory()
  const today = tools.clock.now().toZonedDateTimeISO(zone).toPlainDate()
  const on = (monthsAgo: number, day: number, hour: number) =>
    momentOf(today.with({ day: 1 }).subtract({ months: monthsAgo }).with({ day }), hour, zone)
  for (const [nth, each] of situations.entries())
    await live(tools, staff, { ...each, nth }, on(each.monthsAgo, each.day, 8))

  const at = (moment: Temporal.Instant) => ({ ...tools, clock: stoppedClock(moment) })
  await keepEvaluations(at(on(1, 1, 6)))
  await review(at(on(1, 9, 10)), staff, ALL)
  await keepEvaluations(at(on(1, 25, 6)))
  await comment(at(on(1, 26, 10)), staff('head'))
  if (Temporal.Instant.compare(on(0, 1, 6), tools.clock.now()) > 0) return
  await keepEvaluations(at(on(0, 1, 6)))
  if (today.day < REVIEWED_ON) return
  await review(at(on(0, REVIEWED_ON - 1, 9)), staff, SOME)
  const month = today.subtract({ months: 1 }).toPlainYearMonth().toString()
  const note = 'دخلت أولى مراجعات الردود'
  granted(await freezeAgain(at(on(0, REVIEWED_ON - 1, 12)), staff('analyst'), { month, note }))
}

const momentOf = (day: Temporal.PlainDate, hour: number, timeZone: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone, plainTime: { hour } }).toInstant()

async function live(
  tools: Tools,
  staff: Staff,
  situation: MonthSituation & { nth: number },
  began: Temporal.Instant,
) {
  const { category, text, language, nth } = situation
  const clock = stoppedClock(began)
  const then = { ...tools, clock }
  const key = { scope: 'seed', key: newId(), bodyHash: Buffer.of() }
  const directory = await tools.directory()
  const type = 'complaint'
  const given = {
    type,
    category,
    text,
    requester: { language },
    ...somewhere(directory, nth, { type, category }),
  }
  const { id } = granted(await submitCase(then, {}, given, key)).state
  const entity = directory.category(category)?.entityId ?? ''
  for (const { after, who, step, input } of stepsOf(situation, entity, staff)) {
    await passHours(then, clock, after)
    const taken = await takeStep(then, who, { caseId: id, step, input: input(clock.now()) })
    if (!taken.ok) throw new Error(`${step} of «${text.slice(0, 30)}» was refused: ${JSON.stringify(taken)}`)
  }
}

/** What the replies of the sample come to: those that say nothing were returned and never reached anybody. */
const MARKS = [
  { points: '4', outcome: '4', nextStep: '3', tone: '4', language: '4' },
  { points: '3', outcome: '4', nextStep: '2', tone: '4', language: '3' },
  { points: '2', outcome: '3', nextStep: '2', tone: '4', language: '4' },
  { points: '4', outcome: '3', nextStep: '4', tone: '3', language: '4' },
  { points: '3', outcome: '2', nextStep: '1', tone: '3', language: '3' },
]

/** Some waiting replies are reviewed by somebody who had no hand in them. */
async function review(tools: Tools, staff: Staff, most: number) {
  const reviewer = staff('analyst')
  const waiting = (await qualityQueue(tools, reviewer)) ?? []
  const byEntity = Map.groupBy(waiting, ({ entity }) => entity)
  // As many of each entity.
  const each = Math.ceil(most / Math.max(1, byEntity.size))
  const chosen = [...byEntity.values()].flatMap((replies) => replies.slice(0, each))
  for (const [nth, one] of chosen.entries())
    granted(await reviewReply(tools, reviewer, { ...one, marks: MARKS[nth % MARKS.length] ?? {} }))
}

/** A head answers for the entity. */
async function comment(tools: Tools, head: Officer) {
  const [card] = granted(await evaluation(tools, head, {})).entities
  const said =
    'كان نصف الفنيين في دورة السلامة حتى منتصف الشهر، فتأخر ما تأخر. عادوا، ويظهر ذلك في الشهر التالي.'
  if (card) granted(await commentOn(tools, head, { card: card.id, said }))
}

async function staffOf({ db, clock }: Tools, country: string): Promise<Staff> {
  const found: { role: string; email: string; officer: Officer }[] = []
  for (const { email, role } of demonstrationAccounts(country)) {
    const officer = await findOfficer(db, email, clock.now())
    if (officer) found.push({ role, email, officer })
  }
  return (role, entity, nth = 0) => {
    // A handler may hold a unit of the entity: both have their addresses at the same place.
    const place = found
      .find(({ officer }) => officer.grants.some(({ scopeId }) => scopeId === entity))
      ?.email.split('.')[1]
    const fitting = found.filter((one) => one.role === role && (!entity || one.email.split('.')[1] === place))
    const one = fitting[nth] ?? fitting[0]
    if (!one) throw new Error(`The demonstration has nobody who is ${role} of ${entity ?? 'the nation'}`)
    return one.officer
  }
}
