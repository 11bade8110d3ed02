import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { submitCase, type Tools } from '#cases'
import { loadDirectory } from '#entities'
import { newId, stoppedClock } from '#kernel'
import type { Officer } from '#people'
import { sql } from '#platform'
import { loadPromiseBook } from '#promises'
import { officer } from '../../test/kit/country.ts'
import { freshDatabase } from '../../test/kit/database.ts'
import { heardAll } from '../../test/kit/heard.ts'
import { type PlantedCase, plantedHistory } from '../../test/kit/planted.ts'
import { seedCountry } from '../commands/seeding/seed-country.ts'
import {
  judgeFixes,
  listProblems,
  type ProblemStep,
  problemFinder,
  readEverything,
  rebuildProblems,
  takeProblemStep,
} from './index.ts'
import { TRIED, UNSEEN } from './planted.examples.ts'

const CATEGORIES = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../db/seeds/reference/categories.json'), 'utf8'),
)

async function bahrain(t: TestContext) {
  const { db } = await freshDatabase(t)
  const clock = stoppedClock('2026-08-01T08:00:00+03:00')
  await seedCountry({ db, clock } as never, 'bahrain', { demonstration: false })
  const [directory, book] = [await loadDirectory(db), await loadPromiseBook(db)]
  const tools: Tools = { db, clock, directory: async () => directory, book: async () => book }
  const towns = directory
    .places(null, 'ar')
    .flatMap(({ id }) => directory.places(id, 'ar'))
    .map(({ id }) => id)
  return { tools, clock, towns, db }
}

type Bahrain = Awaited<ReturnType<typeof bahrain>>

/** Brings the cases in their order, reading the feed now and then. @returns which fault each case is about */
async function bring({ tools, clock, db }: Bahrain, cases: readonly PlantedCase[], every = 50) {
  const began = clock.now()
  const truth = new Map<string, string | null>()
  for (const [at, { text, category, place, hour, fault, phone }] of cases.entries()) {
    clock.set(began.add({ hours: hour }))
    const given = {
      type: 'complaint',
      text,
      category,
      place: place ? { id: place } : undefined,
      requester: { phone },
    }
    const made = await submitCase(tools, {}, given, { scope: 'test', key: newId(), bodyHash: Buffer.of() })
    assert.ok(made.ok, JSON.stringify(made))
    truth.set(made.value.state.id, fault)
    if (at % every === 0) await heardAll(db, problemFinder(tools))
  }
  await readEverything(tools)
  return truth
}

const proposedCases = ({ db }: Bahrain) =>
  db.rows<{ problem: string; caseId: string }>(sql`
    select k.problem_id as problem, s.case_id as "caseId"
      from problem_sightings s join problem_clusters k on k.id = s.cluster_id
      join problems p on p.id = k.problem_id where p.state = 'proposed' order by 1, 2`)

/** Each proposal counts for the fault that most of its cases are about. */
function figures(found: { problem: string; caseId: string }[], truth: Map<string, string | null>) {
  const proposals = [...Map.groupBy(found, ({ problem }) => problem).values()].map((cases) => {
    const faults = Map.groupBy(cases, ({ caseId }) => truth.get(caseId) ?? 'noise')
    const [fault, right] = [...faults].sort(([, a], [, b]) => b.length - a.length)[0] ?? ['', []]
    return { fault, right: right.length, size: cases.length }
  })
  const real = proposals.filter(({ fault }) => fault !== 'noise')
  const planted = [...truth.values()].filter(Boolean).length
  const right = real.reduce((sum, each) => sum + each.right, 0)
  return {
    cases: truth.size,
    planted,
    proposals: proposals.length,
    noiseProposals: proposals.length - real.length,
    faultsFound: new Set(real.map(({ fault }) => fault)).size,
    precision:
      right /
      Math.max(
        1,
        proposals.reduce((sum, { size }) => sum + size, 0),
      ),
    recall: right / planted,
    sizes: proposals,
  }
}

