import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stoppedClock } from '#kernel'
import { findOfficer, type Officer } from '#people'
import {
  judgeFixes,
  linkCases,
  listProblems,
  type Problem,
  type ProblemStep,
  type Tools,
  takeProblemStep,
} from '#problems'
import { workingDayAfter } from '#promises'
import { demonstrationAccounts } from './demonstration.ts'
import { granted } from './granted.ts'
import { type Moving, passTime } from './pass-time.ts'
import { answerThem, bring, type Situation, type Staff } from './problem-cases.ts'

const FILE = join(import.meta.dirname, '../../../db/seeds/countries/problems.json')

/**
 * Recurring problems of a demonstration: one proposed, one announced and being fixed, one whose fix held, one that
 * came back. Their cases are submitted and read like any others, and people do the rest, with the clock set back.
 */
export async function seedProblems(tools: Tools, country: string): Promise<void> {
  const situations: Situation[] = JSON.parse(readFileSync(FILE, 'utf8'))
  const staff = await staffOf(tools, country)
  for (const situation of situations) await live(tools, staff, situation)
  await judgeFixes(tools)
}

async function staffOf({ db, clock }: Tools, country: string): Promise<Staff> {
  const found: { role: string; scopeId?: string; officer?: Officer }[] = []
  for (const { email, role, scopeId } of demonstrationAccounts(country))
    found.push({ role, scopeId, officer: await findOfficer(db, email, clock.now()) })
  return (role, entity) =>
    found.find((one) => one.role === role && (!entity || one.scopeId === entity))?.officer
}

async function live(tools: Tools, staff: Staff, situation: Situation): Promise<void> {
  const began = tools.clock.now().subtract({ hours: 24 * situation.daysAgo })
  const clock = stoppedClock(began)
  const then = { ...tools, clock }
  await bring(then, clock, staff, situation, situation.texts)
  const analyst = staff('analyst')
  const problem = analyst && (await proposal(then, analyst, situation.category))
  if (!analyst || !problem || !situation.title) return
  const take = async (officer: Officer | undefined, step: ProblemStep['step'], input: object) => {
    if (officer) granted(await takeProblemStep(then, officer, { id: problem.id, step, input }))
  }
  await decided(take, {
    analyst,
    staff,
    problem,
    situation,
    fixBy: await plannedFor(then, problem, situation),
  })
  while ((await linkCases(then)) > 0);
  if (situation.fixedAfterDays !== undefined) {
    await passTime(then, clock, began.add({ hours: 24 * situation.fixedAfterDays }))
    const today = todayOf(clock, (await tools.directory()).timeZone)
    await take(ownerOf(staff, problem), 'fix', { on: today.toString() })
    const { answer } = situation
    if (answer) {
      await take(ownerOf(staff, problem), 'answer', { text: answer, outcome: 'solved' })
      await answerThem(then, clock, staff, ownerOf(staff, problem), problem.id)
    }
    if (situation.told)
      await take(analyst, 'publish', { toldAr: situation.told.ar, toldEn: situation.told.en })
  }
  if (situation.back) {
    await passTime(then, clock, began.add({ hours: 24 * (situation.backAfterDays ?? 0) }))
    await bring(then, clock, staff, situation, situation.back)
    await judgeFixes(then)
  } else if (situation.fixedAfterDays !== undefined) await watch(then, clock, tools.clock.now())
}

/** Week by week until a fix is judged, or until now: nobody says that it held before it has. */
async function watch(tools: Tools, clock: Moving, now: Temporal.Instant) {
  for (;;) {
    const next = clock.now().add({ hours: 24 * 7 })
    if (Temporal.Instant.compare(next, now) > 0 || (await judgeFixes(tools)) > 0) return
    await passTime(tools, clock, next)
  }
}

interface Deciding {
  analyst: Officer
  staff: Staff
  problem: Problem
  situation: Situation
  /** What is announced is announced until it is to be fixed. */
  fixBy: Temporal.PlainDate
}

/** Accepted, with its cause and what will be done; announced where the situation says so. */
async function decided(
  take: (officer: Officer | undefined, step: ProblemStep['step'], input: object) => Promise<void>,
  { analyst, staff, problem, situation, fixBy }: Deciding,
) {
  const { title, cause, fix, announced } = situation
  const { category, place, entity } = problem
  const about = { category: category ?? '', place: place ?? '', entity: entity ?? '' }
  await take(analyst, 'accept', { ...about, titleAr: title?.ar, titleEn: title?.en })
  const owner = ownerOf(staff, problem)
  if (cause) await take(owner, 'cause', { cause })
  if (fix) await take(owner, 'plan', { fix, fixBy: fixBy.toString() })
  if (!announced) return
  const { ar: textAr, en: textEn } = announced
  await take(staff('operator'), 'announce', { ...about, textAr, textEn, until: fixBy.toString() })
}

const ownerOf = (staff: Staff, { entity }: Problem) => staff('liaison', entity) ?? staff('head', entity)

const DAYS_TO_FIX = 30

/** A day on which the owner is at work. */
async function plannedFor(tools: Tools, { entity }: Problem, { announced }: Situation) {
  const [directory, book] = [await tools.directory(), await tools.book()]
  const { calendarId } = directory.entity(entity) ?? directory.central ?? {}
  const days = (announced?.days ?? DAYS_TO_FIX) - 1
  const before = todayOf(tools.clock, directory.timeZone).add({ days })
  return calendarId ? workingDayAfter(before, book.calendar(calendarId)) : before
}

const todayOf = (clock: Tools['clock'], zone: string) => clock.now().toZonedDateTimeISO(zone).toPlainDate()

async function proposal(tools: Tools, analyst: Officer, category: string): Promise<Problem | undefined> {
  const found = await listProblems(tools, analyst, ['proposed'])
  return found.find((one) => one.category === category)
}
