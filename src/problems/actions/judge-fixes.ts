import type { Db } from '#platform'
import { type Judged, judge, ratesOf } from '../model/verdict.ts'
import * as followers from '../store/followers.ts'
import * as own from '../store/problem-cases.ts'
import * as problems from '../store/problems.ts'
import { bySystem } from './by-system.ts'
import type { Tools } from './tools.ts'

/** What residents' voices say of each fix so far: held, came back, or too early. @returns how many changed */
export async function judgeFixes({ db, clock }: Tools): Promise<number> {
  let changed = 0
  for (const { id } of await problems.toJudge(db))
    if (await db.transaction((tx) => judgeOne(tx, id, clock.now()))) changed++
  return changed
}

async function judgeOne(tx: Db, id: string, now: Temporal.Instant): Promise<boolean> {
  const found = await problems.lock(tx, id)
  const said = found?.fixedAt ? await verdictOf(tx, id, found.fixedAt, now) : undefined
  if (!said || said.verdict === 'watching') return false
  const { before, after } = said
  return bySystem(tx, id, said.verdict === 'held' ? 'hold' : 'come-back', { before, after }, now)
}

/** The figures behind a verdict: cases, and followers, who would have been cases. */
export async function verdictOf(
  db: Db,
  id: string,
  fixedAt: Temporal.Instant,
  now: Temporal.Instant,
): Promise<Judged> {
  const voices = [...(await own.times(db, id)), ...(await followers.times(db, id))]
  const { before, after, lately } = ratesOf(voices, fixedAt, now)
  return judge(before, after, lately)
}
