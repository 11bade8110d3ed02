import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#platform'
import { aBusyYear } from '../../test/kit/busy-year.ts'
import { aCountry, type Country } from '../../test/kit/country.ts'
import * as a from '../../test/kit/situations.ts'
import {
  COUNTED,
  keepEditions,
  type Published,
  publishedFigures,
  publishedPeriods,
  reconcile,
} from './index.ts'
import { sumCells } from './store/roll-ups/cells.ts'

async function aPublishedYear(t: Parameters<typeof aCountry>[0], cases = 700) {
  const country = await aCountry(t)
  await aBusyYear(country, cases)
  country.clock.forward({ hours: 24 * 14 })
  return country
}

const quarter = async ({ tools }: Country, name = '2026-q3'): Promise<Published> =>
  (await publishedFigures(tools, name)) ?? assert.fail(name)
const balanced = async ({ tools }: Country) => assert.equal((await reconcile(tools)).unread, 0)

test('a quarter is published two weeks after its end, and not a day before', async (t) => {
  const country = await aCountry(t)
  await aBusyYear(country, 300)
  const names = async () => (await publishedPeriods(country.tools)).map(({ name }) => name)
  country.clock.forward({ hours: 24 * 13 })
  assert.equal(await publishedFigures(country.tools, '2026-q3'), undefined)
  assert.equal((await names())[0], '2026-q2')
  country.clock.forward({ hours: 24 })
  assert.equal((await names())[0], '2026-q3')
  assert.equal((await quarter(country)).edition, 1)
})

test('what was published stays, whatever becomes of its cases: two readings tell of no single case', async (t) => {
  const country = await aPublishedYear(t)
  const before = await quarter(country)
  const ratedThen = before.total.counts.rated ?? assert.fail()
  const unrated = await country.db.row<{ id: string }>(sql`
    select id from cases where solved is null and answered_at between '2026-07-02' and '2026-09-29'
     order by id limit 1`)
  const rated = { solved: 5, respect: 5 }
  a.granted(await a.step(country, a.resident, unrated ?? { id: '' }, 'rate', rated))
  const ratedNow = async () => {
    const slice = { basis: 'happened', from: before.period.from, to: before.period.to } as const
    return (await sumCells(country.db, slice, undefined, 'month'))[0]?.rated
  }
  await balanced(country)
  assert.equal(await ratedNow(), ratedThen + 1)
  assert.deepEqual(await quarter(country), before)
  await keepEditions(country.tools)
  assert.deepEqual(await quarter(country), before)
})

test('an import that brings many more cases makes another edition, and between the two nobody can subtract', async (t) => {
  const country = await aPublishedYear(t, 160)
  const before = await quarter(country)
  await aBusyYear(country, 420, 161)
  const after = await quarter(country)
  assert.deepEqual([before.edition, after.edition], [1, 2])
  assert.ok((after.total.counts.received ?? 0) > (before.total.counts.received ?? 0))
  for (const [table, lines] of Object.entries(after.tables))
    for (const { key, counts } of lines) {
      const old = before.tables[table as keyof Published['tables']].find((line) => line.key === key)
      for (const { id } of COUNTED) {
        const [now, was] = [counts[id] ?? null, old ? (old.counts[id] ?? null) : 0]
        const change = now === null || was === null ? 0 : Math.abs(now - was)
        assert.ok(change === 0 || change >= 5, `${table} ${key} ${id} changed by ${change}`)
      }
    }
  assert.deepEqual(await quarter(country), after)
})

test('while history is still being brought in nothing is kept; afterwards it is', async (t) => {
  const country = await aPublishedYear(t, 160)
  await country.db.run(sql`
    insert into imports (source, fingerprint, file, started_at, moved_at)
    values ('old', ${Buffer.of(0)}, 'old.csv', now(), now())`)
  const seen = await quarter(country)
  assert.ok((seen.total.counts.received ?? 0) > 0)
  const kept = () => country.db.rows(sql`select period from published_quarters`)
  assert.deepEqual(await kept(), [])
  await country.db.run(sql`update imports set finished_at = now()`)
  await keepEditions(country.tools)
  assert.equal((await kept()).length, 5)
  await assert.rejects(country.db.run(sql`update published_quarters set edition = 9`), /permission denied/)
})
