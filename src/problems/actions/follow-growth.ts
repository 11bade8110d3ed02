import type { Directory, Names } from '#entities'
import { newId } from '#kernel'
import type { Db } from '#platform'
import { mostCommon, placeOf, worthAgain, worthProposing } from '../model/growth.ts'
import type { Problem } from '../model/problem.ts'
import { ACTIVE } from '../model/steps.ts'
import * as clusters from '../store/clusters.ts'
import { takeClusterCases } from '../store/problem-cases.ts'
import * as problems from '../store/problems.ts'
import { bySystem } from './by-system.ts'
import type { Tools } from './tools.ts'

/** What follows from a cluster that grew: a proposal, a proposal once more, or new cases of a known problem. */
export async function followGrowth(tx: Db, tools: Tools, standing: clusters.Standing): Promise<void> {
  const now = tools.clock.now()
  const { id, problem, state, rejectedAtSize } = standing
  if (!problem) {
    if (worthProposing(standing, now)) await propose(tx, tools, id)
    return
  }
  if (state === 'rejected' && worthAgain(await clusters.sizeOf(tx, problem), rejectedAtSize ?? 0))
    await bySystem(tx, problem, 'propose-again', { cases: standing.size }, now)
  if (state && ACTIVE.includes(state)) await takeClusterCases(tx, problem)
}

/** Of so many newest cases the name of a proposal is made. */
const MOST_NAMING = 100

async function propose(tx: Db, tools: Tools, cluster: string): Promise<void> {
  const directory = await tools.directory()
  const at = tools.clock.now()
  const cases = await clusters.members(tx, cluster, MOST_NAMING)
  const category = mostCommon(cases.map((one) => one.category))
  const place = placeOf(
    cases.map((one) => directory.placePath(one.place).map(({ id }) => id)).filter((path) => path.length > 0),
  )
  const entity = directory.category(category)?.entityId ?? mostCommon(cases.map((one) => one.entity))
  const problem: Problem = {
    ...EMPTY,
    id: newId(),
    state: 'proposed',
    title: titleOf(category, place, directory),
    category,
    place,
    entity,
    proposedAt: at,
    seq: 1,
  }
  await problems.record(tx, problem, {
    problemId: problem.id,
    seq: 1,
    step: 'propose',
    at,
    role: 'system',
    actorId: null,
    facts: { title: problem.title, category, place, entity, cases: cases.length },
  })
  await clusters.assign(tx, cluster, problem.id)
}

/** What a problem is before anybody did anything. */
export const EMPTY: Omit<Problem, 'id' | 'state' | 'title' | 'proposedAt' | 'seq'> = {
  category: null,
  place: null,
  entity: null,
  cause: null,
  fix: null,
  fixBy: null,
  told: null,
  mergedInto: null,
  rejectedAtSize: null,
  openedAt: null,
  fixedAt: null,
  judgedAt: null,
  followers: 0,
}

/** Category and place until an analyst gives it a name; nobody's own words, which may name them. */
function titleOf(category: string | null, place: string | null, directory: Directory): Names {
  const names = [directory.category(category)?.name, directory.place(place)?.name].filter((name) => !!name)
  const title = (locale: 'ar' | 'en') => names.map((name) => name?.[locale]).join(' · ')
  return { ar: title('ar') || '—', en: title('en') || '—' }
}