for (const [name, faults] of [
  ['faults that the limits were chosen on', TRIED],
  ['faults never seen before', UNSEEN],
] as const)
  test(`${name} are proposed from among noise, and hardly any noise is`, async (t) => {
    const country = await bahrain(t)
    const truth = await bring(country, plantedHistory(faults, CATEGORIES, country.towns, { noise: 500 }))
    const found = figures(await proposedCases(country), truth)
    t.diagnostic(JSON.stringify(found))
    assert.equal(found.faultsFound, faults.length)
    assert.ok(found.noiseProposals <= 1, `${found.noiseProposals} proposals of noise`)
    assert.ok(found.precision >= 0.75, `precision ${found.precision}`)
    assert.ok(found.recall >= 0.85, `recall ${found.recall}`)
  })

test('reading everything anew, or in other batches, finds the same', async (t) => {
  const country = await bahrain(t)
  const partition = async () => {
    const rows = await country.db.rows<{ cluster: string; caseId: string }>(
      sql`select cluster_id as cluster, case_id as "caseId" from problem_sightings where cluster_id is not null order by 2`,
    )
    return [...Map.groupBy(rows, ({ cluster }) => cluster).values()]
      .map((cases) => cases.map(({ caseId }) => caseId).join())
      .sort()
  }
  await bring(country, plantedHistory(TRIED, CATEGORIES, country.towns, { noise: 120 }), 7)
  const first = await partition()
  // As if nothing had come of it, so that nothing is remembered.
  await country.db.run(sql`update problem_clusters set problem_id = null`)
  await rebuildProblems(country.tools)
  assert.deepEqual(await partition(), [])
  await readEverything(country.tools)
  assert.deepEqual(await partition(), first)
})

test('history that is older than a case can be met is not read; what is four months old still is', async (t) => {
  const country = await bahrain(t)
  await bring(country, plantedHistory(TRIED, CATEGORIES, country.towns, { noise: 20, days: 1 }))
  const readAgo = async (days: number) => {
    await country.db.run(
      sql`update cases set received_at = ${country.clock.now()}::timestamptz - make_interval(days => ${days})`,
    )
    await country.db.run(sql`update problem_clusters set problem_id = null`)
    await rebuildProblems(country.tools)
    await readEverything(country.tools)
    return (await country.db.row<{ n: number }>(sql`select count(*)::int as n from problem_sightings`))?.n
  }
  assert.equal(await readAgo(120), 50)
  assert.equal(await readAgo(121), 0)
})

test('planted faults go all the way among noise: proposed, accepted, fixed, and held; one comes back', async (t) => {
  const country = await bahrain(t)
  const { tools, clock, db } = country
  await bring(country, plantedHistory(TRIED, CATEGORIES, country.towns, { noise: 200 }))
  const analyst = await officer(db, 'Ahlam', 'analyst')
  const proposals = await listProblems(tools, analyst, ['proposed'])
  assert.deepEqual(
    proposals.map(({ category }) => category).sort(),
    TRIED.map(({ category }) => category).sort(),
  )
  for (const { id, category } of proposals) {
    const entity = 'ministry-of-works'
    const liaison = await officer(db, 'Salem', 'liaison', 'entity', entity)
    const take = async (who: Officer, step: ProblemStep['step'], input: object) => {
      const taken = await takeProblemStep(tools, who, { id, step, input })
      assert.ok(taken.ok, JSON.stringify(taken))
    }
    const today = clock.now().toZonedDateTimeISO('Asia/Bahrain').toPlainDate().toString()
    await take(analyst, 'accept', { titleAr: 'مشكلة', titleEn: 'A problem', category, place: '', entity })
    await take(liaison, 'plan', { fix: 'العمل كله', fixBy: today })
    await take(liaison, 'fix', { on: today })
  }
  clock.forward({ hours: 24 * 4 })
  const again = TRIED.slice(0, 1).map((fault) => ({ ...fault, told: fault.told.slice(0, 5) }))
  const later = { noise: 50, days: 8, seed: 9 }
  await bring(country, plantedHistory(again, CATEGORIES, country.towns, later))
  await judgeFixes(tools)
  clock.forward({ hours: 24 * 40 })
  await judgeFixes(tools)
  const after = await listProblems(tools, analyst, ['fixed', 'held', 'came-back'])
  assert.deepEqual(after.map(({ category, state }) => [category, state]).sort(), [
    ['e-services-and-portal', 'held'],
    ['rainwater-flooding', 'held'],
    ['water-outage', 'came-back'],
  ])
})
