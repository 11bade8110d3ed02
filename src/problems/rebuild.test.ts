import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { submitCase } from '#cases'
import { newId } from '#kernel'
import { sql } from '#platform'
import { aCountry, type Country } from '../../test/kit/country.ts'
import { heardAll } from '../../test/kit/heard.ts'
import * as a from '../../test/kit/problems.ts'
import { granted } from '../../test/kit/situations.ts'
import { problemFinder, readEverything, rebuildProblems } from './index.ts'

const CUTS = [
  'الكهرباء تنقطع كل يوم الظهر في مجمعنا ساعتين.',
  'كل ظهر تقطع الكهربا عندنا والمكيفات تتوقف.',
  'انقطاع الكهرباء يوميا وقت الظهر في المجمع، ساعة أو ساعتين.',
  'الكهرباء مقطوعة كل يوم وقت الظهر والجو حار.',
]
const OTHER = [
  'أطلب تجديد جواز السفر ولم يصلني رد من أسبوعين',
  'حفرة كبيرة أمام المدرسة كسرت إطار سيارتي',
  'موعد العيادة تأخر أربعة أشهر',
  'شكرا',
]

/** Somebody writes, perhaps what others wrote, perhaps with a word more, or the finder reads what there is. */
const arrival = fc.record({
  text: fc.constantFrom(...a.DARK_STREET, ...CUTS, ...OTHER),
  more: fc.constantFrom('', ' الرجاء الحل سريعا', ' ولا حد يرد علينا من أسبوع', ' شكرا لكم'),
  category: fc.constantFrom('potholes', 'potholes', 'power-cuts', undefined),
  // All within sixty days, so that nothing is history when it is read anew.
  hours: fc.integer({ min: 0, max: 30 }),
  who: fc.integer({ min: 100_000, max: 999_999 }),
  read: fc.boolean(),
})

async function arrive(country: Country, one: typeof arrival extends fc.Arbitrary<infer One> ? One : never) {
  const { text, more, category, hours, who, read } = one
  country.clock.forward({ hours })
  const requester = { phone: `+97333${who}` }
  const given = { type: 'complaint', text: text + more, category, requester }
  const key = { scope: 'test', key: newId(), bodyHash: Buffer.of() }
  granted(await submitCase(country.tools, {}, given, key))
  if (read) await heardAll(country.db, problemFinder(country.tools))
}

/** Which cases stand together, whatever their clusters are called. */
async function together({ db }: Country) {
  const rows = await db.rows<{ cluster: string; caseId: string }>(sql`
    select cluster_id as cluster, case_id as "caseId" from problem_sightings where cluster_id is not null order by 2`)
  return [...Map.groupBy(rows, ({ cluster }) => cluster).values()]
    .map((cases) => cases.map(({ caseId }) => caseId).join())
    .sort()
}

const casesOf = async ({ db }: Country) =>
  Map.groupBy(
    await db.rows<{ problem: string; caseId: string }>(sql`
      select k.problem_id as problem, s.case_id as "caseId"
        from problem_sightings s join problem_clusters k on k.id = s.cluster_id where k.problem_id is not null`),
    ({ problem }) => problem,
  )

/** The proposals that came of it, as their cases. */
const proposals = async (country: Country) =>
  [...(await casesOf(country)).values()]
    .map((cases) =>
      cases
        .map(({ caseId }) => caseId)
        .sort()
        .join(),
    )
    .sort()

test('whatever arrives, and however the reading falls between: reading anew takes no case from a problem', async (t) => {
  const country = await aCountry(t)
  let found = 0
  await fc.assert(
    fc.asyncProperty(fc.array(arrival, { minLength: 30, maxLength: 45, size: 'max' }), async (arrivals) => {
      for (const each of arrivals) await arrive(country, each)
      await readEverything(country.tools)
      const before = await casesOf(country)
      found = before.size
      await rebuildProblems(country.tools)
      await readEverything(country.tools)
      const kept = await casesOf(country)
      for (const [problem, cases] of before) {
        const now = new Set(kept.get(problem)?.map(({ caseId }) => caseId))
        assert.ok(
          cases.every(({ caseId }) => now.has(caseId)),
          problem,
        )
      }
    }),
    { numRuns: 3, seed: 11, endOnFailure: true },
  )
  assert.ok(found > 0)
})

test('the same clusters come of the same arrivals, read one by one, in batches, or all at once', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.array(arrival, { minLength: 30, maxLength: 45, size: 'max' }), async (arrivals) => {
      const country = await aCountry(t)
      for (const each of arrivals) await arrive(country, each)
      await readEverything(country.tools)
      const first = await together(country)
      assert.ok(first.length > 0)
      const named = await proposals(country)
      // As if nothing had come of it, so that nothing is remembered.
      await country.db.run(sql`update problem_clusters set problem_id = null`)
      await rebuildProblems(country.tools)
      assert.deepEqual(await together(country), [])
      await readEverything(country.tools)
      assert.deepEqual(await together(country), first)
      assert.deepEqual(await proposals(country), named)
    }),
    { numRuns: 4, seed: 12, endOnFailure: true },
  )
})
