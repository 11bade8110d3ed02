import { submitCase, takeStep } from '#cases'
import type { Names } from '#entities'
import { newId } from '#kernel'
import type { Officer } from '#people'
import { answerToAll, readEverything, sendOn, type Tools, type Turn } from '#problems'
import { granted } from './granted.ts'
import { type Moving, passHours } from './pass-time.ts'
import { governorateOf } from './spread.ts'

export interface Situation {
  category: string
  /** Which of the governorates in which its usual entity answers, and which of that one's places. */
  governorate: number
  place: number
  daysAgo: number
  everyHours: number
  texts: string[]
  title?: Names
  cause?: string
  fix?: string
  announced?: { days: number } & Names
  fixedAfterDays?: number
  /** What everybody whose case belongs to it is answered when it is fixed. */
  answer?: string
  told?: Names
  backAfterDays?: number
  back?: string[]
}

export type Staff = (role: string, entity?: string | null) => Officer | undefined

/** Hours. */
const UNTIL_ROUTED = 2
/** Hours until each turn is taken, after the one before. */
const UNTIL: Readonly<Record<Turn, number>> = { reply: 3, verify: 5, release: 4 }

/** Everybody writes once, one after the other, and is sent on to whoever answers for it; then all is read. */
export async function bring(
  tools: Tools,
  clock: Moving,
  staff: Staff,
  situation: Situation,
  texts: string[],
): Promise<void> {
  const directory = await tools.directory()
  const governorate = governorateOf(directory, situation.category, situation.governorate)
  const place = governorate && directory.places(governorate.id, 'ar')[situation.place]
  const [reviewer, entity] = [staff('reviewer'), directory.category(situation.category)?.entityId]
  for (const text of texts) {
    const given = {
      type: 'complaint',
      category: situation.category,
      text,
      ...(place && { place: { id: place.id } }),
    }
    const key = { scope: 'seed', key: newId(), bodyHash: Buffer.of() }
    const { id } = granted(await submitCase(tools, {}, given, key)).state
    await passHours(tools, clock, UNTIL_ROUTED)
    if (reviewer && entity) {
      const step = { caseId: id, step: 'route', input: { entity, category: situation.category } } as const
      granted(await takeStep(tools, { kind: 'staff', officer: reviewer }, step))
    }
    await passHours(tools, clock, situation.everyHours - UNTIL_ROUTED)
  }
  await readEverything(tools)
}

/** The one answer goes to all of them, through both reviews. */
export async function answerThem(
  tools: Tools,
  clock: Moving,
  staff: Staff,
  owner: Officer | undefined,
  problem: string,
): Promise<void> {
  const takes = { reply: owner, verify: staff('reviewer'), release: staff('releaser') }
  for (const turn of ['reply', 'verify', 'release'] as const) {
    await passHours(tools, clock, UNTIL[turn])
    const officer = takes[turn]
    if (!officer) return
    const { cases } = granted(await answerToAll(tools, officer, problem, turn))
    const ids = cases.map(({ id }) => id)
    const { refused } = granted(await sendOn(tools, officer, problem, turn, ids))
    if (refused.length > 0) throw new Error(`${turn} was refused: ${JSON.stringify(refused)}`)
  }
}
